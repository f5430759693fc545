/**
 * What a page has of its own in a list of the server (data-stays), such as a post-it on its way,
 * stays where it is when the list comes in again: what comes in gets it too, before it is morphed.
 */

/** @param {Element} element */
const orderOf = (element) => Number(element.getAttribute("data-order") ?? Infinity);

/** @param {Element} own @param {ParentNode} fragment what comes in */
function addTo(own, fragment) {
  const list = fragment.querySelector(`[id="${own.parentElement?.id}"]`);
  if (!list || list.querySelector(`[id="${own.id}"]`)) return;
  const behind = [...list.children].find((child) => orderOf(child) > orderOf(own));
  list.insertBefore(own.cloneNode(true), behind ?? null);
}

document.addEventListener("htmx:before:swap", (event) => {
  const { tasks } = /** @type {CustomEvent} */ (event).detail;
  for (const own of document.querySelectorAll("[data-stays]"))
    for (const { fragment } of tasks) addTo(own, fragment);
});
