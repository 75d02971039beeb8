// Betters pages that already work without it: asks before heavy acts, keeps a form from being sent twice, takes dropped files.

const dialog = document.createElement("dialog");
dialog.className = "confirm";
dialog.setAttribute("aria-labelledby", "confirm-text");
dialog.innerHTML = '<form method="dialog"><p id="confirm-text"></p><div class="actions">'
  + '<button class="btn" value="no">Để sau</button><button class="btn" value="yes"></button></div></form>';
document.body.append(dialog);
const yes = dialog.querySelector("[value=yes]");

let asked = null;
document.addEventListener("click", event => {
  const button = event.target.closest("[data-confirm]");
  if (!button || !button.form || (button.form.reportValidity && !button.form.reportValidity())) {
    if (button) event.preventDefault();
    return;
  }
  event.preventDefault();
  asked = button;
  dialog.querySelector("p").textContent = button.dataset.confirm;
  yes.textContent = button.textContent.trim();
  yes.className = button.classList.contains("btn-danger") ? "btn btn-danger" : "btn btn-primary";
  dialog.returnValue = "no";
  dialog.showModal();
});
dialog.addEventListener("close", () => {
  const button = asked;
  asked = null;
  if (dialog.returnValue === "yes") {
    button.form.requestSubmit(button.type === "submit" ? button : null);
  } else {
    button?.focus();
  }
});

document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method === "dialog") return;
  // a form that is checked by the server sends no file that is turned away unread, with all that was typed
  const large = [...form.querySelectorAll("input[type=file]")].find(input => input.validity.customError);
  if (large) {
    event.preventDefault();
    large.reportValidity();
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method === "post" && !("download" in form.dataset)) {
    keep(form);
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
  }
});
// what was typed is put back when the answer is no; it stays in this tab and only until the next page
const TYPED = "typed";
const writes = field => field.name && field.type !== "hidden" && field.type !== "password" && field.type !== "file";
const ticks = field => field.type === "checkbox" || field.type === "radio";
const mark = form => form.getAttribute("action") + [...form.elements].filter(it => it.type === "hidden" && it.name && it.name !== "_csrf")
  .map(it => `&${it.name}=${it.value}`).join("");

function keep(form) {
  const fields = [...form.elements].filter(writes).map(it => [it.name, it.value, ticks(it) ? it.checked : null,
    it.type === "select-multiple" ? [...it.selectedOptions].map(one => one.value) : null]);
  try {
    sessionStorage.setItem(TYPED, JSON.stringify({ page: location.pathname + location.search, form: mark(form), fields }));
  } catch {
    sessionStorage.removeItem(TYPED); // more than a tab may keep
  }
}

function refill() {
  const typed = JSON.parse(sessionStorage.getItem(TYPED) ?? "null");
  sessionStorage.removeItem(TYPED);
  const refused = document.querySelector("[data-refill]");
  if (!refused || typed?.page !== location.pathname + location.search) return;
  const action = typed.form.split("&")[0];
  const alike = [...document.forms].filter(it => mark(it).split("&")[0] === action);
  const form = alike.find(it => mark(it) === typed.form) ?? (alike.length === 1 ? alike[0] : null);
  if (!form) return;
  const left = [...typed.fields];
  for (const field of [...form.elements].filter(writes)) {
    const at = left.findIndex(([name, value]) => name === field.name && (!ticks(field) || value === field.value));
    if (at < 0) continue;
    const [, value, checked, chosen] = left.splice(at, 1)[0];
    if (ticks(field)) field.checked = checked;
    else if (chosen) [...field.options].forEach(it => { it.selected = chosen.includes(it.value); });
    else field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (let it = form.closest("details"); it; it = it.parentElement.closest("details")) it.open = true;
  if ([...form.elements].some(it => it.type === "file")) {
    refused.append(Object.assign(document.createElement("p"), { textContent: "Tệp kèm theo cần chọn lại." }));
  }
}
refill();

// a page taken back out of the browser's cache may be sent again
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => {
  delete form.dataset.sent;
  form.removeAttribute("aria-busy");
}));

// a file that will be refused for its size is named before it is sent
const MOST_MEGABYTES = 10;
document.addEventListener("change", event => {
  const input = event.target;
  if (input.type !== "file") return;
  const most = Number(input.dataset.most ?? MOST_MEGABYTES);
  const large = [...input.files].find(file => file.size > most * 1024 * 1024);
  input.setCustomValidity(large
    ? `Tệp này ${Math.ceil(large.size / 1024 / 1024)} MB; được nhận tối đa ${most} MB. ${
      input.accept.includes(".pdf") ? "Hãy quét lại ở độ phân giải thấp hơn rồi chọn lại." : "Hãy chia tệp nhỏ hơn."}` : "");
  if (large) input.reportValidity();
});

document.querySelectorAll("[data-drop]").forEach(form => {
  const input = form.querySelector("input[type=file]");
  const over = on => event => {
    event.preventDefault();
    form.classList.toggle("over", on);
  };
  form.addEventListener("dragover", over(true));
  form.addEventListener("dragleave", over(false));
  form.addEventListener("drop", event => {
    over(false)(event);
    if (event.dataTransfer.files.length === 1) input.files = event.dataTransfer.files;
  });
});

// one box ticks all rows of the page, and says so when only some are ticked
document.querySelectorAll("[data-all]").forEach(all => {
  const boxes = () => [...(all.form ?? document).querySelectorAll(`input[type=checkbox][name="${all.dataset.all}"]`)];
  const show = () => {
    const ticked = boxes().filter(box => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes().length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.addEventListener("change", () => boxes().forEach(box => { box.checked = all.checked; }));
  boxes().forEach(box => box.addEventListener("change", show));
  show();
});

document.addEventListener("htmx:afterSwap", () => {
  if (document.querySelector("[data-reload]")) location.reload();
});

const errors = document.querySelector("[role=alert].errors");
if (errors) {
  errors.tabIndex = -1;
  errors.focus();
}
