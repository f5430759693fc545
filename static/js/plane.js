/**
 * Draws the lists of a plane as one: each note [data-x][data-y], 0 to 100 from the lower left corner,
 * where it lies. Without this, or where there is no room, the lists stand below each other.
 */

function draw() {
  for (const plane of document.querySelectorAll("[data-plane]")) plane.classList.add("is-drawn");
  for (const note of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("[data-plane] .note[data-x]")
  )) {
    note.style.setProperty("--x", note.dataset.x ?? "");
    note.style.setProperty("--y", note.dataset.y ?? "");
  }
}

document.addEventListener("htmx:after:swap", draw);
document.addEventListener("plane:moved", draw);
draw();
