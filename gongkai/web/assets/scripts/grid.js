// table[data-grid]: arrow keys and Enter move between its fields; a block copied from a spreadsheet fills it.
import { cellsOf, plainNumber } from "./cells.js";
import { say } from "./messages.js";

const fieldOf = (cell) => cell?.querySelector("input:not([type=hidden]), select") ?? null;
const rowsOf = (table) => [...table.tBodies].flatMap((body) => [...body.rows]);
const place = (field) => ({ table: field.closest("table[data-grid]"), row: field.closest("tr"), column: field.closest("td, th").cellIndex });

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.closest?.("table[data-grid]") || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const target = steps[event.key]?.(field, event.shiftKey);
  if (target || event.key === "Enter") event.preventDefault(); // Enter in the last row must not send half a form
  if (!target) return;
  target.focus();
  target.select?.();
});

const steps = {
  ArrowUp: (field) => vertical(field, -1),
  ArrowDown: (field) => vertical(field, 1),
  Enter: (field, back) => vertical(field, back ? -1 : 1),
  ArrowLeft: (field) => (caretAt(field, "start") ? horizontal(field, -1) : null),
  ArrowRight: (field) => (caretAt(field, "end") ? horizontal(field, 1) : null),
};

function vertical(field, step) {
  const { table, row, column } = place(field);
  const rows = rowsOf(table);
  for (let at = rows.indexOf(row) + step; rows[at]; at += step) {
    const next = fieldOf(rows[at].cells[column]);
    if (next && !next.disabled) return next;
  }
  return null;
}

function horizontal(field, step) {
  const { row, column } = place(field);
  for (let at = column + step; row.cells[at]; at += step) {
    const next = fieldOf(row.cells[at]);
    if (next && !next.disabled) return next;
  }
  return null;
}

// A caret inside the text moves in the text; number fields tell no caret and are left at once.
function caretAt(field, edge) {
  if (field.selectionStart == null) return true;
  const whole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  return whole || (edge === "start" ? field.selectionEnd === 0 : field.selectionStart === field.value.length);
}

document.addEventListener("paste", (event) => {
  const field = event.target;
  if (!field.closest?.("table[data-grid]")) return;
  const cells = cellsOf(event.clipboardData.getData("text/plain"));
  if (cells.length === 1 && cells[0].length === 1) return;
  event.preventDefault();
  tell(fill(field, cells));
});

/** Writes the block from `field` to the right and down; returns how many went in, and what did not. */
function fill(field, cells) {
  const { table, row, column } = place(field);
  const rows = rowsOf(table);
  const first = rows.indexOf(row);
  const result = { filled: 0, outside: 0, refused: [] };
  cells.forEach((values, down) => values.forEach((text, right) => {
    const target = fieldOf(rows[first + down]?.cells[column + right]);
    if (!target || target.disabled || target.readOnly) result.outside += text.trim() ? 1 : 0;
    else if (write(target, text)) result.filled += 1;
    else result.refused.push(text.trim());
  }));
  return result;
}

function write(field, text) {
  const value = plainNumber(text);
  const before = field.value;
  field.value = value;
  if (field.value !== value) {
    field.value = before;
    return false;
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function tell({ filled, outside, refused }) {
  const parts = [`已填入${filled}格，请核对后保存`];
  if (outside) parts.push(`有${outside}格超出表格或不可填写，没有填入`);
  if (refused.length) parts.push(`有${refused.length}格内容不符（如“${refused[0]}”），保留原值`);
  say(parts.join("；") + "。", outside || refused.length ? "danger" : "success");
}
