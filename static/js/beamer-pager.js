/** The number, dots and buttons of the pages of the scherm, and its keys. */

import { pause, state, turn } from "./beamer-turns.js";

const DOTS = 8; // more are too many to count
/** @type {Record<string, number>} */
const KEYS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

const pager = /** @type {HTMLElement} */ (document.getElementById("bladeren"));
/** @param {string} selector */
const part = (selector) => /** @type {HTMLElement} */ (pager.querySelector(selector));

export function showPager() {
  const { here, count, isPaused, news } = state();
  pager.hidden = count < 2;
  part(".pager__count").textContent = `${here + 1} van ${count}`;
  part(".pager__dots").replaceChildren(...(count > DOTS ? [] : news.map((isNew, at) => dot(at === here, isNew))));
  part("[data-pause]").textContent = isPaused ? "Laat bladeren" : "Zet stil";
}

/** @param {boolean} isHere @param {boolean} isNew */
function dot(isHere, isNew) {
  const mark = document.createElement("i");
  mark.classList.toggle("is-here", isHere);
  mark.classList.toggle("is-new", isNew);
  return mark;
}

pager.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  if (button?.dataset.turn) turn(Number(button.dataset.turn));
  else if (button) pause();
});

/** A button that has the focus keeps its own keys. @param {KeyboardEvent} event */
const isForUs = ({ target, key, ctrlKey, altKey, metaKey, repeat }) =>
  !pager.hidden && !repeat && !ctrlKey && !altKey && !metaKey &&
  !(key === " " && target instanceof Element && target.closest("button, a")) &&
  !document.querySelector("#meedoen:popover-open");

document.addEventListener("keydown", (event) => {
  if (!isForUs(event)) return;
  if (event.key in KEYS) turn(KEYS[event.key]);
  else if (event.key.toLowerCase() === "p") pause();
  else return;
  event.preventDefault();
});
