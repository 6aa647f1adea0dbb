import { EditorSelection, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType } from "@codemirror/view";
import { showCard } from "./card.js";

const expression = /\{\{-?\s*(.*?)\s*-?\}\}/g;

/** Asks to show the chip at a position as text, so that it can be changed. */
const openAt = StateEffect.define();

// Where the person asked for the text: kept while the cursor stays in it.
const opened = StateField.define({
  create: () => null,
  update(at, transaction) {
    const asked = transaction.effects.find((effect) => effect.is(openAt));
    if (asked) return asked.value;
    return at === null ? null : transaction.changes.mapPos(at);
  },
});

class Chip extends WidgetType {
  constructor(text, word, url) {
    super();
    Object.assign(this, { text, word, url });
  }

  eq(other) {
    return other.text === this.text && other.word === this.word;
  }

  toDOM(view) {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.className = this.word ? "cm-word" : "cm-word is-unknown";
    chip.textContent = this.word ? this.word.value || "（空）" : this.text;
    chip.title = this.word ? `${this.word.label}：${this.text}` : `随内容计算：${this.text}`;
    chip.addEventListener("click", () => showCard(chip, this, () => edit(view, chip)));
    return chip;
  }

  ignoreEvent() {
    return true;
  }
}

function edit(view, chip) {
  const at = view.posAtDOM(chip);
  view.dispatch({ effects: openAt.of(at), selection: EditorSelection.cursor(at + 2) });
  view.focus();
}

function decorate(view, words) {
  const builder = new RangeSetBuilder();
  for (const { from, to } of view.visibleRanges) {
    for (const match of view.state.doc.sliceString(from, to).matchAll(expression)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (isOpen(view.state, start, end)) continue;
      const chip = new Chip(match[1], words.find(match[1]), words.url(match[1]));
      builder.add(start, end, Decoration.replace({ widget: chip }));
    }
  }
  return builder.finish();
}

// Text while asked for, and while the cursor is within: typing an expression must not jump.
function isOpen(state, start, end) {
  const { head } = state.selection.main;
  return (head > start && head < end) || (state.field(opened) === start && head >= start && head <= end);
}

/** Shows each {{ expression }} as a chip with its present value; Backspace takes it whole, a click explains it. */
export function chips(words) {
  const plugin = ViewPlugin.fromClass(
    class {
      constructor(view) {
        this.decorations = decorate(view, words);
      }
      update(update) {
        if (update.docChanged || update.viewportChanged || update.selectionSet) this.decorations = decorate(update.view, words);
      }
    },
    {
      decorations: (held) => held.decorations,
      provide: (held) => EditorView.atomicRanges.of((view) => view.plugin(held)?.decorations ?? Decoration.none),
    },
  );
  return [opened, plugin];
}
