/** The way in: a name or a code, and one button. What the day needs is fetched meanwhile. */

import "../press.js";
