/**
 * What people do with notes that hang there already. Nobody needs it in the first second, in which a
 * slow network has enough to bring, so it comes when the rest of the page is there (later.js). What it
 * shares with the script of the page it has a copy of: so that may keep nothing in mind.
 */

import "../drag.js";
import "../choose.js";
import "../drop.js";
import "../note-menu.js";
import "../note-action.js";
import "../plane-move.js";
