// The mark grid: every cell saves itself, arrows and Enter move, a block is pasted from a spreadsheet, and what could not be sent
// for want of a network waits in this browser until it can.

const holder = document.querySelector("[data-grid]");
if (holder) {
  const course = holder.dataset.grid;
  const store = `marks-${course}`;
  const state = document.getElementById("grid-state");
  const token = holder.querySelector("input[name=_csrf]").value;
  const rows = [...holder.querySelectorAll("tbody tr")];
  const unsent = new Map(JSON.parse(localStorage.getItem(store) ?? "[]"));
  let sending = false;
  let wait = 1000;
  let timer = 0;

  const cells = row => [...row.querySelectorAll("input[data-part]")];
  const key = input => `${input.closest("tr").dataset.learner}|${input.dataset.part}`;
  const find = id => {
    const [learner, part] = id.split("|");
    return holder.querySelector(`tr[data-learner="${learner}"] input[data-part="${part}"]`);
  };
  const mark = (input, kind, message) => {
    const cell = input.closest("td");
    cell.dataset.state = kind;
    let note = cell.querySelector(".say");
    if (!note) {
      note = document.createElement("span");
      note.className = "say";
      note.id = `say-${key(input).replace("|", "-")}`;
      cell.append(note);
      input.setAttribute("aria-describedby", note.id);
    }
    note.textContent = message;
    input.setAttribute("aria-invalid", kind === "refused" || kind === "conflict" ? "true" : "false");
  };
  const keep = () => {
    if (unsent.size) localStorage.setItem(store, JSON.stringify([...unsent]));
    else localStorage.removeItem(store);
  };
  const tell = () => {
    const refused = holder.querySelectorAll('[data-state="refused"], [data-state="conflict"]').length;
    if (unsent.size && !navigator.onLine) state.textContent = `Mất mạng: ${unsent.size} ô giữ trong máy này, gửi khi có mạng.`;
    else if (unsent.size) state.textContent = `Đang gửi ${unsent.size} ô…`;
    else if (refused) state.textContent = `${refused} ô chưa ghi được, xem chữ đỏ dưới ô. Các ô khác đã lưu.`;
    else state.textContent = "Mọi ô đã lưu.";
  };

  const put = input => {
    const value = input.value.trim();
    if (value === (input.dataset.sent ?? input.defaultValue) && input.closest("td").dataset.state !== "refused") return;
    unsent.set(key(input), { value, version: Number(input.dataset.version), comment: input.dataset.comment ?? null });
    delete input.dataset.comment;
    mark(input, "waiting", "chờ gửi");
    keep();
    send();
  };

  const answer = saved => {
    const id = `${saved.enrolment}|${saved.part}`;
    const input = find(id);
    const row = holder.querySelector(`tr[data-learner="${saved.enrolment}"]`);
    if (!input || !row) return;
    input.dataset.version = saved.version;
    if (saved.state === "saved") {
      if (document.activeElement !== input || input.value.trim() === "" ) input.value = saved.value;
      else if (!unsent.has(id)) input.value = saved.value;
      input.dataset.sent = saved.value;
      mark(input, "saved", "đã lưu");
      row.querySelector("[data-tests]").textContent = saved.tests ?? "";
      row.querySelector("[data-mark]").textContent = saved.mark ?? "";
      row.querySelector("[data-barred]").textContent = saved.mark ? "" : saved.barred;
    } else if (saved.state === "conflict") {
      input.value = saved.value;
      input.dataset.sent = saved.value;
      mark(input, "conflict", saved.message);
    } else {
      mark(input, "refused", saved.message);
    }
  };

  async function send() {
    if (sending || !unsent.size) return tell();
    sending = true;
    tell();
    const batch = [...unsent].slice(0, 500);
    const body = JSON.stringify({
      cells: batch.map(([id, it]) => {
        const [enrolment, part] = id.split("|");
        const input = find(id);
        return { enrolment: Number(enrolment), part, value: it.value, version: input ? Number(input.dataset.version) : it.version, comment: it.comment };
      }),
    });
    try {
      const response = await fetch(`/courses/${course}/marks`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-XSRF-TOKEN": token },
        body,
      });
      if (response.redirected || response.status === 401 || response.status === 403) {
        state.textContent = `Phiên làm việc đã hết. ${unsent.size} ô giữ trong máy này: đăng nhập lại ở thẻ khác rồi tải lại trang.`;
        sending = false;
        return;
      }
      if (response.status === 422) {
        const problem = await response.json();
        batch.forEach(([id, it]) => {
          if (unsent.get(id) === it) unsent.delete(id);
          const input = find(id);
          if (input) mark(input, "refused", problem.detail ?? "Chưa ghi được.");
        });
      } else if (!response.ok) {
        throw new Error(response.status);
      } else {
        const answers = await response.json();
        batch.forEach(([id, it]) => { if (unsent.get(id) === it) unsent.delete(id); });
        answers.forEach(answer);
      }
      wait = 1000;
      keep();
      sending = false;
      if (unsent.size) send();
      tell();
    } catch {
      sending = false;
      batch.forEach(([id]) => {
        const input = find(id);
        if (input) mark(input, "waiting", "chưa gửi, giữ trong máy");
      });
      tell();
      clearTimeout(timer);
      timer = setTimeout(send, wait);
      wait = Math.min(wait * 2, 30000);
    }
  }

  const go = (row, column) => {
    const target = rows[row] && cells(rows[row])[column];
    if (target) {
      target.focus();
      target.select();
    }
    return Boolean(target);
  };
  // learners who are exempt have no cells: step over them
  const step = (row, column, by) => {
    for (let next = row + by; next >= 0 && next < rows.length; next += by) if (go(next, column)) return;
  };

  holder.addEventListener("keydown", event => {
    const input = event.target;
    if (!input.dataset.part) return;
    const row = rows.indexOf(input.closest("tr"));
    const column = cells(rows[row]).indexOf(input);
    const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    if (event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey)) step(row, column, 1);
    else if (event.key === "ArrowUp" || event.key === "Enter") step(row, column, -1);
    else if (event.key === "ArrowLeft" && (all || input.selectionStart === 0)) go(row, column - 1);
    else if (event.key === "ArrowRight" && (all || input.selectionEnd === input.value.length)) go(row, column + 1);
    else if (event.key === "Escape") {
      input.value = input.dataset.sent ?? input.defaultValue;
      input.select();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "m") comment(input);
    else return;
    event.preventDefault();
  });
  holder.addEventListener("focusin", event => event.target.dataset.part && event.target.select());
  holder.addEventListener("change", event => event.target.dataset.part && put(event.target));
  holder.addEventListener("submit", event => event.preventDefault());

  holder.addEventListener("paste", event => {
    const input = event.target;
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!input.dataset.part || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const row = rows.indexOf(input.closest("tr"));
    const column = cells(rows[row]).indexOf(input);
    let left = 0;
    text.split(/\r?\n/).forEach((line, i) => line.split("\t").forEach((value, j) => {
      const target = rows[row + i] && cells(rows[row + i])[column + j];
      if (!target) {
        left += 1;
        return;
      }
      target.value = value.trim();
      put(target);
    }));
    if (left) state.textContent = `${left} ô dán ra ngoài bảng nên không dùng.`;
  });

  const dialog = document.createElement("dialog");
  dialog.className = "confirm";
  dialog.setAttribute("aria-label", "Ghi chú cho ô điểm");
  dialog.innerHTML = '<form method="dialog"><div class="field"><label for="cell-comment">Ghi chú cho ô điểm</label><input class="form-control" id="cell-comment" maxlength="200"></div>'
    + '<div class="actions"><button class="btn" value="no">Thôi</button><button class="btn btn-primary" value="yes">Ghi</button></div></form>';
  document.body.append(dialog);
  let commented = null;
  function comment(input) {
    commented = input;
    dialog.querySelector("input").value = input.title;
    dialog.returnValue = "no";
    dialog.showModal();
  }
  dialog.addEventListener("close", () => {
    const text = dialog.querySelector("input").value.trim();
    if (dialog.returnValue === "yes" && text) {
      commented.title = text;
      commented.classList.add("noted");
      unsent.set(key(commented), { value: commented.value.trim(), version: Number(commented.dataset.version), comment: text });
      keep();
      send();
    }
    commented?.focus();
  });

  // what an earlier visit could not send
  for (const [id, it] of unsent) {
    const input = find(id);
    if (!input) {
      unsent.delete(id);
      continue;
    }
    input.value = it.value;
    mark(input, "waiting", "còn từ lần trước, đang gửi");
  }
  keep();
  if (unsent.size) send();
  window.addEventListener("online", send);
  window.addEventListener("offline", tell);
  window.addEventListener("beforeunload", event => { if (unsent.size) event.preventDefault(); });
}
