/**
 * The scherm holds what there is to show without scrolling: as large as it fits, and on pages when
 * it would get too small to read from ten metres. The server says in which order everything stands;
 * this only chooses what is seen now, so it can start afresh after every change.
 */

import { fit, fitTask, fitsAtLeast } from "./beamer-fit.js";
import { showPager } from "./beamer-pager.js";
import { divide, itemsIn, keyOf, lettersOn, show, showAll, widen } from "./beamer-pages.js";
import { draw, hasPicture, isReadable, number, planeIn } from "./beamer-plane.js";
import { onTurn, use } from "./beamer-turns.js";

/** @typedef {import("./beamer-turns.js").Leaf} Leaf */

const AGAIN = 250; // milliseconds between two times that everything is measured

const stage = () => document.getElementById("stage");
const space = () => /** @type {HTMLElement | null} */ (document.querySelector("[data-pages]"));

let step = /** @type {string | undefined} */ (undefined);
let measured = -AGAIN;
let isAsked = false;

function layOut() {
  isAsked = false;
  measured = performance.now();
  const [main, here] = [stage(), space()];
  if (!main) return;
  const isAnew = main.dataset.step !== step;
  step = main.dataset.step;
  fitTask(main);
  use(here ? leavesOf(here) : [], isAnew);
  watch();
}

/** @param {HTMLElement} here @returns {Leaf[]} */
function leavesOf(here) {
  showAll(here);
  const plane = planeIn(here);
  if (plane) return planeLeaves(here, plane);
  const items = itemsIn(here);
  widen(here);
  if (fit(here)) return [leaf(here, items, { from: 0, to: items.length, part: 0 }, () => {})];
  return pagesOf(here, items);
}

/** @param {HTMLElement} here @param {HTMLElement} plane @returns {Leaf[]} */
function planeLeaves(here, plane) {
  fitsAtLeast(here);
  const items = itemsIn(here);
  const all = { from: 0, to: items.length, part: 0 };
  if (isReadable(here, plane)) return [leaf(here, items, all, () => {})];
  number(plane);
  draw(plane, false);
  const lists = pagesOf(here, items, () => draw(plane, false));
  if (!hasPicture(plane)) return lists;
  const picture = () => {
    showAll(here);
    draw(plane, true);
  };
  return [{ keys: [], letters: items.length * 10, show: picture }, ...lists];
}

/** @param {HTMLElement} here @param {HTMLElement[]} items @param {() => void} [first] */
function pagesOf(here, items, first) {
  return divide(here, items).map((page) =>
    leaf(here, items, page, () => {
      here.dataset.paged = "";
      first?.();
      show(here, items, page);
    }),
  );
}

/**
 * @param {HTMLElement} here @param {HTMLElement[]} items
 * @param {import("./beamer-pages.js").Page} page @param {() => void} show_ @returns {Leaf}
 */
function leaf(here, items, page, show_) {
  const keys = items.slice(page.from, page.to).map(keyOf);
  return { keys, letters: lettersOn(items, page), show: show_ };
}

/** Once before the next picture, and not more often than a tired laptop can bear. */
function ask() {
  if (isAsked) return;
  isAsked = true;
  const left = measured + AGAIN - performance.now();
  if (left > 0 && stage()?.dataset.step === step) setTimeout(layOut, Math.min(left, AGAIN));
  else layOut();
}

const sizes = new ResizeObserver(ask);
/** @type {Element | null} */
let watched = null;

/** What lies around it may grow too, such as what the clock says. */
function watch() {
  const here = space();
  if (here === watched) return;
  sizes.disconnect();
  watched = here;
  if (here) sizes.observe(here);
}

// What this page says of what the server renders stays through a morph, so that nothing flashes.
const OWN = ["data-away", "data-cut", "data-long", "data-numbered", "data-paged"];
htmx.registerExtension("beamer", {
  /** @param {Element} _ @param {{attrName: string}} change */
  htmx_before_morph_attr: (_, { attrName }) => (OWN.includes(attrName) ? false : undefined),
});

onTurn(showPager);
addEventListener("resize", ask);
document.addEventListener("htmx:after:swap", ask);
document.addEventListener("load", ask, { capture: true });
document.fonts.ready.then(ask);
layOut();
