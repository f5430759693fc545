/** The page with every token and component. */

import "./site.js";
import "../swatches.js";
