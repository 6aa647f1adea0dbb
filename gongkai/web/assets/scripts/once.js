// A form that changes something is sent once, however often its button is pressed.
// data-download on the button: the answer is a file, the page stays, so the button comes back.
// data-busy on the button: what it says while its answer is awaited.
const downloadPause = 3000;
const changing = '[method="post" i], [hx-post], [hx-put], [hx-patch], [hx-delete]';

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(changing) || form.target === "_blank") return;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sent = "yes";
  // After this turn: a button disabled at once would not send its own name and value.
  setTimeout(() => settle(form, event));
}, true);

function settle(form, event) {
  const byHtmx = form.classList.contains("htmx-request");
  if (event.defaultPrevented && !byHtmx) return release(form);
  hold(form, event.submitter);
  if (event.submitter && "download" in event.submitter.dataset) setTimeout(() => release(form), downloadPause);
}

function hold(form, submitter) {
  for (const button of buttons(form)) {
    if (button.disabled) continue;
    button.disabled = true;
    button.dataset.held = "yes";
  }
  submitter?.setAttribute("aria-busy", "true");
  if (submitter?.dataset.busy) swapWords(submitter);
}

function release(form) {
  delete form.dataset.sent;
  for (const button of buttons(form)) {
    if (button.dataset.busy && button.hasAttribute("aria-busy")) swapWords(button);
    button.removeAttribute("aria-busy");
    if (!button.dataset.held) continue;
    button.disabled = false;
    delete button.dataset.held;
  }
}

// What it says, and what it will say next.
function swapWords(button) {
  const said = button.textContent;
  button.textContent = button.dataset.busy;
  button.dataset.busy = said;
}

const buttons = (form) => [...form.elements].filter((control) => control.type === "submit");

// htmx answers without leaving the page; the back button brings a page as it was left.
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest("form");
  if (form) release(form);
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));
