/**
 * What a page has of its own in a list of the server (data-stays), such as a post-it on its way,
 * stays where it is when the list comes in again: what comes in gets it too, before it is morphed.
 */

/** @param {Element} element */
const orderOf = (element) => Number(element.getAttribute("data-order") ?? Infinity);

/** What comes after it in this list. @param {Element} own @param {Element} list */
export const nextOf = (own, list) =>
  [...list.children].find((child) => orderOf(child) > orderOf(own)) ?? null;

/** @param {Element} own @param {ParentNode} fragment what comes in */
function addTo(own, fragment) {
  const list = fragment.querySelector(`[id="${own.parentElement?.id}"]`);
  if (!list || list.querySelector(`[id="${own.id}"]`)) return;
  list.insertBefore(own.cloneNode(true), nextOf(own, list));
}

document.addEventListener("htmx:before:swap", (event) => {
  const { tasks } = /** @type {CustomEvent} */ (event).detail;
  for (const own of document.querySelectorAll("[data-stays]"))
    for (const { fragment } of tasks) addTo(own, fragment);
});
