/**
 * What the gespreksleider calls a pupil: an input with data-nickname="<place>". It has no name, so
 * no form sends it; it stays on this device and is forgotten after a day.
 */

const PREFIX = "roepnaam:";
const LIFETIME = 24 * 60 * 60 * 1000;

/** @param {string} key @returns {string} */
function read(key) {
  try {
    const { name, at } = JSON.parse(localStorage.getItem(key) ?? "{}");
    if (Date.now() - (at ?? 0) < LIFETIME) return name;
    localStorage.removeItem(key);
  } catch {
    // No localStorage here: the name lives as long as the page.
  }
  return "";
}

/** @param {string} key @param {string} name */
function write(key, name) {
  try {
    if (name) localStorage.setItem(key, JSON.stringify({ name, at: Date.now() }));
    else localStorage.removeItem(key);
  } catch {
    // The name is still in the field itself.
  }
}

function fillAll() {
  for (const field of document.querySelectorAll("input[data-nickname]")) {
    const input = /** @type {HTMLInputElement} */ (field);
    if (!input.value) input.value = read(PREFIX + input.dataset.nickname);
  }
}

function sweep() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) read(key);
}

document.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement && target.dataset.nickname)
    write(PREFIX + target.dataset.nickname, target.value);
});

document.addEventListener("htmx:after:swap", fillAll);
fillAll();
try {
  sweep();
} catch {
  // No localStorage here.
}
