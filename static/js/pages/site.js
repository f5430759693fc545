/** What every page loads, whoever looks at it. A host makes one file of all that is named here. */

import "../press.js";
import "../keep.js";
import "../live.js";
import "../nudge.js";
import "../clock.js";
import "../composer.js";
import "../drafts.js";
import "../mine.js";
import "../tally.js";
import "../plane.js";
import "../menu.js";
import "../name-hint.js";
import "../copy.js";
import "../confirm.js";
import "../print.js";
import "../dialog.js";
