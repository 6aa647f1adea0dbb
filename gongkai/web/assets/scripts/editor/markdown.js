import { autocompletion } from "@codemirror/autocomplete";
import { deleteMarkupBackward, insertNewlineContinueMarkup, markdownLanguage } from "@codemirror/lang-markdown";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { chips } from "./chips.js";
import { completions } from "./completions.js";
import { statements } from "./statements.js";
import { wordsOf } from "./words.js";

/** Wording of a notice: Markdown whose {{ expressions }} show as their present value and {% statements %} stand back. */
export function markdown(field) {
  const words = wordsOf(field);
  return [
    markdownLanguage,
    Prec.high(keymap.of([{ key: "Enter", run: insertNewlineContinueMarkup }, { key: "Backspace", run: deleteMarkupBackward }])),
    statements,
    chips(words),
    autocompletion({ override: [completions(words)], icons: false }),
  ];
}
