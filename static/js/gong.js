/**
 * A soft gong on the scherm when two minutes are left and when time is up, made here: no file to
 * fetch. A browser makes no sound before somebody touched the page; until then the button asks.
 */

import { choose, chosen } from "./choice.js";

const OFF = "geluid-uit";
const LENGTH = 2.5; // seconds
const LOUD = 0.18; // of 1: heard in the room, not over a voice
// A bowl sounds at its lowest tone and at others that fade sooner: [times as high, share, length].
const TONES = [[1, 1, 1], [2.74, 0.35, 0.6], [5.4, 0.12, 0.3]];
const LOW = 196; // hertz
const HIGH = 262;

const button = () => /** @type {HTMLButtonElement} */ (document.getElementById("geluid"));
/** @type {AudioContext | undefined} */
let audio;

const isOn = () => !chosen(OFF);
const sounds = () => isOn() && audio?.state === "running";

/** @param {number} pitch in hertz */
function gong(pitch) {
  if (!audio || !sounds()) return;
  for (const [times, share, length] of TONES) {
    const tone = new OscillatorNode(audio, { frequency: pitch * times });
    const gain = new GainNode(audio, { gain: 0 });
    const end = audio.currentTime + LENGTH * length;
    gain.gain.linearRampToValueAtTime(LOUD * share, audio.currentTime + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, end);
    tone.connect(gain).connect(audio.destination);
    tone.start();
    tone.stop(end);
  }
}

function show() {
  button().textContent = sounds() ? "Zet geluid uit" : "Zet geluid aan";
  button().hidden = false;
}

/** Only works in answer to a touch or a key, or where the browser trusts this page. */
async function wake() {
  if (!isOn()) return;
  audio ??= new AudioContext();
  audio.onstatechange = show;
  await audio.resume();
  show();
}

async function toggle() {
  choose(OFF, sounds() ? "ja" : "");
  await wake();
  gong(HIGH);
  show();
}

document.addEventListener("click", ({ target }) => target === button() && toggle());
for (const touch of ["pointerdown", "keydown"])
  document.addEventListener(touch, ({ target }) => target === button() || wake(), { capture: true });
document.addEventListener("clock:passes", (event) =>
  gong(/** @type {CustomEvent} */ (event).detail.at > 0 ? HIGH : LOW),
);

document.addEventListener("htmx:after:swap", show);
show();
wake();
