/**
 * The socket of this page. Every frame has a number, and a beat every five seconds tells the last
 * one: so the page knows when it missed something, and when a socket is dead though it looks open.
 * When it opens, the page says with `at` where it was, and the first frame is what it missed since.
 */

import * as polling from "./polling.js";
import { refresh } from "./region.js";
import { reload } from "./reload.js";

const SILENT = 12_000; // two beats did not come
const LONGEST_TRY = 48_000; // for a socket to open
const FIRST = 3000; // for the first frame, which comes at once
const NO_LONGER_WELCOME = 4404;

const now = () => Date.now();
const place = document.querySelector("[data-live]");

let heard = now();
/** The number of the last frame of this socket. */
let number = 0;
let isGreeted = false;
let isWelcome = true;
/** How long a socket may take to open: longer each time, or a server that is too busy never gets there. */
let patience = SILENT;
/** The server's word for how far this page is. */
let at = "";

const url = () => place?.getAttribute("hx-ws:connect");
const connection = () => url() && htmx.ext.ws.getRegistry().get(url());
const state = () => connection()?.socket?.readyState;

export const isOpen = () => state() === WebSocket.OPEN;

/** @returns {boolean} whether there is a socket, or one is being opened */
export const isThere = () => isOpen() || state() === WebSocket.CONNECTING;

/** Drop the socket that there may be and open a new one at once. */
export function connect() {
  if (!place || !isWelcome) return;
  patience = SILENT;
  connection()?.socket?.close();
  htmx.process(place, true);
  htmx.trigger(place, "live:connect");
}

/** Look every second whether the socket still lives, also after a sleep. */
export function check() {
  heard = Math.min(heard, now()); // the clock of this machine may be set back
  const silence = now() - heard;
  const wasOpen = isOpen();
  const most = wasOpen ? SILENT : patience;
  if (silence > most) {
    const slept = silence > 2 * most;
    polling.closed(true);
    connect();
    if (!wasOpen && !slept) patience = Math.min(2 * most, LONGEST_TRY);
  } else if (isOpen() && !isGreeted && silence > FIRST) {
    isGreeted = true;
    refresh();
  }
}

/** @typedef {{n: number, at?: string, content?: string, refresh?: number | true}} Message */

/** @param {Message} message a frame, or a beat with nothing but the number of the last frame */
function receive(message) {
  const isBeat = isGreeted && Object.keys(message).length === 1;
  const expected = isBeat ? number : number + 1;
  number = message.n;
  isGreeted = true;
  at = message.at ?? at;
  if (number !== expected) refresh();
  if (message.refresh) refresh(message.refresh === true ? undefined : message.refresh);
  if (isBeat) connection().socket.send(`${number}`);
}

/** @param {string} name @param {(detail: any) => void} react */
const on = (name, react) =>
  place?.addEventListener(name, (event) => react(/** @type {CustomEvent} */ (event).detail));

on("htmx:before:ws:connection", (detail) => {
  heard = now();
  detail.connection.config.protocols = at ? ["scholendag", `at.${at}`] : ["scholendag"];
});

on("htmx:after:ws:connection", () => {
  heard = now();
  number = 0;
  isGreeted = false;
  patience = SILENT;
  polling.opened();
});

on("htmx:before:ws:message", ({ message }) => {
  heard = now();
  if (message.json?.n) receive(message.json);
});

on("htmx:ws:close", ({ code, reason, connection: { config } }) => {
  polling.closed(reason === "closed");
  if (polling.isUnsteady()) config.reconnectDelay = config.reconnectMaxDelay;
  if (code !== NO_LONGER_WELCOME) return;
  isWelcome = false;
  config.reconnect = false;
  reload();
});
