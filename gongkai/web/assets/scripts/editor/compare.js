import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { basics } from "./basics.js";

const narrow = window.matchMedia("(max-width: 767.98px)");
const collapse = { margin: 3, minSize: 6 };

/** [data-merge] with two textareas, the earlier text first: both read-only, side by side, or as one on a phone. */
export function compare(holder) {
  const [before, after] = holder.querySelectorAll("textarea");
  if (!after || before.hidden) return;
  before.hidden = after.hidden = true;
  for (const label of [...before.labels, ...after.labels]) label.hidden = true;
  const frame = document.createElement("div");
  frame.className = "editor";
  holder.append(frame);
  if (narrow.matches) asOne(frame, before, after);
  else sideBySide(frame, before, after);
}

const still = (field) => [basics(nameOf(field)), EditorState.readOnly.of(true), EditorView.editable.of(false)];

function sideBySide(frame, before, after) {
  frame.append(heads(nameOf(before), nameOf(after)));
  new MergeView({
    parent: frame,
    a: { doc: before.value, extensions: still(before) },
    b: { doc: after.value, extensions: still(after) },
    collapseUnchanged: collapse,
    gutter: true,
  });
}

function asOne(frame, before, after) {
  frame.append(heads(`${nameOf(before)} → ${nameOf(after)}`));
  new EditorView({
    parent: frame,
    doc: after.value,
    extensions: [still(after), unifiedMergeView({ original: before.value, mergeControls: false, collapseUnchanged: collapse })],
  });
}

function heads(...names) {
  const row = document.createElement("div");
  row.className = "merge-heads";
  for (const name of names) {
    const head = document.createElement("span");
    head.textContent = name;
    row.append(head);
  }
  return row;
}

const nameOf = (field) => field.getAttribute("aria-label") ?? field.labels[0]?.textContent.trim() ?? "";
