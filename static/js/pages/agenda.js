/** The page on which coaches change the agenda. */

import "./site.js";
import "../drag.js";
import "../agenda.js";
import "../agenda-sums.js";
import "../seen.js";
