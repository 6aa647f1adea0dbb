/** After "{{" the words of the template are offered, with their meaning and present value. */
export const completions = ({ list }) => (context) => {
  const typed = context.matchBefore(/\{\{\s*[^{}]*/);
  if (!typed) return null;
  const closed = context.state.doc.sliceString(context.pos, context.pos + 4).trimStart().startsWith("}}");
  return {
    from: typed.from + typed.text.match(/^\{\{\s*/)[0].length,
    options: list.map((word) => ({
      label: word.expression,
      detail: `${word.label} ${word.value}`,
      section: word.group,
      apply: closed ? word.expression : `${word.expression} }}`.replace(/ \}\}?$/, " }}"),
    })),
    filter: true,
  };
};
