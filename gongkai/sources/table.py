"""Reads one table by its form: every row to facts, every cell that says nothing to a fault."""

from collections.abc import Iterator
from itertools import islice
from operator import getitem, itemgetter
from typing import Any

from gongkai.sources import asides, unused
from gongkai.sources.asides import Aside
from gongkai.sources.desk import Desk
from gongkai.sources.faults import CellFault, Code, Severity, Unsure
from gongkai.sources.fields import Takes
from gongkai.sources.filling import Filling, refuse_merged_counts
from gongkai.sources.forms import Form
from gongkai.sources.headers import Block, Layout
from gongkai.sources.ledger import Ledger, Seen
from gongkai.sources.readers import ABSENT
from gongkai.sources.report import Report, TooManyFaults
from gongkai.sources.scales import refuse_scaled
from gongkai.sources.totals import Totals
from gongkai.sources.workbook import Numbered, Row, Sheet


class Table:
    """One sheet under one layout. After `read`, `ledger.facts`, `report` and `set_aside` hold what came of it."""

    def __init__(self, sheet: Sheet, layout: Layout, desk: Desk, seen: Seen) -> None:
        self.report = Report(sheet.name, desk, layout.header.bottom + 1)
        self.ledger = Ledger(layout.form, self.report, seen)
        self.set_aside: list[int] = []
        """Numbers of the rows that were no data."""
        self._sheet = sheet
        self._form: Form = layout.form
        self._layout = layout
        self._header = layout.header
        self._blocks = layout.blocks
        self._desk = desk
        self._totals = Totals(layout.form, self.report)
        self._groups = frozenset(desk.office.groups)
        self._rows: list[tuple[int, Any]] = []
        self._in_notes = False
        self._any_row = False
        self._wide = {merge.top + 1 for merge in sheet.merges if merge.right - merge.left >= 2}

    def read(self) -> None:
        """Blocks one after another, as if they stood one below the other."""
        try:
            unread = unused.InList(self._layout)
            if not self._form.events:
                unused.in_counts(self._layout, self.report)
            numbered = unread.listened(self._numbered()) if self._form.events else self._numbered()
            rows = numbered if len(self._blocks) == 1 else list(numbered)
            for block in self._blocks:
                self._in_notes = False
                self._read(block, rows)
            if not self._any_row and not self.report.errors:
                self._tell_no_rows()
            if self._form.events:
                unread.tell(self.report)
            self._totals.check()
            if self._form.closing:
                self._form.closing(self._rows, self.report)
        except TooManyFaults:
            self.ledger.facts.clear()

    def _tell_no_rows(self) -> None:
        reason = f"表中没有数据行，第 {self.report.header} 行表头下面是空的"
        advice = "请填写数据或确认导出完整后重新导入；确无数据的，删去这张工作表"
        self.report.whole(Code.NO_ROWS, reason, advice, Severity.WARNING)

    def _numbered(self) -> Iterator[tuple[int, Row]]:
        first = self._header.bottom + 1
        return enumerate(islice(self._sheet.rows(), first, None), first + 1)

    def _read(self, block: Block, rows: Numbered) -> None:
        refuse_scaled(self._form, self._header, block, self.report)
        refuse_merged_counts(self._form, self._header, block, self._sheet, self.report)
        self.report.columns = block.columns
        filling = Filling(self._form, self._header, block, self._sheet)
        if self._form.events:
            self._events(block, rows, filling)
        else:
            self._counts(block, rows, filling)

    def _events(self, block: Block, rows: Numbered, filling: Filling) -> None:
        """The quick way through long lists: a row is looked at closely only when something in it fails."""
        report, add, make, build = self.report, self.ledger.add, self._form.make, self._form.row
        readers = [self._desk.reader(field) for field in self._form.fields]
        pick = itemgetter(*(block.columns.get(field.name, -1) for field in self._form.fields))
        fills = bool(filling)
        for number, cells in rows:
            if not any(cells):
                continue
            cells.append(ABSENT)
            report.row, report.cells = number, cells
            if fills and self._filled_aside(block, filling, number, cells):
                continue
            try:
                row = build(map(getitem, readers, pick(report.cells)))
            except (CellFault, Unsure):
                if not self._set_aside(block, cells):
                    self._understood(block)
                continue
            add(make(row, report))
            self._any_row = True

    def _filled_aside(self, block: Block, filling: Filling, number: int, cells: Row) -> bool:
        self.report.cells = filling(number, cells)
        return self.report.cells is not cells and self._set_aside(block, cells)

    def _counts(self, block: Block, rows: Numbered, filling: Filling) -> None:
        for number, cells in rows:
            if not any(cells):
                continue
            cells.append(ABSENT)
            self.report.row, self.report.cells = number, cells
            if self._set_aside(block, cells):
                continue
            self.report.cells = filling(number, cells)
            row = self._understood(block)
            if row is not None:
                self._any_row = True
                self._totals.add(row)
                self._rows.append((number, row))
                self.ledger.add(self._form.make(row, self.report))

    def _set_aside(self, block: Block, cells: Row) -> bool:
        """Whether the row is no data; a totals row is remembered, a note makes the lines below it notes."""
        if self._in_notes and asides.is_note_line(cells, block):
            self.set_aside.append(self.report.row)
            return True
        aside = asides.of(cells, block, self._header, self._groups, self.report.row in self._wide)
        if aside in (Aside.TOTAL, Aside.SUBTOTAL):
            self._totals.state(block, aside)
        self._in_notes = self._in_notes or aside is Aside.NOTE
        if aside is not None:
            self.set_aside.append(self.report.row)
        return aside is not None

    def _understood(self, block: Block) -> Any | None:
        """The row in its meaning; every cell that has none is reported, and the row is None."""
        values: list[object] = []
        failed, asked = False, None
        for key, reader in self._readers(block):
            try:
                values.append(reader[self.report.cells[block.columns.get(key, -1)]])
            except CellFault as fault:
                failed = True
                self.report.refuse(key, fault)
            except Unsure as unsure:
                asked = unsure
                values.append(None)
                self.report.ask(key, unsure)
        if asked and not failed:
            self._tell_faults_of_any(block, values, asked)
        return None if asked or failed else self._row(block, values)

    def _tell_faults_of_any(self, block: Block, values: list[object], asked: Unsure) -> None:
        """What is wrong with a row whichever unit is meant, told along with the question."""
        place = [field.takes for field in self._form.fields].index(Takes.UNIT)
        trials = []
        for choice in asked.candidates:
            trials.append(self.report.trial())
            values[place] = choice.unit
            self._form.make(self._row(block, values), trials[-1])
        self.report.take_shared(trials)

    def _row(self, block: Block, values: list[object]) -> Any:
        values = list(values)
        fixed = len(self._form.fields)
        if self._form.series:
            values[fixed:] = [dict(zip(block.series, values[fixed:], strict=True))]
        return self._form.row(values)

    def _readers(self, block: Block) -> Iterator[tuple[Any, Any]]:
        for field in self._form.fields:
            yield field.name, self._desk.reader(field)
        if self._form.series:
            for key in block.series:
                yield key, self._desk.reader(self._form.series.values)
