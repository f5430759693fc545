/**
 * The menu of a note is filled when it is opened, from the one of its board: among hundreds of notes
 * a menu in each would be most of the page. The template is written for note 0.
 */

const OF_NOTE_0 = /\/0\//;

/** @param {Element} button @param {HTMLElement} note */
function aim(button, note) {
  for (const verb of ["hx-get", "hx-post"]) {
    const url = button.getAttribute(verb);
    if (url) button.setAttribute(verb, url.replace(OF_NOTE_0, `/${note.dataset.note}/`));
  }
  if (button.hasAttribute("hx-get"))
    button.setAttribute("hx-target", `#${note.querySelector(".note__edit")?.id}`);
}

/** Nothing is put where it lies already. @param {Element} menu @param {HTMLElement} note */
function leaveOutItsPlace(menu, note) {
  menu.querySelector(`[name="area"][value="${note.dataset.area ?? ""}"]`)?.remove();
}

/** @param {Element} details @param {HTMLElement} note */
function fill(details, note) {
  const template = note.closest(".board")?.querySelector("template[data-note-menu]");
  if (!(template instanceof HTMLTemplateElement)) return;
  const menu = /** @type {Element} */ (template.content.firstElementChild?.cloneNode(true));
  for (const button of menu.children) aim(button, note);
  leaveOutItsPlace(menu, note);
  details.querySelector(":scope > div")?.remove();
  details.append(menu);
  htmx.process(menu);
}

// Opened before this script was there.
for (const details of document.querySelectorAll(".note > .note__menu[open]"))
  fill(details, /** @type {HTMLElement} */ (details.parentElement));

document.addEventListener("click", ({ target }) => {
  const summary = target instanceof Element ? target.closest(".note > .note__menu > summary") : null;
  const details = summary?.parentElement;
  const note = /** @type {HTMLElement | null | undefined} */ (summary?.closest(".note"));
  if (details && note && !details.hasAttribute("open")) fill(details, note);
});
