/** The page on which a coach moves people between rooms. */

import "./site.js";
import "../drag.js";
import "../groups.js";
