/** What the pages of a day have in common. */

import "./site.js";
import "../parts.js";
import "../mended.js";
import "../step.js";
import "../later.js";
import "../voting.js";
import "../kept.js";
import "../stays.js";
import "../pending.js";
import "../undo.js";
import "../note-focus.js";
import "../cursor.js";
import "../count-notes.js";
import "../announcement.js";
import "../back.js";
