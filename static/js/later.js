/**
 * Fetches a script (meta[name=later]) when all that the page needs to be written in is there. On a bad
 * network that may fail, and is tried again: a browser may remember the failure of an address, so each
 * time it is another.
 */

const PAUSE = 3000; // milliseconds
const { content = "" } = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=later]")) ?? {};

function fetchIt(attempt = 0) {
  const script = document.createElement("script");
  script.type = "module";
  script.src = attempt ? `${content}?${attempt}` : content;
  script.addEventListener("error", () => setTimeout(fetchIt, PAUSE, attempt + 1));
  document.head.append(script);
}

if (content && document.readyState === "complete") fetchIt();
else if (content) addEventListener("load", () => fetchIt());
