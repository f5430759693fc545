/** Marks what this person wrote: the ids in every output.mine get the class is-mine. */

function mark() {
  const ids = new Set();
  for (const list of document.querySelectorAll("output.mine[data-notes]"))
    for (const id of list.getAttribute("data-notes")?.split(/\s+/) ?? []) ids.add(id);
  for (const marked of document.querySelectorAll(".is-mine"))
    if (!ids.has(marked.id)) marked.classList.remove("is-mine");
  for (const id of ids) document.getElementById(id)?.classList.add("is-mine");
}

document.addEventListener("htmx:after:swap", mark);
mark();
