/**
 * A plane on the scherm. While few notes lie on it, each can be read where it lies. When they would
 * cover each other, the plane shows a number for each, and pages after it the texts by number.
 */

const FEW = 16; // more never have room beside each other

/** @param {HTMLElement} space */
export const planeIn = (space) => /** @type {HTMLElement | null} */ (space.querySelector("[data-plane]"));

/** @param {HTMLElement} plane @returns {HTMLElement[]} */
const placed = (plane) => [...plane.querySelectorAll(/** @type {"li"} */ (".note[data-x]"))];

/** @param {DOMRect} one @param {DOMRect} other */
const covers = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** @param {DOMRect} inner @param {DOMRect} outer */
const isIn = (inner, outer) =>
  inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1 &&
  inner.left >= outer.left - 1 && inner.right <= outer.right + 1;

/** Every note can be read where it lies. @param {HTMLElement} space @param {HTMLElement} plane */
export function isReadable(space, plane) {
  plane.removeAttribute("data-numbered");
  draw(plane, true);
  const notes = placed(plane);
  const whole = space.getBoundingClientRect();
  const rest = [...plane.querySelectorAll(".plane__rest .note")];
  if (notes.length > FEW || space.scrollHeight > space.clientHeight + 1) return false;
  if (rest.some((note) => note.getBoundingClientRect().bottom > whole.bottom - 1)) return false;
  const field = plane.querySelector(".plane__field")?.getBoundingClientRect();
  const boxes = notes.map((note) => note.getBoundingClientRect());
  const titles = [...plane.querySelectorAll(".plane__field .plane__title")].map((title) => textBox(title));
  return boxes.every((box, place) =>
    field && isIn(box, field) && ![...boxes.slice(place + 1), ...titles].some((other) => covers(box, other)));
}

/** Around the words alone. @param {Element} title */
function textBox(title) {
  const range = document.createRange();
  range.selectNodeContents(title);
  return range.getBoundingClientRect();
}

/** @param {HTMLElement} plane */
export function number(plane) {
  plane.setAttribute("data-numbered", "");
  placed(plane).forEach((note, place) => note.style.setProperty("--number", `"${place + 1}"`));
}

/** As one picture, or as lists. @param {HTMLElement} plane @param {boolean} asPicture */
export const draw = (plane, asPicture) => plane.classList.toggle("is-drawn", asPicture);

/** @param {HTMLElement} plane */
export const hasPicture = (plane) => placed(plane).length > 0;
