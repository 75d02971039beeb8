// Draws the list of the page on a map: the markers are the list's own rows, so that both always hold the same.
/* global L */

const chart = document.getElementById("map");
const rows = [...document.querySelectorAll(".gazetteer li[data-lat]")];
const ISLANDS = "26732"; // Côn Đảo lies 200 km off: shown when asked for, not in the first view
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
chart.hidden = false;

const map = L.map(chart, {
  zoomControl: false, attributionControl: false, minZoom: 7, maxZoom: 18, zoomSnap: 0.5,
  zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm,
});
L.control.zoom({ zoomInTitle: "Phóng to", zoomOutTitle: "Thu nhỏ" }).addTo(map);
L.control.scale({ imperial: false }).addTo(map);

const bunches = L.markerClusterGroup({
  maxClusterRadius: 44, showCoverageOnHover: false, animate: !calm, spiderfyOnMaxZoom: true,
  iconCreateFunction: bunch => {
    const count = bunch.getChildCount();
    return L.divIcon({
      className: "", iconSize: count > 99 ? [48, 48] : [40, 40],
      html: `<span class="bunch${count > 99 ? " many" : ""}">${count}<span class="visually-hidden"> cơ sở gần nhau, bấm để phóng to</span></span>`,
    });
  },
});

const markers = new Map();
let chosen = null;

const icon = (row, marked) => L.divIcon({
  className: "", iconSize: [26, 26], popupAnchor: [0, -8],
  html: `<span class="pin${row.dataset.centre ? " centre" : ""}${marked ? " chosen" : ""}"></span>`,
});

function told(row) {
  const box = document.createElement("div");
  const link = row.querySelector("a").cloneNode(true);
  link.removeAttribute("id");
  box.append(link, document.createElement("br"), row.querySelector(".muted").textContent);
  if (row.dataset.centre) box.append(document.createElement("br"), "Chưa có toạ độ; đứng ở tâm phường, xã.");
  return box;
}

/** Brings a row into view inside the list, when the list scrolls by itself; the page stays where it is. */
function show(row) {
  const list = document.getElementById("list");
  if (list.scrollHeight > list.clientHeight + 1) {
    list.scrollTo({ top: row.offsetTop - list.offsetTop - list.clientHeight / 3, behavior: calm ? "auto" : "smooth" });
  }
}

function choose(row) {
  if (chosen) {
    chosen.classList.remove("chosen");
    markers.get(chosen).setIcon(icon(chosen, false));
  }
  chosen = row;
  row.classList.add("chosen");
  markers.get(row).setIcon(icon(row, true));
  show(row);
  const address = new URL(location.href);
  address.searchParams.set("chon", row.id.slice(3));
  history.replaceState(null, "", address);
}

for (const row of rows) {
  const name = row.querySelector("a").textContent;
  const marker = L.marker([row.dataset.lat, row.dataset.lon], { icon: icon(row, false), title: name, alt: name, keyboard: true });
  marker.bindPopup(() => told(row), { maxWidth: 280 });
  marker.on("popupopen", () => choose(row));
  markers.set(row, marker);
  const point = document.createElement("button");
  point.type = "button";
  point.className = "show";
  point.textContent = "Bản đồ";
  point.setAttribute("aria-label", `Chỉ ${name} trên bản đồ`);
  point.addEventListener("click", () => open(row, true));
  row.append(" ", point);
}
bunches.addLayers([...markers.values()]);
map.addLayer(bunches);

function open(row, scroll) {
  const marker = markers.get(row);
  bunches.zoomToShowLayer(marker, () => marker.openPopup());
  if (scroll) chart.scrollIntoView({ block: "nearest" });
}

// where the address says, else where the rows are
const place = location.hash.match(/^#([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)$/);
const points = rows.map(row => [Number(row.dataset.lat), Number(row.dataset.lon)]).filter(([lat]) => rows.length < 5 || lat > 9.5);
if (place) map.setView([place[2], place[3]], place[1]);
else if (points.length) map.fitBounds(points, { padding: [24, 24], maxZoom: 15 });
else map.setView([10.85, 106.75], 9);
map.on("moveend", () => {
  const centre = map.getCenter();
  const address = new URL(location.href);
  address.hash = `${map.getZoom()}/${centre.lat.toFixed(4)}/${centre.lng.toFixed(4)}`;
  history.replaceState(null, "", address);
});

const values = new Map([...document.querySelectorAll("#values tr[data-ward]")].map(row => [row.dataset.ward, row]));
const answer = await fetch(chart.dataset.outlines);
if (answer.ok) {
  const wards = L.geoJSON(await answer.json(), {
    interactive: true,
    style: ward => ({ className: `ward${values.size ? ` shade-${values.get(ward.properties.code)?.dataset.shade ?? "none"}` : ""}` }),
    onEachFeature: (ward, shape) => {
      const row = values.get(ward.properties.code);
      shape.bindTooltip(row ? `${ward.properties.name}: ${row.cells[1].textContent}` : ward.properties.name, { sticky: true });
    },
  }).addTo(map);
  wards.bringToBack();
  if (!place && !points.length) {
    map.fitBounds(L.featureGroup(wards.getLayers().filter(it => it.feature.properties.code !== ISLANDS)).getBounds());
  }
}
// shapes are for the pointer; the keyboard goes from marker to marker, or through the list
chart.querySelectorAll("path").forEach(path => path.setAttribute("aria-hidden", "true"));

const asked = new URL(location.href).searchParams.get("chon");
const row = asked && rows.find(it => it.id === `co-${asked}`);
if (row) open(row);
chart.dataset.ready = "yes";
performance.mark("map-ready");
