/**
 * A button with data-opens="id" opens that dialog; one with data-closes closes the dialog it is in.
 * A form in a dialog closes it as soon as the server has taken what it holds.
 */

import { watch } from "./answers.js";

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const opener = target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.getAttribute("data-opens") ?? "");
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  target.closest("[data-closes]")?.closest("dialog")?.close();
});

watch("dialog form", {
  sending: ({ form }) => say(form, ""),
  stored({ form }) {
    for (const field of form.querySelectorAll("input:not([type]), textarea"))
      /** @type {HTMLInputElement} */ (field).value = "";
    form.closest("dialog")?.close();
  },
  unreachable: ({ form }) => say(form, "Geen verbinding. Probeer het zo nog eens."),
});

/** @param {HTMLFormElement} form @param {string} words */
function say(form, words) {
  const line = form.closest("dialog")?.querySelector("[data-error]");
  if (line) line.textContent = words;
}
