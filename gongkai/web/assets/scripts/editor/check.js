// data-check-url: the text is posted as `text` a moment after typing; the answer is [{line, message}].
import { linter, lintGutter } from "@codemirror/lint";
import { meta } from "../content.js";
import { faultList } from "./faults.js";

/** Marks each fault in its line and lists all of them under the editor; nothing without data-check-url. */
export function check(field, frame) {
  if (!field.dataset.checkUrl) return [];
  const list = faultList(frame);
  const run = async (view) => {
    const faults = await ask(field.dataset.checkUrl, view.state.doc.toString());
    list.show(faults, view);
    return (faults ?? []).map((fault) => diagnostic(view.state.doc, fault));
  };
  return [linter(run, { delay: 600 }), lintGutter()];
}

// null: the check itself did not come through, which says nothing about the text.
async function ask(url, text) {
  const body = new FormData();
  body.set("text", text);
  try {
    const answer = await fetch(url, { method: "POST", body, headers: { "X-CSRFToken": meta("csrf-token"), Accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch (refused) {
    if (refused instanceof TypeError || refused instanceof SyntaxError) return null;
    throw refused;
  }
}

function diagnostic(doc, { line, message }) {
  const at = doc.line(Math.min(Math.max(line ?? 1, 1), doc.lines));
  return { from: at.from, to: at.to, severity: "error", message };
}
