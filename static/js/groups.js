/** Whoever is dragged to another room in the panel of a division is moved by the form beside it. */

document.addEventListener("drag:dropped", (/** @type {any} */ { detail: { item, target } }) => {
  const form = target.closest("[data-groups]")?.querySelector("form[data-move]");
  if (!form || !item.dataset.person || !target.dataset.room) return;
  form.elements.participant.value = item.dataset.person;
  form.elements.room.value = target.dataset.room;
  form.requestSubmit();
});
