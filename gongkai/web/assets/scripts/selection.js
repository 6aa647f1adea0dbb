// input[data-check-all="name"]: checks every box of that name in its form or table, and shows when only some are.
// [data-selected-count] in the form holds the number; button[data-needs-selection] waits for one.
import { onContent } from "./content.js";

const scope = (box) => box.closest("form") ?? box.closest("table");
const boxes = (root, name) => [...root.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]:not(:disabled)`)];

document.addEventListener("change", (event) => {
  const changed = event.target;
  if (changed.type !== "checkbox") return;
  if (changed.dataset.checkAll) checkAll(changed);
  else if (changed.name) refresh(scope(changed), changed.name);
});

function checkAll(master) {
  const root = scope(master);
  for (const box of boxes(root, master.dataset.checkAll)) box.checked = master.checked;
  refresh(root, master.dataset.checkAll);
}

function refresh(root, name) {
  const master = root?.querySelector(`[data-check-all="${CSS.escape(name)}"]`);
  if (!master) return;
  const all = boxes(root, name);
  const chosen = all.filter((box) => box.checked).length;
  master.checked = chosen > 0 && chosen === all.length;
  master.indeterminate = chosen > 0 && chosen < all.length;
  root.querySelectorAll("[data-selected-count]").forEach((place) => (place.textContent = chosen));
  root.querySelectorAll("button[data-needs-selection]").forEach((button) => (button.disabled = chosen === 0));
}

// The buttons wait from here on, not in the markup: without script they must work. And the back button
// restores boxes without telling anyone.
const start = (master) => refresh(scope(master), master.dataset.checkAll);
onContent("[data-check-all]", start);
window.addEventListener("pageshow", () => document.querySelectorAll("[data-check-all]").forEach(start));
