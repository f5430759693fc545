/**
 * What happens on a board, for who does not see it: how many notes hang there, at most once in some
 * seconds and not one by one, and the moment at which all texts are shown.
 */

const EVERY = 5000; // milliseconds
const NOTE = ".note:not(.is-pending, .is-gone, .is-hidden)";

const line = document.getElementById("bord-melding");
/** What was there at the last look, by id: whether the board waits for the signal. @type {Map<string, boolean>} */
let boards = new Map();
let told = 0;
let last = -EVERY;
/** @type {number | undefined} */
let timer;

const count = () => document.querySelectorAll(`.board:not([data-waits]) ${NOTE}`).length;

/** @param {number} number */
const notes = (number) => (number === 1 ? "1 post-it" : `${number} post-its`);

/** @param {number} number @param {string} words */
function say(number, words) {
  clearTimeout(timer);
  timer = undefined;
  told = number;
  last = performance.now();
  if (line) line.textContent = words;
}

function sayCount() {
  timer = undefined;
  const number = count();
  if (number !== told) say(number, `${notes(number)} op het bord`);
}

/** @returns {Map<string, boolean>} */
const lookAtBoards = () =>
  new Map([...document.querySelectorAll(".board")].map((board) => [board.id, board.hasAttribute("data-waits")]));

function look() {
  const [before, number] = [boards, count()];
  boards = lookAtBoards();
  const ids = [...boards.keys()];
  if (ids.some((id) => before.get(id) && !boards.get(id)))
    return say(number, `Alle teksten staan er nu: ${notes(number)}.`);
  // Another board is told by its step; only what changes on it from now on is told here.
  if (ids.join() !== [...before.keys()].join()) told = number;
  if (number !== told) timer ??= setTimeout(sayCount, Math.max(1000, last + EVERY - performance.now()));
}

document.addEventListener("htmx:after:swap", look);
boards = lookAtBoards();
told = count();
