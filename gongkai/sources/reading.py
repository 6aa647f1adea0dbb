"""One file → facts, faults and questions. The door to this floor."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gongkai.measures.facts import FACTS, Fact
from gongkai.office.pack import Office
from gongkai.sources import fault_list, layouts, mappings, registry, titles, workbook
from gongkai.sources.desk import Desk
from gongkai.sources.faults import Code, Fault, Question, Severity
from gongkai.sources.headers import Layout
from gongkai.sources.layouts import NO_LAYOUT, SheetLayout
from gongkai.sources.ledger import Seen
from gongkai.sources.mappings import Mappings
from gongkai.sources.table import Table
from gongkai.sources.workbook import Sheet
from gongkai.terms import Period

_KIND_OF = {fact: kind for kind, fact in FACTS.items()}
_NOTHING_READ = (Code.FORM_UNKNOWN, Code.SHEET_SKIPPED)


@dataclass(frozen=True)
class SheetReading:
    """What a sheet holds. `kind` is that of its form, "" for a sheet that was skipped; a form may yield
    facts of a second kind (网站采用 beside 实报). `layout` is what its columns were taken for; `set_aside` are the numbers
    of the rows below the header that were no data: totals, notes, headings."""

    sheet: str
    kind: str
    facts: list[Fact]
    faults: list[Fault]
    questions: list[Question]
    layout: SheetLayout = NO_LAYOUT
    set_aside: tuple[int, ...] = ()


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
    def layouts(self) -> tuple[SheetLayout, ...]:
        """What each sheet was taken for, those not recognised included."""
        return tuple(sheet.layout for sheet in self.sheets)

    @property
    def errors(self) -> list[Fault]:
        """The faults that refuse the file."""
        return [fault for fault in self.faults if fault.severity is Severity.ERROR]


@dataclass(frozen=True)
class _Given:
    """What the caller says of the file: the kind of all its sheets, and of headers what a person said."""

    kind: str | None
    mappings: Mappings
    name: str


def read(
    path: Path,
    *,
    office: Office,
    period: Period,
    kind: str | None = None,
    mapping: Mappings | None = None,
    name: str = "",
) -> Reading:
    """Read every sheet of the file at `path`: .xlsx, .xls or .csv by content, of any registered kind.

    What `mapping` says of a header goes before recognition, and before `kind`; `name` is what the file is
    called where it lies under another one. Faults in places are in the
    result, those of a mapping too. Raises FileFault when the file as a whole cannot be read,
    registry.UnknownKind for a `kind` that is not registered, FileNotFoundError.
    """
    registry.forms(kind)
    called = name or path.name
    book = workbook.open(path, called)
    desk = Desk(office, period)
    sheets = tuple(_sheets(book, desk, _Given(kind, mapping or {}, Path(called).stem)))
    return Reading(called, _digest(path), sheets, tuple(_notes(book, sheets)), desk.names)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sheets(book: workbook.Workbook, desk: Desk, given: _Given) -> Iterator[SheetReading]:
    """Readings of the sheets with something in them; that none is recognised, or none of those has a row, is
    an error of each."""
    seen: Seen = defaultdict(dict)
    readings = [
        _sheet(sheet, desk, given, seen)
        for sheet in book.sheets
        if not sheet.empty and not fault_list.is_one(sheet)
    ]
    recognised = [reading for reading in readings if reading.kind]
    if not recognised:
        yield from (_raised(reading, *_NOTHING_READ) for reading in readings)
    elif all(any(fault.code is Code.NO_ROWS for fault in reading.faults) for reading in recognised):
        yield from (_raised(reading, Code.NO_ROWS) for reading in readings)
    else:
        yield from readings


def _raised(reading: SheetReading, *codes: Code) -> SheetReading:
    """The reading with its warnings of those codes made errors."""
    faults = [
        fault._replace(severity=Severity.ERROR) if fault.code in codes else fault for fault in reading.faults
    ]
    return replace(reading, faults=faults)


def _sheet(sheet: Sheet, desk: Desk, given: _Given, seen: Seen) -> SheetReading:
    if sheet.hidden:
        reason = "工作表已隐藏，没有读取"
        shown = layouts.unmappable(sheet.name, reason)
        return _skipped(shown, Code.SHEET_HIDDEN, reason, "如需导入，请取消隐藏后重新导入")
    said = mappings.find(sheet, given.mappings)
    if said is None:
        return _recognised(sheet, desk, given, seen)
    mapped = mappings.apply(sheet, *said, desk)
    if mapped.layout is not None:
        return read_table(sheet, mapped.layout, mapped.shown, desk, seen)
    if mapped.faults:
        return SheetReading(sheet.name, "", [], mapped.faults, [], mapped.shown)
    advice = "如需导入，请改为选择资料种类"
    return _skipped(mapped.shown, Code.SHEET_SKIPPED, "按设定不导入这张工作表", advice)


def _recognised(sheet: Sheet, desk: Desk, given: _Given, seen: Seen) -> SheetReading:
    found = registry.recognise(sheet, desk, given.kind, given.name)
    if found.layout is not None:
        return read_table(sheet, found.layout, layouts.recognised(sheet, found.layout), desk, seen)
    shown = layouts.unmappable(sheet.name, found.reason)
    if found.header is not None:
        shown = replace(layouts.described(sheet, found.header, {}), reason=found.reason)
    if found.ambiguous:
        return _skipped(shown, Code.FORM_AMBIGUOUS, found.reason, found.suggestion, Severity.ERROR)
    return _skipped(shown, Code.FORM_UNKNOWN, found.reason, found.suggestion)


def read_table(sheet: Sheet, layout: Layout, shown: SheetLayout, desk: Desk, seen: Seen) -> SheetReading:
    """A sheet read under its layout; `seen` are the facts of the sheets before it."""
    table = Table(sheet, layout, desk, seen)
    titles.compare_period(layout, table.report)
    table.read()
    report = table.report
    return SheetReading(
        sheet=sheet.name,
        kind=layout.form.kind,
        facts=table.ledger.facts,
        faults=report.faults,
        questions=report.questions,
        layout=shown,
        set_aside=tuple(table.set_aside),
    )


def _skipped(
    layout: SheetLayout, code: Code, reason: str, suggestion: str, severity: Severity = Severity.WARNING
) -> SheetReading:
    fault = Fault(layout.sheet, 0, "", "", reason, suggestion, severity, code)
    return SheetReading(layout.sheet, "", [], [fault], [], layout)


def _notes(book: workbook.Workbook, sheets: tuple[SheetReading, ...]) -> Iterator[Fault]:
    if not sheets:
        reason = "文件中没有任何内容"
        yield Fault("", 0, "", "", reason, "请确认导出完成后重新导入", Severity.ERROR, Code.FORM_UNKNOWN)
    if book.macros:
        reason = "工作簿含有宏，只读取了单元格的值，宏没有运行"
        yield Fault("", 0, "", "", reason, "建议另存为不含宏的 .xlsx", Severity.WARNING, Code.MACROS)
