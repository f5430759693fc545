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
    if (menu !== except) close(menu);
}

/** The cursor does not vanish with what it was on. @param {Element} menu */
function close(menu) {
  const wasHere = menu.contains(document.activeElement);
  menu.removeAttribute("open");
  if (wasHere) menu.querySelector("summary")?.focus({ preventScroll: true });
}

document.addEventListener("click", ({ target }) => {
  const at = target instanceof Element ? target : document.body;
  closeAll(at.closest("button, a") ? null : at.closest(MENU));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  closeAll(null);
});

watch("form", {
  stored({ form }) {
    const open = form.closest(`:is(${MENU}, ${FORM})[open]`);
    if (!open) return;
    close(open);
  },
});
