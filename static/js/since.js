/**
 * How long ago something was: time.since, with when it was (datetime) and what time it was at the
 * server then (data-now). Counted from when it came, so a wrong clock does not matter.
 */

const LOOK = 1000; // milliseconds
const MINUTE = 60_000;
/** @type {WeakMap<Element, {now: string, began: number}>} */
const known = new WeakMap();

/** @param {HTMLTimeElement} element @returns {number} milliseconds */
function age(element) {
  const { now = "" } = element.dataset;
  const found = known.get(element);
  const at = Date.parse(now) - Date.parse(element.dateTime);
  if (found?.now === `${now} ${element.dateTime}`) return performance.now() - found.began;
  known.set(element, { now: `${now} ${element.dateTime}`, began: performance.now() - at });
  return at;
}

/** @param {number} minutes */
const words = (minutes) => (minutes < 1 ? "net" : `${minutes} min geleden`);

function tick() {
  for (const element of document.querySelectorAll("time.since")) {
    const text = words(Math.floor(age(/** @type {HTMLTimeElement} */ (element)) / MINUTE));
    if (element.textContent !== text) element.textContent = text;
  }
}

document.addEventListener("htmx:after:swap", tick);
setInterval(tick, LOOK);
tick();
