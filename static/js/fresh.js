/**
 * Words that hold only for a while, such as how late the day is, say until when (data-fresh-until)
 * and what time it was at the server (data-now). From that moment on the live region is fetched
 * again, until it has other words. Counted from when they came, so a wrong clock does not matter.
 */

import { refresh } from "./region.js";

const LOOK = 1000; // milliseconds
const PATIENCE = 5000; // before asking once more

let until = "";
let due = Infinity;

function look() {
  const words = /** @type {HTMLElement | null} */ (document.querySelector("[data-fresh-until]"));
  const { freshUntil = "", now = "" } = words?.dataset ?? {};
  if (freshUntil !== until) {
    until = freshUntil;
    due = words ? performance.now() + Date.parse(freshUntil) - Date.parse(now) : Infinity;
  }
  if (performance.now() < due) return;
  due = performance.now() + PATIENCE;
  refresh();
}

setInterval(look, LOOK);
