// button[data-insert="text"][data-into="id of the textarea"]: puts the text where the cursor is.
import { viewOf } from "./views.js";

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-insert][data-into]");
  if (!button) return;
  const field = document.getElementById(button.dataset.into);
  const view = viewOf(field);
  if (!view || field.readOnly || field.disabled) return;
  view.dispatch(view.state.replaceSelection(button.dataset.insert), { scrollIntoView: true });
  view.focus();
});
