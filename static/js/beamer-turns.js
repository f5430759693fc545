/**
 * Which page of the scherm is shown, and when the next one comes: by itself, by key or by button.
 * A page stays as long as it takes to read. What is new is shown next.
 */

const LEAST = 10_000; // milliseconds that a page stays at least
const MOST = 30_000;
const GLANCE = 4000; // to find out that there is another page
const LETTER = 33; // milliseconds: slow readers manage some thirty letters in a second
const AT_ONCE = 5000; // what comes while its page is shown can be seen at least so long

/** @typedef {{keys: string[], letters: number, show: () => void}} Leaf */

let leaves = /** @type {Leaf[]} */ ([]);
let here = 0;
let isPaused = false;
let due = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** What was there before, and what of it nobody could see yet, the newest last. */
let known = new Set();
const fresh = new Set();
let changed = () => {};

/** @param {Leaf} leaf */
const calm = ({ letters }) => Math.min(MOST, Math.max(LEAST, GLANCE + letters * LETTER));

/** Called after each turn. @param {() => void} tell */
export function onTurn(tell) {
  changed = tell;
}

export const state = () => ({
  here, isPaused, count: leaves.length, news: leaves.map(({ keys }) => keys.some((key) => fresh.has(key))),
});

/**
 * These are the pages now; who was reading stays where they were.
 * @param {Leaf[]} now @param {boolean} isAnew another step: from its first page
 */
export function use(now, isAnew) {
  const before = leaves[here]?.keys ?? [];
  const wasLong = leaves.length > 1;
  if (isAnew) known.clear();
  if (isAnew) fresh.clear();
  const keys = now.flatMap((leaf) => leaf.keys);
  if (known.size) for (const key of keys) if (!known.has(key)) fresh.add(key);
  for (const key of fresh) if (!keys.includes(key)) fresh.delete(key);
  known = new Set(keys);
  leaves = now;
  here = isAnew ? 0 : placeOf(before);
  const sees = leaves[here]?.keys.some((key) => fresh.has(key));
  shown();
  if (isAnew || !wasLong) wait(leaves[here] ? calm(leaves[here]) : 0);
  else if (sees) wait(Math.max(due - Date.now(), AT_ONCE));
  else wait(due - Date.now());
}

/** The page that holds most of what was on the page. @param {string[]} keys */
function placeOf(keys) {
  const shared = leaves.map((leaf) => leaf.keys.filter((key) => keys.includes(key)).length);
  const most = Math.max(0, ...shared);
  return most ? shared.indexOf(most) : Math.min(here, Math.max(0, leaves.length - 1));
}

function shown() {
  leaves[here]?.show();
  for (const key of leaves[here]?.keys ?? []) fresh.delete(key);
  changed();
}

/** @param {number} time in milliseconds until the next page */
function wait(time) {
  clearTimeout(timer);
  due = Date.now() + time;
  if (leaves.length > 1 && !isPaused) timer = setTimeout(goOn, Math.max(0, time));
}

/** The page with what came last, or else the next one. */
function goOn() {
  const newest = [...fresh].at(-1);
  const found = leaves.findIndex(({ keys }) => newest !== undefined && keys.includes(newest));
  to(found >= 0 ? found : here + 1);
}

/** @param {number} page from the last on to the first */
function to(page) {
  if (!leaves.length) return;
  here = (page + leaves.length) % leaves.length;
  shown();
  wait(calm(leaves[here]));
}

/** @param {number} by how many pages, back when below zero */
export const turn = (by) => to(here + by);

export function pause() {
  isPaused = !isPaused;
  wait(leaves[here] ? calm(leaves[here]) : 0);
  changed();
}
