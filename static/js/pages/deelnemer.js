/** The day as a deelnemer follows it. */

import "./stage.js";
import "../fresh.js";
import "../since.js";
import "../chain.js";
import "../begin.js";
import "../own-place.js";
