// A signature drawn with finger, pen or mouse goes into the form as a small picture; without this script the name is typed.

document.querySelectorAll("canvas[data-sign]").forEach(canvas => {
  const field = canvas.closest("form").elements[canvas.dataset.sign];
  const pen = canvas.getContext("2d");
  canvas.closest("[hidden]").hidden = false;

  const clear = () => {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.strokeStyle = "#17242E";
    pen.lineWidth = 4;
    pen.lineCap = "round";
    pen.lineJoin = "round";
    field.value = "";
  };
  clear();

  const place = event => {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
  };
  let drawing = false;
  canvas.addEventListener("pointerdown", event => {
    drawing = true;
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...place(event));
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", event => {
    if (!drawing) return;
    pen.lineTo(...place(event));
    pen.stroke();
  });
  const end = () => {
    if (!drawing) return;
    drawing = false;
    field.value = canvas.toDataURL("image/png");
  };
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
  canvas.closest("form").querySelector("[data-sign-clear]").addEventListener("click", clear);
});
