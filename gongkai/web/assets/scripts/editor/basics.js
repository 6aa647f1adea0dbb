import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { meta } from "../content.js";
import { phrases } from "./phrases.js";
import { theme } from "./theme.js";

const highlight = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "600", color: "#1f5f9f" },
  { tag: [tags.strong], fontWeight: "700" },
  { tag: [tags.comment, tags.meta], color: "#566375" },
  { tag: [tags.string], color: "#1e7038" },
  { tag: [tags.number, tags.bool, tags.atom], color: "#98500a" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "#1f5f9f" },
]);

/** What every editor has: history, search, line numbers, Chinese words, and a style sheet the CSP lets in. */
export const basics = (label) => [
  EditorView.cspNonce.of(meta("csp-nonce")),
  EditorState.phrases.of(phrases),
  EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
  EditorView.lineWrapping,
  lineNumbers(),
  history(),
  drawSelection(),
  highlightActiveLine(),
  highlightSelectionMatches(),
  bracketMatching(),
  search({ top: true }),
  syntaxHighlighting(highlight),
  keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
  theme,
];
