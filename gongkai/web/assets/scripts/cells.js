/** The text a spreadsheet puts on the clipboard, as rows of cells: tabs between, a quoted cell may hold breaks. */
export function cellsOf(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  const whole = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let match = pattern.exec(whole); match; match = pattern.exec(whole)) {
    rows[rows.length - 1].push(match[1]?.replace(/""/g, '"') ?? match[2]);
    if (match[3] === "") break;
    if (match[3] === "\n") rows.push([]);
  }
  return rows;
}

/** Full-width digits and thousands separators as a plain number; any other text only trimmed. */
export function plainNumber(text) {
  const narrow = text.normalize("NFKC").trim();
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(narrow) ? narrow.replace(/,/g, "") : narrow;
}
