/** The screen at the front of the room. */

import "./stage.js";
import "../fresh.js";
import "../gong.js";
import "../beamer.js";
