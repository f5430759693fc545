/** A button [data-print] prints the page; which paper is chosen in the browser's own window. */

document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("[data-print]")) window.print();
});
