/**
 * When a page fetches itself every few seconds: while its socket is closed, and while it keeps
 * dropping. It goes on trying the socket, and stops polling when that holds.
 */

const PATIENCE = 4000; // without a socket before polling starts
const OFTEN = 30_000; // two drops within this time: this network does not keep a socket open
const STEADY = 10_000; // open this long after that: it does
const POLL = 2500;
const POLL_HIDDEN = 15_000;
const REST = 5; // times as long as an answer took: pages that poll never ask all of a server
const LONGEST_REST = 30_000;
const SLEPT = 60_000; // no answer is waited for so long: this machine slept meanwhile

/** A clock that nobody can set back: polling would stop for as long. */
const now = () => performance.now();
const spread = (/** @type {number} */ ms) => ms * (0.8 + Math.random() * 0.4);

/** Since when the socket is open, or 0 while it is closed. */
let openSince = 0;
let closedSince = now();
let lastDrop = -OFTEN;
let unsteady = false;
let nextPoll = 0;
let restsUntil = 0;
let since = 0;

export function opened() {
  openSince = now();
}

/** @param {boolean} dropped it broke; not closed by this page itself */
export function closed(dropped) {
  if (!openSince) return;
  openSince = 0;
  closedSince = now();
  if (!dropped) return;
  unsteady ||= now() - lastDrop < OFTEN;
  lastDrop = now();
}

/** The socket opens, and is dropped again and again. */
export const isUnsteady = () => unsteady;

/** @returns {number} since when the page polls, in milliseconds since 1970; 0 when it does not */
export function pollingSince() {
  if (openSince && now() - openSince > STEADY) unsteady = false;
  const polls = unsteady || (!openSince && now() - closedSince > PATIENCE);
  since = polls ? since || Date.now() : 0;
  return since;
}

/** @returns {boolean} whether it is time to fetch; asked again, it is not */
export function isTime() {
  if (!pollingSince() || now() < nextPoll) return false;
  nextPoll = now() + spread(document.hidden ? POLL_HIDDEN : POLL);
  return true;
}

/**
 * The live region was fetched, or could not be.
 * @param {number} took milliseconds until there was an answer, or none
 * @returns {number} milliseconds to leave the server alone
 */
export function answered(took) {
  const rest = took > SLEPT ? 0 : spread(Math.min(LONGEST_REST, REST * took));
  restsUntil = now() + rest;
  nextPoll = Math.max(nextPoll, restsUntil);
  return rest;
}

/** The server is left alone: it was slow. */
export const isResting = () => now() < restsUntil;

/** Someone looks at the page again: do not let them wait. */
export function hurry() {
  nextPoll = 0;
  restsUntil = 0;
}
