/**
 * Drag one thing to another place, with a mouse, a pen or a finger. It only says what was dropped
 * where; whoever shows the things sends it to the server, and offers a menu that does the same.
 *
 * An item is [data-drag="kind"] and a place to drop it [data-drop="kind"], which may name several
 * kinds. Nothing in a part of the page that is [data-drag-locked] can be dragged. An item with a [data-drag-handle] is dragged by that alone; a finger needs one, since it
 * scrolls everywhere else. While dragging the pointer carries the item's data-drag-label.
 *
 * A drop gives a `drag:dropped` event on the place, with {item, target, before, at}: `at` is where in
 * the target the pointer was, as fractions from its upper left corner, and `before` is the
 * item of this kind that it was dropped before, null for the end and in a place that is
 * [data-drop-unordered] or a [data-drop-point], where the point counts. A drop that changes nothing gives no event. Escape cancels. An item that
 * has an id may be rendered anew meanwhile; one that is gone by then is not dropped.
 */

import { follow, lift, putDown } from "./drag-looks.js";
import { placeAt } from "./drag-place.js";
import { scrollNear, stopScrolling } from "./drag-scroll.js";

const SLIP = 5; // pixels that a hand moves while it only clicks
const BUSY = "a, button, input, textarea, select, summary, label, [contenteditable]";

/** @typedef {{x: number, y: number}} Point */

/** @type {{item: HTMLElement, pointer: number, from: Point, at: Point, lifted: boolean} | null} */
let drag = null;

/** @param {HTMLElement} item @returns {boolean} whether it is dragged by a handle of its own */
const hasHandle = (item) =>
  [...item.querySelectorAll("[data-drag-handle]")].some((one) => one.closest("[data-drag]") === item);

/** @param {PointerEvent} event @returns {HTMLElement | null} the item that this press may drag */
function itemAt({ target, pointerType }) {
  if (!(target instanceof Element) || target.closest("[data-drag-locked]")) return null;
  const handle = target.closest("[data-drag-handle]");
  if (handle) return handle.closest("[data-drag]");
  const item = /** @type {HTMLElement | null} */ (target.closest("[data-drag]"));
  const busy = target.closest(BUSY);
  if (!item || pointerType === "touch" || (busy && item.contains(busy))) return null;
  return hasHandle(item) ? null : item;
}

/** The item as it stands on the page now; null when it is gone. */
function itemNow() {
  if (drag && !drag.item.isConnected && drag.item.id) {
    const same = document.getElementById(drag.item.id);
    if (same?.dataset.drag === drag.item.dataset.drag) drag.item = same;
  }
  return drag?.item.isConnected ? drag.item : null;
}

function paint() {
  const item = itemNow();
  if (!drag?.lifted || !item) return;
  follow(item, drag.at, placeAt(item, drag.at));
}

/** @param {PointerEvent} event */
function begin(event) {
  const item = event.button === 0 && event.isPrimary && !drag ? itemAt(event) : null;
  if (!item) return;
  const from = { x: event.clientX, y: event.clientY };
  drag = { item, pointer: event.pointerId, from, at: from, lifted: false };
}

/** @param {PointerEvent} event */
function move(event) {
  if (drag?.pointer !== event.pointerId) return;
  drag.at = { x: event.clientX, y: event.clientY };
  const far = Math.hypot(drag.at.x - drag.from.x, drag.at.y - drag.from.y) > SLIP;
  if (!drag.lifted && !far) return;
  if (!drag.lifted) {
    drag.lifted = true;
    // The whole page has the pointer: the item itself may be rendered anew.
    document.documentElement.setPointerCapture(event.pointerId);
    lift(drag.item);
  }
  scrollNear(drag.at, paint);
  paint();
}

/** Where in the target that is: fractions of it, from its upper left corner. @param {Element} target @param {Point} at */
function within(target, at) {
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: (at.x - left) / width, y: (at.y - top) / height };
}

/** @param {PointerEvent} event */
function drop(event) {
  if (drag?.pointer !== event.pointerId) return;
  const item = itemNow();
  const { at } = drag;
  const place = drag.lifted && item ? placeAt(item, at) : null;
  if (drag.lifted) ignoreClick();
  stop();
  if (!item || !place || place.changesNothing) return;
  const detail = { item, target: place.target, before: place.before, at: within(place.target, at) };
  place.target.dispatchEvent(new CustomEvent("drag:dropped", { bubbles: true, detail }));
}

function stop() {
  drag = null;
  stopScrolling();
  putDown();
}

/** The click that follows a drop is not meant for what lies under it. */
function ignoreClick() {
  const ignore = (/** @type {Event} */ event) => (event.preventDefault(), event.stopPropagation());
  addEventListener("click", ignore, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", ignore, { capture: true }));
}

/** @param {KeyboardEvent} event */
function cancel(event) {
  if (event.key !== "Escape" || !drag?.lifted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  stop();
}

/** @param {PointerEvent} event */
const lost = (event) => drag?.pointer === event.pointerId && stop();
/** @param {Event} event nothing is selected, and no link dragged, by the same movement */
const hold = (event) => drag && event.preventDefault();

document.addEventListener("pointerdown", begin);
document.addEventListener("pointermove", move);
document.addEventListener("pointerup", drop);
document.addEventListener("pointercancel", lost);
document.addEventListener("selectstart", hold);
document.addEventListener("dragstart", hold);
document.addEventListener("keydown", cancel, true);
document.addEventListener("htmx:after:swap", paint);
