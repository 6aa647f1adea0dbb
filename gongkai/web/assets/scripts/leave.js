// form[data-unsaved]: the browser asks before what was typed is left behind.
const leaving = new WeakSet();

document.addEventListener("submit", (event) => leaving.add(event.target));

window.addEventListener("beforeunload", (event) => {
  const unsaved = [...document.querySelectorAll("form[data-unsaved]")].some((form) => !leaving.has(form) && isChanged(form));
  if (!unsaved) return;
  event.preventDefault();
  event.returnValue = "";
});

// An answer by htmx keeps the page: the form is being filled in again.
document.addEventListener("htmx:afterRequest", (event) => leaving.delete(event.detail.elt));
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-unsaved]").forEach((form) => leaving.delete(form)));

/** Whether any control differs from what the server rendered. */
export function isChanged(form) {
  return [...form.elements].some(differs);
}

function differs(control) {
  if (control.disabled || control.type === "hidden") return false;
  if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
  if (control.type === "file") return control.files.length > 0;
  if (control instanceof HTMLSelectElement) return selectDiffers(control);
  return "defaultValue" in control && control.value !== control.defaultValue;
}

// A list without a chosen entry shows its first one.
function selectDiffers(list) {
  const options = [...list.options];
  if (list.multiple || options.some((option) => option.defaultSelected)) {
    return options.some((option) => option.selected !== option.defaultSelected);
  }
  return list.selectedIndex > 0;
}
