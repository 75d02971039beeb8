// After a move by keyboard the same button of the same row has the focus again; what was done is read aloud, and seen though the page is
// not at its top.

const asked = new URLSearchParams(location.search);
const moved = asked.get("moved");
const row = moved && document.querySelector(`[data-id="${CSS.escape(moved)}"]`);
if (row) {
  const again = row.querySelector(`button[value="${CSS.escape(asked.get("by") ?? "")}"]:not(:disabled)`);
  (again ?? row.querySelector("button:not(:disabled)") ?? row.querySelector("a"))?.focus();
}
const notice = document.querySelector(".notice[role=status]");
if (notice) {
  const said = notice.textContent;
  notice.textContent = "";
  setTimeout(() => {
    notice.textContent = said;
    notice.classList.toggle("follows", notice.getBoundingClientRect().bottom < 0);
  }, 100);
}
