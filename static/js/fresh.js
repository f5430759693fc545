/**
 * Words that hold only for a while, such as how late the day is and how many are there, say until
 * when (data-fresh-until) and what time it was at the server (data-now). From the first such moment
 * on the live region is fetched again, until it has other words. Counted from when they came, so a
 * wrong clock does not matter.
 */

import { isResting } from "./polling.js";
import { isBeingFetched, refresh } from "./region.js";

const LOOK = 1000; // milliseconds
const PATIENCE = 5000; // before asking once more

let until = "";
let due = Infinity;

/** How long these words hold from when they came, in milliseconds. @param {DOMStringMap} words */
const left = ({ freshUntil = "", now = "" }) => Date.parse(freshUntil) - Date.parse(now);

function look() {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-fresh-until]")]);
  const [soonest] = all.map(({ dataset }) => dataset).sort((a, b) => left(a) - left(b));
  const { freshUntil = "" } = soonest ?? {};
  if (freshUntil !== until) {
    until = freshUntil;
    due = soonest ? performance.now() + left(soonest) : Infinity;
  }
  if (performance.now() < due || isBeingFetched() || isResting()) return;
  due = performance.now() + PATIENCE;
  refresh();
}

setInterval(look, LOOK);
