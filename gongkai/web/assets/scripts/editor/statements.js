import { Decoration, MatchDecorator, ViewPlugin } from "@codemirror/view";

// {% if … %} and {# remarks #}: needed, but not what is read.
const matcher = new MatchDecorator({ regexp: /\{%.*?%\}|\{#.*?#\}/g, decoration: Decoration.mark({ class: "cm-statement" }) });

export const statements = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = matcher.createDeco(view);
    }
    update(update) {
      this.decorations = matcher.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
