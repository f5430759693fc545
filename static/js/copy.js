/** A button with data-copy="text", or data-copy="#id" for the address, value or text of that element. */

const SHOWN = 2000;

/** @param {Element} button @returns {string} */
function textOf(button) {
  const wanted = button.getAttribute("data-copy") ?? "";
  const source = /^#[\w-]+$/.test(wanted) ? document.querySelector(wanted) : null;
  if (source instanceof HTMLAnchorElement) return source.href;
  return source ? /** @type {any} */ (source).value ?? source.textContent.trim() : wanted;
}

/** The clipboard API is missing on a plain http address. @param {string} text */
function copyByHand(text) {
  const area = document.body.appendChild(document.createElement("textarea"));
  area.className = "visually-hidden";
  area.value = text;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

/** @param {string} text @returns {Promise<boolean>} */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-copy]") : null;
  if (!button || button.getAttribute("aria-live")) return;
  const label = button.innerHTML;
  const done = await copy(textOf(button));
  button.setAttribute("aria-live", "polite");
  button.textContent = done ? "Gekopieerd" : "Kopiëren lukt hier niet";
  if (button instanceof HTMLElement) button.focus();
  setTimeout(() => {
    button.innerHTML = label;
    button.removeAttribute("aria-live");
  }, SHOWN);
});
