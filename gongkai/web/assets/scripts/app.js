// What every page loads, with `defer`. Each module is one behaviour that listens on the document,
// so it also serves what htmx brings later; without script every form and link works as plain HTML.
import "./components.js";
import "./confirm.js"; // before once.js: a form that is only being asked about is not yet sent
import "./once.js";
import "./requests.js";
import "./leave.js";
import "./drop.js";
import "./selection.js";
import "./grid.js";
import "./copy.js";
import "./menu.js";
