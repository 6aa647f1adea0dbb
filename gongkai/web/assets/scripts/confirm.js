// data-confirm="…" on a form, its button or an htmx element: the question is asked in a dialog first.
const agreed = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (!question || agreed.delete(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const submitter = event.submitter;
  ask(question, submitter?.textContent.trim()).then((yes) => {
    if (!yes) return;
    agreed.add(form);
    form.requestSubmit(submitter);
  });
}, true);

document.addEventListener("htmx:confirm", (event) => {
  const element = event.target;
  const question = element.dataset.confirm ?? event.detail.question;
  if (!question || element instanceof HTMLFormElement) return;
  event.preventDefault();
  ask(question, element.textContent.trim()).then((yes) => yes && event.detail.issueRequest(true));
});

/** Resolves to whether the person agreed; Escape and the backdrop mean no. */
export function ask(question, verb = "") {
  const dialog = document.createElement("dialog");
  dialog.className = "confirm";
  dialog.setAttribute("aria-labelledby", "confirm-question");
  dialog.innerHTML = `<form method="dialog"><p id="confirm-question"></p>
    <footer><button class="btn" value="">取消</button><button class="btn btn-primary" value="yes"></button></footer></form>`;
  dialog.querySelector("p").textContent = question;
  dialog.querySelector("[value=yes]").textContent = verb.length > 0 && verb.length <= 12 ? verb : "确定";
  document.body.append(dialog);
  dialog.showModal();
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close(""));
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "yes");
      dialog.remove();
    });
  });
}
