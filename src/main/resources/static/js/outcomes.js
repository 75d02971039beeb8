// The tree of outcomes by drag: what is dropped on a statement's upper edge goes before it, on the lower edge after it, in the middle under it.
// Every move is a form that is posted, as the buttons do; the server says what may be.

const list = document.querySelector("[data-tree]");
const form = document.getElementById("drag");
const items = [...list.querySelectorAll("li[data-id]")];
let dragged = null;

const where = (item, event) => {
  const box = item.getBoundingClientRect();
  const part = (event.clientY - box.top) / box.height;
  return part < 0.3 ? "before" : part > 0.7 ? "after" : "into";
};
const clear = () => items.forEach(it => it.classList.remove("over-before", "over-after", "over-into"));

for (const item of items) {
  item.draggable = true;
  item.addEventListener("dragstart", event => {
    dragged = item;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", item.dataset.id);
  });
  item.addEventListener("dragend", () => { dragged = null; clear(); });
  item.addEventListener("dragover", event => {
    if (!dragged || dragged === item) return;
    event.preventDefault();
    clear();
    item.classList.add("over-" + where(item, event));
  });
  item.addEventListener("drop", event => {
    if (!dragged || dragged === item) return;
    event.preventDefault();
    const at = where(item, event);
    const siblings = items.filter(it => it.dataset.parent === item.dataset.parent && it !== dragged);
    const next = siblings[siblings.indexOf(item) + 1];
    form.action = `${list.dataset.tree}/${dragged.dataset.id}/moves`;
    form.elements.under.value = at === "into" ? item.dataset.id : item.dataset.parent;
    form.elements.before.value = at === "before" ? item.dataset.id : at === "after" && next ? next.dataset.id : "";
    form.submit();
  });
}
