/** What someone who drags sees. All of it stands outside what the server renders. See drag.js. */

/** @typedef {{x: number, y: number}} Point */

const MARK = "data-lifted";
const BESIDE = 12; // pixels from the pointer, so that it does not hide what lies under it

/** @param {string} name */
function floating(name) {
  const element = document.createElement("div");
  element.className = name;
  element.setAttribute("aria-hidden", "true");
  return element;
}

const label = floating("drag-label");
const line = floating("drag-line");
const outline = floating("drag-outline");

/** @param {HTMLElement} item */
export function lift(item) {
  label.textContent = item.dataset.dragLabel ?? item.textContent?.trim().slice(0, 60) ?? "";
  document.body.append(outline, line, label);
  document.documentElement.setAttribute("data-dragging", "");
}

/** @param {HTMLElement} item @param {Point} at @param {import("./drag-place.js").Place | null} place */
export function follow(item, at, place) {
  item.setAttribute(MARK, ""); // again and again: rendering takes it away
  label.style.translate = `${at.x + BESIDE}px ${at.y + BESIDE}px`;
  show(outline, place?.target.getBoundingClientRect());
  show(line, place?.line);
}

export function putDown() {
  for (const element of [label, line, outline]) element.remove();
  for (const item of document.querySelectorAll(`[${MARK}]`)) item.removeAttribute(MARK);
  document.documentElement.removeAttribute("data-dragging");
}

/** @param {HTMLElement} element @param {DOMRect | null | undefined} box */
function show(element, box) {
  element.hidden = !box;
  if (!box) return;
  element.style.translate = `${box.left}px ${box.top}px`;
  element.style.inlineSize = `${box.width}px`;
  element.style.blockSize = `${box.height}px`;
}
