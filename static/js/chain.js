/**
 * What earlier blocks left, in a fold [data-chain]: fetched each time that it is opened. Whether it
 * is open is remembered for this tab, also over a reload.
 */

const PREFIX = "mee:";
const SLOW = "Even wachten…";
const FAILED = "Dit lukte niet. Vouw het dicht en weer open.";

/** @param {Element} fold @returns {string} */
const keyOf = (fold) => `${PREFIX}${location.pathname}#${fold.id}`;

/** @param {string} key @param {boolean} open */
function remember(key, open) {
  try {
    if (open) sessionStorage.setItem(key, "open");
    else sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing starts with the fold closed.
  }
}

/** @param {string} key @returns {boolean} */
function isRemembered(key) {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** @param {HTMLDetailsElement} fold */
function fill(fold) {
  const content = fold.querySelector(".chain__content");
  if (!content) return;
  if (!content.childElementCount) content.textContent = SLOW;
  htmx.trigger(content, "chain:open");
}

document.addEventListener(
  "toggle",
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.matches("[data-chain]")) return;
    remember(keyOf(target), target.open);
    if (target.open) fill(target);
  },
  true, // it does not bubble
);

document.addEventListener("htmx:finally:request", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const content = ctx.sourceElement;
  if (!content.matches?.(".chain__content") || ctx.response?.status === 200) return;
  if (!content.childElementCount) content.textContent = FAILED;
});

function reopen() {
  for (const fold of document.querySelectorAll("details[data-chain]:not([open])"))
    if (isRemembered(keyOf(fold))) /** @type {HTMLDetailsElement} */ (fold).open = true;
}

document.addEventListener("htmx:after:swap", reopen);
setTimeout(reopen); // after the start of htmx, a timer set before this one
