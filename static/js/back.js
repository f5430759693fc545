/**
 * Everyone is called back: counts down to the moment that the server set (data-at), from what time
 * it was there (data-now). Then the page fetches itself, at a moment of its own so that a full room
 * does not ask at once.
 */

import { refresh } from "./region.js";

const TICK = 250;
const SPREAD = 1500; // milliseconds
const PATIENCE = 4000; // before asking once more

let counted = "";
let due = Infinity;
let asked = -Infinity;

/** @param {number} seconds */
const digits = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function tick() {
  const bar = document.getElementById("terug");
  const { at = "", now = "" } = bar?.dataset ?? {};
  if (!bar || !at) {
    counted = "";
    return;
  }
  if (counted !== at) {
    counted = at;
    due = performance.now() + Date.parse(at) - Date.parse(now);
  }
  const left = due - performance.now();
  const time = bar.querySelector(".back__time");
  const text = digits(Math.max(0, Math.ceil(left / 1000)));
  if (time && time.textContent !== text) time.textContent = text;
  if (left > 0 || performance.now() - asked < PATIENCE) return;
  asked = performance.now();
  setTimeout(() => refresh(SPREAD), 250);
}

document.addEventListener("htmx:after:swap", tick);
setInterval(tick, TICK);
tick();
