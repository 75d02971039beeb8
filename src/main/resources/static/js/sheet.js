// A grid that is saved as a whole: arrows move between its cells, Enter goes down, and leaving with something unsaved asks first.

const form = document.querySelector("form[data-sheet]");
if (form) {
  const rows = [...form.querySelectorAll("tbody tr")];
  const cells = row => [...row.querySelectorAll("td input")];
  let changed = Boolean(document.querySelector("[role=alert].errors"));
  let sent = false;

  const go = (row, column) => {
    const target = rows[row] && cells(rows[row])[column];
    if (!target) return false;
    target.focus();
    if (target.type !== "checkbox") target.select();
    return true;
  };

  form.addEventListener("keydown", event => {
    const input = event.target;
    const tr = input.closest("tbody tr");
    if (!tr || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows.indexOf(tr);
    const column = cells(tr).indexOf(input);
    const text = input.type !== "checkbox";
    const at = text ? input.selectionStart : 0;
    const all = text && input.selectionStart === 0 && input.selectionEnd === input.value.length;
    let moved = false;
    if (event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey)) moved = go(row + 1, column);
    else if (event.key === "ArrowUp" || event.key === "Enter") moved = go(row - 1, column);
    else if (event.key === "ArrowLeft" && (!text || all || at === 0)) moved = go(row, column - 1);
    else if (event.key === "ArrowRight" && (!text || all || at === input.value.length)) moved = go(row, column + 1);
    else return;
    // Enter in the last row stays where it is: only the button saves
    if (moved || event.key === "Enter") event.preventDefault();
  });

  form.addEventListener("change", () => { changed = true; });
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("pageshow", () => { sent = false; });
  window.addEventListener("beforeunload", event => { if (changed && !sent) event.preventDefault(); });
}
