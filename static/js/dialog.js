/** A button with data-opens="id" opens that dialog; one with data-closes closes the dialog it is in. */

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const opener = target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.getAttribute("data-opens") ?? "");
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  target.closest("[data-closes]")?.closest("dialog")?.close();
});
