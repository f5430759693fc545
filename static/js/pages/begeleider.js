/** The page from which a coach runs the day. */

import "./stage.js";
import "../nicknames.js";
import "../fresh.js";
import "../since.js";
import "../chain.js";
import "../shortcuts.js";
import "../groups.js";
import "../fold.js";
import "../tour.js";
