/** The page of who has a task of their own: tells the story, leads the talk, takes notes. */

import "./stage.js";
import "../nicknames.js";
import "../fresh.js";
import "../timelight.js";
