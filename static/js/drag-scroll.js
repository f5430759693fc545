/** Who drags to the edge of what scrolls goes on there. See drag.js. */

/** @typedef {{x: number, y: number}} Point */

const EDGE = 56; // pixels from the edge where it begins
const FASTEST = 14; // pixels per frame, at the very edge

let frame = 0;
/** @type {Point} */
let at = { x: 0, y: 0 };
/** @type {() => void} */
let moved = () => {};

/** @param {Point} point @param {() => void} scrolled called after every frame that scrolled */
export function scrollNear(point, scrolled) {
  at = point;
  moved = scrolled;
  frame ||= requestAnimationFrame(step);
}

export function stopScrolling() {
  cancelAnimationFrame(frame);
  frame = 0;
}

function step() {
  frame = 0;
  const scrolls = scrollers().some((element) => scroll(element));
  if (!scrolls) return;
  moved();
  frame = requestAnimationFrame(step);
}

/** What scrolls under the pointer, the innermost first and the page last. */
function scrollers() {
  const found = [];
  for (let one = document.elementFromPoint(at.x, at.y); one; one = one.parentElement)
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY))
      found.push(one);
  const page = document.scrollingElement;
  return page && !found.includes(page) ? [...found, page] : found;
}

/** @param {Element} element @returns {boolean} whether it moved */
function scroll(element) {
  const isPage = element === document.scrollingElement;
  const { top, bottom } = isPage ? { top: 0, bottom: innerHeight } : element.getBoundingClientRect();
  const deep = at.y < top + EDGE ? at.y - top - EDGE : Math.max(0, at.y - bottom + EDGE);
  const before = element.scrollTop;
  element.scrollTop += Math.max(-1, Math.min(1, deep / EDGE)) * FASTEST;
  return element.scrollTop !== before;
}
