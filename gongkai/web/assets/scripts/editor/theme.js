import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
  "&": { fontSize: "0.9375rem", maxHeight: "70vh" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--tblr-font-monospace)", lineHeight: "1.75", overflow: "auto" },
  ".cm-gutters": { background: "#f4f6f9", color: "#566375", borderRight: "1px solid #dbe1e8" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "#f2f6fa" },
  ".cm-panels": { background: "#eef2f6", color: "inherit" },
  ".cm-panels-top": { borderBottom: "1px solid #dbe1e8" },
  ".cm-statement": { color: "#566375", background: "#f0f2f5" },
  ".cm-word": {
    padding: "0 0.35em",
    border: "1px solid #9fb8d1",
    borderRadius: "3px",
    background: "#e9f0f7",
    color: "#17497c",
    font: "inherit",
    lineHeight: "1.45",
    cursor: "pointer",
    fontVariantNumeric: "tabular-nums",
  },
  ".cm-word:focus-visible": { outline: "2px solid #1f5f9f", outlineOffset: "1px" },
  ".cm-word.is-unknown": { border: "1px dashed #566375", background: "#fff", color: "#566375" },
  ".cm-deletedChunk, .cm-merge-a .cm-changedLine": { background: "#fdf3f3" },
  ".cm-merge-b .cm-changedLine, .cm-insertedLine": { background: "#f1f8f3" },
  "&.cm-merge-a .cm-changedText, .cm-deletedText": { background: "#f6d5d5", textDecoration: "line-through" },
  "&.cm-merge-b .cm-changedText": { background: "#cfe7d6", textDecoration: "underline" },
});
