/**
 * A button with data-opens="id" opens that dialog; one with data-closes closes the dialog it is in.
 * A form in a dialog closes it as soon as the server has taken what it holds, unless somebody went
 * on typing in it meanwhile: that stays, in an open dialog.
 */

import { watch } from "./answers.js";

const FIELDS = "input:not([type]), textarea";
const typedIn = new WeakSet();

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const opener = target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.getAttribute("data-opens") ?? "");
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  target.closest("[data-closes]")?.closest("dialog")?.close();
});

document.addEventListener("input", ({ target }) => {
  const dialog = target instanceof Element && target.closest("dialog");
  if (dialog) typedIn.add(dialog);
});

watch("dialog form", {
  sending({ form }) {
    say(form, "");
    typedIn.delete(form.closest("dialog") ?? form);
  },
  stored({ form, sent }) {
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(FIELDS)))
      if (field.value === sent.get(field.name)) field.value = "";
    const dialog = form.closest("dialog");
    if (dialog && !typedIn.has(dialog)) dialog.close();
  },
  unreachable: ({ form }) => say(form, "Geen verbinding. Probeer het zo nog eens."),
});

/** @param {HTMLFormElement} form @param {string} words */
function say(form, words) {
  const line = form.closest("dialog")?.querySelector("[data-error]");
  if (line) line.textContent = words;
}
