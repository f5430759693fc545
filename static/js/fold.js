/**
 * What this person folded or unfolded (details[data-keep-open] with an id) stays so on this device,
 * also after a reload and in every step that has the same part.
 */

const PREFIX = "fold:";
// What is fetched when it is opened, chain.js remembers.
const FOLD = "details[data-keep-open][id]:not([data-chain])";

/** @param {string} id @returns {string | null} */
function remembered(id) {
  try {
    return localStorage.getItem(PREFIX + id);
  } catch {
    return null; // private mode: then it lasts as long as the page
  }
}

/** @param {HTMLDetailsElement} details */
function remember({ id, open }) {
  try {
    localStorage.setItem(PREFIX + id, open ? "open" : "shut");
  } catch {
    // the same
  }
}

/** @type {WeakSet<Element>} what this person sees already */
const seen = new WeakSet();

function apply() {
  for (const details of document.querySelectorAll(FOLD)) {
    if (seen.has(details)) continue;
    seen.add(details);
    const was = remembered(details.id);
    if (was) details.toggleAttribute("open", was === "open");
  }
}

document.addEventListener("click", ({ target }) => {
  const details = target instanceof Element ? target.closest("summary")?.parentElement : null;
  // The browser turns it over after this.
  if (details instanceof HTMLDetailsElement && details.matches(FOLD)) setTimeout(remember, 0, details);
});
document.addEventListener("htmx:after:swap", apply);
apply();
