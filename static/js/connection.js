/** The quiet line #verbinding that tells how the connection is, only when that matters. */

import { isOnDevice } from "./store.js";

const LOST = "Geen verbinding. Je tekst is bewaard.";
const LOST_AND_UNKEPT = "Geen verbinding. Sluit dit scherm niet: je tekst staat alleen hier.";
const MISSED = "Geen verbinding. Je druk op de knop is niet aangekomen. Probeer het straks nog eens.";
const BLOCKED = "Live-verbinding is geblokkeerd. Dit scherm ververst zichzelf.";
const UNSTEADY = "Live-verbinding valt steeds weg. Dit scherm ververst zichzelf.";
const BACK = "Je bent weer verbonden.";

const CERTAIN = 5000; // polls and succeeds this long: it is the socket, not the network
const SHOWN = 3000;

let shown = "";
let isMissed = false;
/** @type {number | undefined} */
let hiding;

/** @param {string} words @param {string} state lost, blocked or back; empty for nothing to say */
function show(words, state) {
  if (words === shown) return;
  shown = words;
  clearTimeout(hiding);
  const line = document.getElementById("verbinding");
  if (!line) return;
  line.hidden = !words;
  line.dataset.state = state;
  line.textContent = words;
}

/** Somebody pressed a button and it did not arrive: there is no text of it to keep. */
export function missed() {
  isMissed = true;
}

/**
 * @param {{reachableSince: number, pollingSince: number, isUnsteady: boolean}} connection since
 *   when requests succeed and since when the page polls, in milliseconds since 1970, or 0 while
 *   they fail or it does not; and whether the socket is dropped again and again
 */
export function sayConnection({ reachableSince, pollingSince, isUnsteady }) {
  if (!reachableSince) return show(!isOnDevice() ? LOST_AND_UNKEPT : isMissed ? MISSED : LOST, "lost");
  isMissed = false;
  if (pollingSince) {
    const isCertain = Date.now() - Math.max(pollingSince, reachableSince) > CERTAIN;
    if (isCertain) show(isUnsteady ? UNSTEADY : BLOCKED, "blocked");
    return;
  }
  if (!shown || shown === BACK) return;
  show(BACK, "back");
  hiding = setTimeout(() => show("", ""), SHOWN);
}
