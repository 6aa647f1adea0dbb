"""One file → facts, faults and questions. The door to this floor."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gongkai.measures.facts import FACTS, Fact
from gongkai.office.pack import Office
from gongkai.sources import fault_list, registry, titles, workbook
from gongkai.sources.desk import Desk
from gongkai.sources.faults import Code, Fault, Question, Severity
from gongkai.sources.ledger import Seen
from gongkai.sources.table import Table
from gongkai.sources.workbook import Sheet
from gongkai.terms import Period

_KIND_OF = {fact: kind for kind, fact in FACTS.items()}


@dataclass(frozen=True)
class SheetReading:
    """What a sheet holds. `kind` is that of its form, "" for a sheet that was skipped; a form may yield
    facts of a second kind (网站采用 beside 实报)."""

    sheet: str
    kind: str
    facts: list[Fact]
    faults: list[Fault]
    questions: list[Question]


@dataclass(frozen=True)
class Reading:
    """What a file holds. `digest` is the SHA-256 of its bytes; `notes` are about the file as a whole;
    `names` maps each unit's name as written to the unit it was taken for."""

    name: str
    digest: str
    sheets: tuple[SheetReading, ...]
    notes: tuple[Fault, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def facts(self) -> dict[str, list[Fact]]:
        """Kind → facts, kinds in the order of `FACTS`, only those that occur."""
        grouped: dict[str, list[Fact]] = {kind: [] for kind in FACTS}
        for sheet in self.sheets:
            for fact in sheet.facts:
                grouped[_KIND_OF[type(fact)]].append(fact)
        return {kind: facts for kind, facts in grouped.items() if facts}

    @property
    def faults(self) -> list[Fault]:
        return [*self.notes, *(fault for sheet in self.sheets for fault in sheet.faults)]

    @property
    def questions(self) -> list[Question]:
        return [question for sheet in self.sheets for question in sheet.questions]

    @property
    def errors(self) -> list[Fault]:
        """The faults that refuse the file."""
        return [fault for fault in self.faults if fault.severity is Severity.ERROR]

    @property
    def acceptable(self) -> bool:
        """No error and no open question."""
        return not self.errors and not self.questions


def read(path: Path, *, office: Office, period: Period, kind: str | None = None) -> Reading:
    """Read every sheet of the file at `path`: .xlsx, .xls or .csv by content, of any registered kind.

    Faults in places are in the result. Raises FileFault when the file as a whole cannot be read,
    registry.UnknownKind for a `kind` that is not registered, FileNotFoundError.
    """
    registry.forms(kind)
    book = workbook.open(path)
    desk = Desk(office, period)
    sheets = tuple(_sheets(book, desk, kind, path.stem))
    return Reading(path.name, _digest(path), sheets, tuple(_notes(book, sheets)), desk.names)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sheets(book: workbook.Workbook, desk: Desk, kind: str | None, name: str) -> Iterator[SheetReading]:
    """Readings of the sheets with something in them; that none is recognised, or none of those has a row, is
    an error of each."""
    seen: Seen = defaultdict(dict)
    readings = [
        _sheet(sheet, desk, kind, name, seen)
        for sheet in book.sheets
        if not sheet.empty and not fault_list.is_one(sheet)
    ]
    recognised = [reading for reading in readings if reading.kind]
    if not recognised:
        yield from (_raised(reading, Code.FORM_UNKNOWN) for reading in readings)
    elif all(any(fault.code is Code.NO_ROWS for fault in reading.faults) for reading in recognised):
        yield from (_raised(reading, Code.NO_ROWS) for reading in readings)
    else:
        yield from readings


def _raised(reading: SheetReading, code: Code) -> SheetReading:
    """The reading with its warnings of that code made errors."""
    faults = [
        fault._replace(severity=Severity.ERROR) if fault.code is code else fault for fault in reading.faults
    ]
    return replace(reading, faults=faults)


def _sheet(sheet: Sheet, desk: Desk, kind: str | None, name: str, seen: Seen) -> SheetReading:
    if sheet.hidden:
        return _skipped(sheet, Code.SHEET_HIDDEN, "工作表已隐藏，没有读取", "如需导入，请取消隐藏后重新导入")
    found = registry.recognise(sheet, desk, kind, name)
    if found.layout is None:
        code, severity = Code.FORM_UNKNOWN, Severity.WARNING
        if found.ambiguous:
            code, severity = Code.FORM_AMBIGUOUS, Severity.ERROR
        return _skipped(sheet, code, found.reason, found.suggestion, severity)
    table = Table(sheet, found.layout, desk, seen)
    titles.compare_period(found.layout, table.report)
    table.read()
    report = table.report
    return SheetReading(
        sheet.name, found.layout.form.kind, table.ledger.facts, report.faults, report.questions
    )


def _skipped(
    sheet: Sheet, code: Code, reason: str, suggestion: str, severity: Severity = Severity.WARNING
) -> SheetReading:
    fault = Fault(sheet.name, 0, "", "", reason, suggestion, severity, code)
    return SheetReading(sheet.name, "", [], [fault], [])


def _notes(book: workbook.Workbook, sheets: tuple[SheetReading, ...]) -> Iterator[Fault]:
    if not sheets:
        reason = "文件中没有任何内容"
        yield Fault("", 0, "", "", reason, "请确认导出完成后重新导入", Severity.ERROR, Code.FORM_UNKNOWN)
    if book.macros:
        reason = "工作簿含有宏，只读取了单元格的值，宏没有运行"
        yield Fault("", 0, "", "", reason, "建议另存为不含宏的 .xlsx", Severity.WARNING, Code.MACROS)
