/**
 * Moving a note on a plane: by dragging its grip, or with the arrow keys while the grip has focus, 5 a
 * step and 20 with Shift. Keys move it on this page at once, and say where it is; after a short pause
 * it is sent. The menu of a note does the same by the name of a quarter.
 */

const STEP = 5;
const FAR = 20;
const PAUSE = 600; // milliseconds without a key until it is sent
const GRIP = "[data-places-to]";
/** @type {Record<string, [number, number]>} */
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/** @typedef {{x: number, y: number}} Spot */

/** Where notes are going that were moved with keys, by their id. @type {Map<string, Spot & {timer: number}>} */
const going = new Map();
/** The note whose grip had focus: rendered in another list it loses that. */
let held = "";

/** @param {number} value */
const within = (value) => Math.min(100, Math.max(0, Math.round(value)));

/** @param {number} value @returns {string} as the server says it */
const level = (value) => (value >= 67 ? "hoog" : value >= 34 ? "matig" : "laag");

/** @param {HTMLElement} note @param {Spot} spot */
function show(note, { x, y }) {
  note.dataset.x = `${x}`;
  note.dataset.y = `${y}`;
  document.dispatchEvent(new CustomEvent("plane:moved"));
}

/** @param {HTMLElement} note @param {Spot} spot */
function say(note, { x, y }) {
  const plane = note.closest("[data-plane]");
  const field = /** @type {HTMLElement | null | undefined} */ (plane?.querySelector("[data-x-noun]"));
  const line = plane?.querySelector(".plane__said");
  if (!field || !line) return;
  const { xNoun = "", yNoun = "" } = field.dataset;
  line.textContent = `${yNoun} ${level(y)}, ${xNoun.toLowerCase()} ${level(x)}`;
}

/** @param {HTMLElement} note @param {Record<string, unknown>} values */
function send(note, values) {
  const grip = /** @type {HTMLElement | null} */ (note.querySelector(GRIP));
  if (grip) htmx.ajax("POST", grip.dataset.placesTo, { source: grip, values, swap: "none" });
}

/** @param {string} id */
function arrive(id) {
  const spot = going.get(id);
  const note = document.getElementById(id);
  going.delete(id);
  if (spot && note) send(note, { x: spot.x, y: spot.y });
}

/**
 * Where a drop in a quarter lies on the whole plane. Where its lists stand below each other, that it is
 * this list is all that somebody said.
 * @param {HTMLElement} area @param {{x: number, y: number}} at @returns {Spot | null}
 */
function spotIn(area, at) {
  const field = /** @type {Element} */ (area.closest(".plane__field"));
  if (!getComputedStyle(field).getPropertyValue("--as-plane")) return null;
  const along = (/** @type {number} */ part, /** @type {boolean} */ isFar) =>
    isFar ? within(50 + part * 50) : Math.min(49, within(part * 50));
  return { x: along(at.x, "right" in area.dataset), y: along(1 - at.y, "high" in area.dataset) };
}

/** @param {KeyboardEvent} event */
function step(event) {
  const way = KEYS[event.key];
  const grip = event.target instanceof Element ? event.target.closest(GRIP) : null;
  const note = /** @type {HTMLElement | null | undefined} */ (grip?.closest(".board[data-places] .note"));
  if (!way || !note) return;
  event.preventDefault();
  held = note.id;
  const { x, y } = going.get(note.id) ?? { x: Number(note.dataset.x ?? 50), y: Number(note.dataset.y ?? 50) };
  const far = event.shiftKey ? FAR : STEP;
  const spot = { x: within(x + way[0] * far), y: within(y + way[1] * far) };
  clearTimeout(going.get(note.id)?.timer);
  going.set(note.id, { ...spot, timer: setTimeout(() => arrive(note.id), PAUSE) });
  if (note.dataset.x) show(note, spot);
  say(note, spot);
}

/** What came in meanwhile was rendered without the keys that were not sent yet. */
function goOn() {
  for (const [id, spot] of going) {
    const note = document.getElementById(id);
    if (note?.dataset.x && note.dataset.x + note.dataset.y !== `${spot.x}${spot.y}`) show(note, spot);
  }
  if (!held || document.activeElement !== document.body) return;
  /** @type {HTMLElement | null | undefined} */ (document.getElementById(held)?.querySelector(GRIP))?.focus();
}

document.addEventListener("keydown", step);
document.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof Element && target.matches(GRIP))) held = "";
});
document.addEventListener("pointerdown", () => (held = ""));
document.addEventListener("htmx:after:swap", goOn, { capture: true }); // before cursor.js puts it elsewhere
document.addEventListener("drag:dropped", (/** @type {any} */ { detail: { item, target, at } }) => {
  if (!target.closest(".board[data-places]")) return;
  const { area = "" } = target.dataset;
  const spot = area ? spotIn(target, at) : null;
  clearTimeout(going.get(item.id)?.timer);
  going.delete(item.id);
  if (spot && item.dataset.x) show(item, spot);
  send(item, spot ?? { area });
});
