/**
 * Divides what does not fit on the scherm over pages. An item is never torn apart; what it stands
 * in (a lane, a cluster, a board) comes along on each of its pages, with its heading.
 */

const ITEM = [
  ".note", ".pile:not(:has(.note))", ".room", ".tally:has(*)", ".agenda__block", ".agreed__action",
  ".columns > *", ".card dl > *", ".card:not(:has(dl))", ".lead.stack > li",
].join();
const LONG = 64; // letters: a note of more gets the width of two
const WIDE = 19; // rem: a list with room for two notes beside each other
const MANY = 20; // parts: with so little room for it nothing helps
const LOOK = 60; // items: more never fit on one page

/** What is on a page: the items from one to before another, and of a long item which part. */
/** @typedef {{from: number, to: number, part: number}} Page */

/** @param {HTMLElement} space @returns {HTMLElement[]} in the order in which they stand */
export function itemsIn(space) {
  const all = /** @type {HTMLElement[]} */ ([...space.querySelectorAll(ITEM)]);
  return all.filter((item) => !item.parentElement?.closest(ITEM));
}

/** By what an item is known again, also after a push. @param {HTMLElement} item */
export const keyOf = (item) => item.id || (item.textContent ?? "").trim().slice(0, 80);

/** @param {HTMLElement} space */
export function showAll(space) {
  delete space.dataset.paged;
  for (const one of space.querySelectorAll("[data-away]")) one.removeAttribute("data-away");
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (space.querySelectorAll("[data-cut]"))) {
    one.removeAttribute("data-cut");
    one.style.removeProperty("block-size");
  }
}

/** Long notes become wide instead of high, where there is room. @param {HTMLElement} space */
export function widen(space) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const isWide = new Map();
  const notes = /** @type {HTMLElement[]} */ ([...space.querySelectorAll(".note")]);
  for (const { parentElement: list } of notes)
    if (list && !isWide.has(list)) isWide.set(list, list.clientWidth >= WIDE * rem);
  for (const note of notes) {
    const text = note.querySelector(".note__text")?.textContent ?? "";
    note.toggleAttribute("data-long", text.length > LONG && isWide.get(note.parentElement));
  }
}

/**
 * Shows these items alone.
 * @param {HTMLElement} space @param {HTMLElement[]} items @param {Pick<Page, "from" | "to">} page
 */
function only(space, items, { from, to }) {
  const stays = new Set();
  const goes = new Set();
  items.forEach((item, place) => {
    const isHere = place >= from && place < to;
    item.toggleAttribute("data-away", !isHere);
    const around = isHere ? stays : goes;
    for (let box = item.parentElement; box && box !== space; box = box.parentElement) {
      if (around.has(box)) break;
      around.add(box);
    }
  });
  for (const box of goes) box.toggleAttribute("data-away", !stays.has(box));
  for (const box of stays) box.removeAttribute("data-away");
}

/** Below which height an item is cut off. @param {HTMLElement} space @param {DOMRect[]} boxes */
function limit(space, boxes) {
  const { top, bottom } = space.getBoundingClientRect();
  const content = top + space.scrollHeight;
  const last = Math.max(...boxes.map((box) => box.bottom));
  return bottom - Math.max(0, content - last);
}

/** How many of these fit. @param {HTMLElement} space @param {HTMLElement[]} items */
function counted(space, items) {
  if (space.scrollHeight <= space.clientHeight + 1) return items.length;
  const boxes = items.map((item) => item.getBoundingClientRect());
  const most = limit(space, boxes);
  const first = boxes.findIndex((box) => box.bottom > most + 1);
  return first < 0 ? items.length : first;
}

/** @param {HTMLElement} space @param {HTMLElement} item @returns {number} how many parts */
function cut(space, item) {
  const rest = item.getBoundingClientRect();
  const height = Math.floor(limit(space, [rest]) - rest.top);
  if (height < item.offsetHeight / MANY) return 1;
  item.style.setProperty("block-size", `${height}px`);
  item.setAttribute("data-cut", "");
  return Math.max(1, Math.round((item.scrollWidth + gap(item)) / (item.clientWidth + gap(item))));
}

/** @param {HTMLElement} item */
const gap = (item) => parseFloat(getComputedStyle(item).columnGap) || 0;

/**
 * The pages on which all of these fit. Looks at each page once.
 * @param {HTMLElement} space @param {HTMLElement[]} items @returns {Page[]}
 */
export function divide(space, items) {
  space.dataset.paged = "";
  widen(space);
  const pages = /** @type {Page[]} */ ([]);
  for (let from = 0, to = 0; from < items.length; from = to) {
    const most = Math.min(from + LOOK, items.length);
    only(space, items, { from, to: most });
    to = from + counted(space, items.slice(from, most));
    if (to > from) pages.push({ from, to, part: 0 });
    else pages.push(...partsOf(space, items, from, (to = from + 1)));
  }
  return pages;
}

/** @param {HTMLElement} space @param {HTMLElement[]} items @param {number} from @param {number} to */
function partsOf(space, items, from, to) {
  only(space, items, { from, to });
  const fits = space.scrollHeight <= space.clientHeight + 1;
  const parts = fits ? 1 : cut(space, items[from]);
  return Array.from({ length: parts }, (_, part) => ({ from, to, part }));
}

/** @param {HTMLElement} space @param {HTMLElement[]} items @param {Page} page */
export function show(space, items, page) {
  only(space, items, page);
  for (const item of items.slice(page.from, page.to))
    if (item.hasAttribute("data-cut")) item.scrollLeft = page.part * (item.clientWidth + gap(item));
}

/** How many letters there are to read. @param {HTMLElement[]} items @param {Page} page */
export function lettersOn(items, { from, to }) {
  const texts = items.slice(from, to).map((item) => item.textContent?.trim() ?? "");
  return texts.join(" ").replace(/\s+/g, " ").length;
}
