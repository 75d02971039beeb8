// The picture of a form: dragged or moved by arrow keys, it writes into the table below; typed numbers show in the picture at once.

const sheet = document.getElementById("sheet");
const field = (item, part) => document.getElementsByName(`${item}.${part}`)[0];
const read = input => Number(input.value.trim().replace(",", "."));
const write = (input, value) => { input.value = String(Math.round(value * 10) / 10).replace(".", ","); };
const MM_A_POINT = 25.4 / 72;

function show(thing) {
  const item = thing.dataset.item;
  const [x, y, width, size] = ["x", "y", "width", "size"].map(part => read(field(item, part)));
  if ([x, y, width, size].some(Number.isNaN)) return;
  const align = field(item, "align").value;
  const box = thing.querySelector("rect");
  const text = thing.querySelector("text");
  box.setAttribute("x", x);
  box.setAttribute("y", y);
  box.setAttribute("width", Math.max(0, width));
  text.setAttribute("x", align === "LEFT" ? x : align === "RIGHT" ? x + width : x + width / 2);
  text.setAttribute("text-anchor", align === "LEFT" ? "start" : align === "RIGHT" ? "end" : "middle");
  text.setAttribute("y", y + size * MM_A_POINT * 0.95);
  text.setAttribute("font-size", size * MM_A_POINT);
  text.setAttribute("font-weight", field(item, "bold").checked ? "700" : "400");
  const shown = field(item, "shown").checked;
  thing.setAttribute("class", shown ? "" : "hidden");
  thing.setAttribute("tabindex", shown ? "0" : "-1");
}

function move(thing, across, down) {
  for (const [part, by] of [["x", across], ["y", down]]) {
    const input = field(thing.dataset.item, part);
    write(input, Math.max(0, read(input) + by));
  }
  show(thing);
}

const things = [...sheet.querySelectorAll("[data-item]")];
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
for (const thing of things) {
  let from = null;
  thing.addEventListener("keydown", event => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const far = event.shiftKey ? 5 : 0.5;
    move(thing, step[0] * far, step[1] * far);
  });
  const millimetres = event => new DOMPoint(event.clientX, event.clientY).matrixTransform(sheet.getScreenCTM().inverse());
  thing.addEventListener("pointerdown", event => {
    from = millimetres(event);
    thing.setPointerCapture(event.pointerId);
    thing.focus();
  });
  thing.addEventListener("pointermove", event => {
    if (!from) return;
    const to = millimetres(event);
    move(thing, to.x - from.x, to.y - from.y);
    from = to;
  });
  for (const end of ["pointerup", "pointercancel"]) thing.addEventListener(end, () => { from = null; });
}
document.querySelectorAll("[data-row]").forEach(row => {
  const thing = things.find(it => it.dataset.item === row.dataset.row);
  row.addEventListener("input", () => show(thing));
});
