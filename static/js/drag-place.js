/** Where an item that is dragged would come to stand. See drag.js. */

/** @typedef {{x: number, y: number}} Point */
/** @typedef {{target: HTMLElement, before: HTMLElement | null, line: DOMRect | null, changesNothing: boolean}} Place */

const THICK = 4; // pixels

/** @param {HTMLElement} target @param {string} kind @returns {HTMLElement[]} */
const itemsIn = (target, kind) =>
  /** @type {HTMLElement[]} */ ([...target.querySelectorAll(`[data-drag="${CSS.escape(kind)}"]`)])
    .filter((one) => one.closest(`[data-drop~="${CSS.escape(kind)}"]`) === target);

/** @param {DOMRect} one @param {DOMRect} other */
const areBeside = (one, other) => one.bottom - 1 > other.top && other.bottom - 1 > one.top;

/** Do these items stand beside each other, or one below the other? @param {DOMRect[]} boxes */
const isRow = (boxes) => boxes.some((box, at) => at > 0 && areBeside(boxes[at - 1], box));

/** @param {DOMRect} box @param {Point} at @param {boolean} inRow */
function isAfter(box, { x, y }, inRow) {
  if (!inRow) return y < box.top + box.height / 2;
  return y < box.top || (y < box.bottom && x < box.left + box.width / 2);
}

/**
 * The line between what stands before and after.
 * @param {DOMRect | undefined} before @param {DOMRect | undefined} after @param {boolean} inRow
 */
function lineBetween(before, after, inRow) {
  const box = after ?? before;
  if (!box) return null;
  if (inRow) {
    const x = after ? box.left - THICK : box.right;
    return new DOMRect(x, box.top, THICK, box.height);
  }
  const y = after && before ? (before.bottom + after.top) / 2 : after ? box.top : box.bottom;
  return new DOMRect(box.left, y - THICK / 2, box.width, THICK);
}

/** @param {HTMLElement} item @param {Point} at @returns {Place | null} null where it cannot be dropped */
export function placeAt(item, at) {
  const kind = item.dataset.drag ?? "";
  const under = document.elementFromPoint(at.x, at.y);
  const target = /** @type {HTMLElement | null | undefined} */ (
    under?.closest(`[data-drop~="${CSS.escape(kind)}"]`)
  );
  if (!target || target === item) return null;
  const all = itemsIn(target, kind);
  if (target.hasAttribute("data-drop-point"))
    return { target, before: null, line: null, changesNothing: false };
  if (target.hasAttribute("data-drop-unordered"))
    return { target, before: null, line: null, changesNothing: all.includes(item) };
  const others = all.filter((one) => one !== item);
  const boxes = others.map((one) => one.getBoundingClientRect());
  const inRow = isRow(boxes);
  const found = boxes.findIndex((box) => isAfter(box, at, inRow));
  const index = found < 0 ? others.length : found;
  const line = lineBetween(boxes[index - 1], boxes[index], inRow);
  return { target, before: others[index] ?? null, line, changesNothing: all[index] === item };
}
