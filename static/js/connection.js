/** The quiet line #verbinding that tells how the connection is, only when that matters. */

const LOST = "Geen verbinding. Je tekst is bewaard.";
const BLOCKED = "Live-verbinding is geblokkeerd. Dit scherm ververst zichzelf.";
const BACK = "Je bent weer verbonden.";

const PATIENCE = 4000;
const CERTAIN = 8000; // requests succeed this long and there is still no socket: it is blocked
const SHOWN = 3000;

let shown = "";
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

/**
 * @param {{reachableSince: number, openUntil: number}} connection since when requests succeed (0
 *   while they fail) and when the socket was last open, in milliseconds since 1970
 */
export function sayConnection({ reachableSince, openUntil }) {
  const closedFor = Date.now() - openUntil;
  if (!reachableSince) return show(LOST, "lost");
  if (closedFor > PATIENCE) {
    if (Math.min(closedFor, Date.now() - reachableSince) > CERTAIN) show(BLOCKED, "blocked");
    return;
  }
  if (shown !== LOST && shown !== BLOCKED) return;
  show(BACK, "back");
  hiding = setTimeout(() => show("", ""), SHOWN);
}
