/** The page on which the pictures of a story are put. */

import "./site.js";
import "../file-size.js";
