// Reads the QR code of a diploma with the camera; the picture is decoded here and sent nowhere.
import decodeQR from "/lib/qr/decode.js";

const WIDEST = 640;
const EVERY = 150;

const section = document.getElementById("scan");
const button = section.querySelector("button");
const view = document.getElementById("scan-view");
const video = section.querySelector("video");
const told = document.getElementById("scan-told");
const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
let stream = null;
let timer = 0;

if (navigator.mediaDevices?.getUserMedia) section.hidden = false;

function stop() {
  clearTimeout(timer);
  stream?.getTracks().forEach(track => track.stop());
  stream = null;
  view.hidden = true;
  button.setAttribute("aria-expanded", "false");
}

/** Where a code of ours leads; null for any other text. */
function address(text) {
  if (/^\s*LN-?[0-9A-Z-]{12,16}\s*$/i.test(text)) return `/v/${encodeURIComponent(text.trim())}`;
  try {
    const url = new URL(text);
    return url.origin === location.origin && url.pathname.startsWith("/v/") ? url.pathname : null;
  } catch {
    return null;
  }
}

function look() {
  if (!stream) return;
  if (video.videoWidth > 0) {
    const { canvas } = pen;
    canvas.width = Math.min(WIDEST, video.videoWidth);
    canvas.height = Math.round(video.videoHeight * canvas.width / video.videoWidth);
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      const text = decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
      const to = address(text);
      if (to) {
        stop();
        location.assign(to);
        return;
      }
      told.textContent = `Mã này không phải mã của hệ thống: “${text.slice(0, 80)}”. Đừng mở nó; nhập mã LN-… in dưới mã QR. / Not a code of this system.`;
    } catch {
      // no code in this picture: look at the next one
    }
  }
  timer = setTimeout(look, EVERY);
}

button.addEventListener("click", async () => {
  if (stream) {
    stop();
    return;
  }
  told.textContent = "";
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    told.textContent = "Không dùng được máy ảnh: cho phép trang này dùng máy ảnh trong cài đặt của trình duyệt, hoặc gửi ảnh chụp ở mục bên dưới. / The camera is not available.";
    return;
  }
  video.srcObject = stream;
  view.hidden = false;
  button.setAttribute("aria-expanded", "true");
  await video.play();
  look();
});
addEventListener("pagehide", stop);
