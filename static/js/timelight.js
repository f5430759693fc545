/**
 * The time light of who tells a story (#tijdlicht): the clock of the page, large enough to read
 * from the other side of the room, in the states of that clock. A word says what the colour says.
 */

/** @type {Record<string, string>} */
const WORDS = {
  calm: "Je hebt de tijd",
  soon: "Rond rustig af",
  last: "Laatste zin",
  over: "De tijd is om",
};

/** @param {Element} light @param {string} name @param {string} text */
function write(light, name, text) {
  let line = light.querySelector(`.${name}`);
  if (!line) {
    line = document.createElement("span");
    line.className = name;
    light.append(line);
  }
  if (line.textContent !== text) line.textContent = text;
}

function follow() {
  const light = document.getElementById("tijdlicht");
  const clock = /** @type {HTMLElement | null} */ (document.querySelector("#klok time.clock"));
  if (!light || !clock) return;
  const { state = "calm" } = clock.dataset;
  light.dataset.state = state;
  write(light, "timelight__time", clock.querySelector(".clock__time")?.textContent ?? "");
  write(light, "timelight__word", clock.dataset.remaining ? "De klok staat stil" : WORDS[state] ?? "");
}

document.addEventListener("clock:time", follow);
