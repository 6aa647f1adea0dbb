import { Compartment, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { check } from "./check.js";
import { basics } from "./basics.js";
import { markdown } from "./markdown.js";
import { toml } from "./toml.js";
import { remember, viewOf } from "./views.js";

const languages = { markdown, toml };

/** Puts an editor before a textarea and keeps the two in step, so that the form sends what is seen. */
export function edit(field) {
  if (viewOf(field)) return;
  const frame = document.createElement("div");
  frame.className = "editor";
  field.before(frame);
  const writable = new Compartment();
  const view = new EditorView({
    state: EditorState.create({
      doc: field.value,
      extensions: [
        basics(nameOf(field)),
        languages[field.dataset.editor](field),
        check(field, frame),
        writable.of(permission(field)),
        EditorView.updateListener.of((update) => update.docChanged && write(field, update.state.doc.toString())),
      ],
    }),
  });
  frame.prepend(view.dom); // above the list of faults
  remember(field, view);
  replace(field, view);
  follow(field, view, () => view.dispatch({ effects: writable.reconfigure(permission(field)) }));
}

const permission = (field) => [EditorState.readOnly.of(field.readOnly || field.disabled), EditorView.editable.of(!field.disabled)];

// A hidden required field could not be pointed at; the server asks for it anyway.
function replace(field, view) {
  field.hidden = true;
  field.required = false;
  view.dom.style.minHeight = `${Math.max(field.rows, 4) * 1.6}em`;
  for (const label of field.labels) label.addEventListener("click", () => view.focus());
}

function write(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// A reset form takes the editor back with it; once.js and others may disable the field.
function follow(field, view, permit) {
  field.form?.addEventListener("reset", () => setTimeout(() => {
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: field.value } });
  }));
  new MutationObserver(permit).observe(field, { attributes: true, attributeFilter: ["readonly", "disabled"] });
}

const nameOf = (field) => field.getAttribute("aria-label") ?? field.labels[0]?.textContent.trim() ?? "正文";
