/** A folding menu closes when you click beside it, press Escape or choose from it. */

const MENU = "details.note__menu, details.menu";

/** @param {Element | null} except */
function closeAll(except) {
  for (const menu of document.querySelectorAll(`:is(${MENU})[open]`))
    if (menu !== except) menu.removeAttribute("open");
}

document.addEventListener("click", ({ target }) => {
  closeAll(target instanceof Element ? target.closest(MENU) : null);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest(MENU);
  closeAll(null);
  menu?.querySelector("summary")?.focus();
});
