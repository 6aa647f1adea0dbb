"""A sheet of a register being read: its header must be the form's, every cell must mean something."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gongkai.sources.cells import as_text, plain, unreadable
from gongkai.sources.desk import nearest
from gongkai.sources.faults import CellFault, Code, Fault, Severity, letter
from gongkai.sources.registers.form import Form
from gongkai.sources.report import shown
from gongkai.sources.sheet_scan import Unreadable
from gongkai.sources.workbook import Row, Sheet, Value, Workbook

_SEARCHED_ROWS = 20


@dataclass(frozen=True)
class Line:
    """A row that could be read: its number from 1, its cells as written and what they mean, by field."""

    row: int
    texts: dict[str, str]
    values: dict[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


Changes = Mapping[str, object]
"""What a register changes of an office: field → new value."""


class Page:
    """The sheet of `form` in a workbook; `lines` are its good rows, `faults` everything wrong with it."""

    def __init__(self, book: Workbook, form: Form, alone: bool = True) -> None:
        """`alone`: a workbook with one sheet is taken whatever that sheet is called."""
        self.form = form
        self.faults: list[Fault] = []
        self.lines: list[Line] = []
        sheet = _sheet(book, form.title, alone)
        self.sheet = sheet.name if sheet else form.title
        self._columns: dict[str, int] = {}
        if sheet is None:
            reason = f"文件中没有工作表“{form.title}”"
            self.whole(Code.REGISTER_SHEET, reason, "请先导出本名册，在导出的表格上修改后再导入")
        else:
            self._read(sheet)

    def refuse(self, line: Line, key: str, code: Code, reason: str, suggestion: str) -> None:
        """A fault in a cell of a line that could be read by itself."""
        self._add(line.row, key, line.texts[key], CellFault(code, reason, suggestion))

    def whole(self, code: Code, reason: str, suggestion: str) -> None:
        """A fault of the sheet as a whole."""
        self.faults.append(Fault(self.sheet, 0, "", "", reason, suggestion, Severity.ERROR, code))

    def once(self, key: str, identity: Sequence[str], what: str) -> None:
        """Refuse, at the cell of `key`, each line that has the same values of `identity` as one above."""
        first: dict[Hashable, int] = {}
        for line in self.lines:
            values = tuple(line[each] for each in identity)
            if values in first:
                reason = f"{what}与第 {first[values]} 行重复"
                self.refuse(
                    line, key, Code.REGISTER_REPEATED, reason, "同一项只登记一次，请删去或改正其中一行"
                )
            first.setdefault(values, line.row)

    def _read(self, sheet: Sheet) -> None:
        header = self._header(sheet)
        if header is None:
            headers = "、".join(field.header for field in self.form.fields.values())
            reason = "没有找到表头"
            self.whole(Code.REGISTER_HEADER, reason, f"第一行应为：{headers}；建议在导出的表格上修改")
            return
        for number, cells in enumerate(sheet.rows(), 1):
            if number > header and any(plain(cell) for cell in cells):
                self._line(number, cells)

    def _header(self, sheet: Sheet) -> int | None:
        """The number of the header row: the one with most of the form's headers; its faults are told."""
        known = {plain(field.header): key for key, field in self.form.fields.items()}
        rows = [[plain(cell) for cell in row] for row in sheet.head(_SEARCHED_ROWS)]
        best = max(rows, key=lambda row: len(known.keys() & set(row)), default=[])
        if not known.keys() & set(best):
            return None
        number = rows.index(best) + 1
        for index, header in enumerate(best):
            self._head(number, index, header, known)
        for key, field in self.form.fields.items():
            if key not in self._columns:
                reason = f"缺少“{field.header}”列"
                advice = "请补上该列；没有内容的可以留空，但列名要在，否则会清空已登记的内容"
                self._add(number, key, "", CellFault(Code.REGISTER_HEADER, reason, advice))
        return number

    def _head(self, number: int, index: int, header: str, known: dict[str, str]) -> None:
        if not header:
            return
        key = known.get(header)
        if key is not None and key not in self._columns:
            self._columns[key] = index
            return
        headers = [field.header for field in self.form.fields.values()]
        reason = "列名重复" if key else "不认识的列"
        advice = "请删去其中一列" if key else nearest(header, headers) or "请删去该列，或改为名册中的列名"
        place = self.sheet, number, letter(index), header
        self.faults.append(Fault(*place, reason, advice, Severity.ERROR, Code.REGISTER_HEADER))

    def _line(self, number: int, cells: Row) -> None:
        texts: dict[str, str] = {}
        values: dict[str, Any] = {}
        for key, cell in self._cells(cells):
            try:
                texts[key] = _text(cell)
                values[key] = self._value(key, texts[key])
            except CellFault as fault:
                self._add(number, key, shown(cell), fault)
        if len(values) == len(self.form.fields):
            self.lines.append(Line(number, texts, values))

    def _cells(self, cells: Row) -> Iterator[tuple[str, Value]]:
        for key, index in self._columns.items():
            yield key, cells[index] if index < len(cells) else ""

    def _value(self, key: str, text: str) -> Any:
        field = self.form.fields[key]
        if text:
            return field.parse(text)
        if field.required:
            raise CellFault(Code.BLANK, f"没有填写“{field.header}”", "请补填")
        return field.blank

    def _add(self, row: int, key: str, value: str, fault: CellFault) -> None:
        column = letter(self._columns[key]) if key in self._columns else ""
        place = self.sheet, row, column, value
        self.faults.append(Fault(*place, fault.reason, fault.suggestion, Severity.ERROR, fault.code))


def _sheet(book: Workbook, title: str, alone: bool) -> Sheet | None:
    """The sheet of that title, or the only one there is."""
    seen = [sheet for sheet in book.sheets if not sheet.empty and not sheet.hidden]
    named = [sheet for sheet in seen if plain(sheet.name) == plain(title)]
    return next(iter(named or (seen if alone and len(seen) == 1 else [])), None)


def _text(cell: Value) -> str:
    if isinstance(cell, Unreadable):
        raise unreadable(cell)
    if isinstance(cell, datetime):
        cell = cell.date()
    return cell.isoformat() if isinstance(cell, date) else as_text(cell).strip()
