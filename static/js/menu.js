/**
 * A folding menu closes when you choose from it, click beside it or press Escape. A form that unfolds from a list
 * closes with it as soon as the server has stored what was typed in it.
 */

import { watch } from "./answers.js";

const MENU = "details.note__menu, details.menu";
const FORM = "details.action__change";

/** @param {Element | null} except */
function closeAll(except) {
  for (const menu of document.querySelectorAll(`:is(${MENU})[open]`))
    if (menu !== except) menu.removeAttribute("open");
}

document.addEventListener("click", ({ target }) => {
  const at = target instanceof Element ? target : document.body;
  closeAll(at.closest("button, a") ? null : at.closest(MENU));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest(MENU);
  closeAll(null);
  menu?.querySelector("summary")?.focus();
});

watch("form", {
  stored({ form }) {
    const open = form.closest(`:is(${MENU}, ${FORM})[open]`);
    if (!open) return;
    const wasHere = open.contains(document.activeElement);
    open.removeAttribute("open");
    if (wasHere) open.querySelector("summary")?.focus({ preventScroll: true });
  },
});
