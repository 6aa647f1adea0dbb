// The parts of Bootstrap that Tabler's markup needs; the rest of it stays out of the bundle.
import "bootstrap/js/src/collapse.js";
import "bootstrap/js/src/dropdown.js";
import "bootstrap/js/src/modal.js";
import "bootstrap/js/src/offcanvas.js";
import Popover from "bootstrap/js/src/popover.js";
import Tooltip from "bootstrap/js/src/tooltip.js";
import { onContent } from "./content.js";

// Tooltips and popovers are the two that do not start by themselves.
onContent('[data-bs-toggle="tooltip"]', (element) => Tooltip.getOrCreateInstance(element, { delay: { show: 200, hide: 50 } }));
onContent('[data-bs-toggle="popover"]', (element) => Popover.getOrCreateInstance(element));

// A swapped-out trigger cannot hide its own tooltip any more.
document.addEventListener("htmx:beforeSwap", () => {
  for (const shown of document.querySelectorAll(".tooltip.show, .popover.show")) shown.remove();
});
