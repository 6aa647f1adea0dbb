"""The plan of a notice: ordered blocks that every renderer reads (.docx, .pdf, .xlsx, web).

Text is made of runs; a run that shows a figure is bound to its measure, so the plan can say of every
number where it came from.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class Binding:
    """Where a printed figure comes from: the measure, the units and item it covers, its exact value.

    `measure` is a measure of `gongkai.measures`; a sum of measures is written `a+b`. What is not measured
    has a name of its own: `score.base|adjustment|total|rank` (item of an adjustment: the dimension),
    `target.<measure>`, `change.<measure>` (against the previous period), `reached.<measure>`,
    `best.<measure>`, `finding.<kind>`, `items.finding.<kind>`, `completion.<kind>` (item: the state), `commended`, `criticised`
    (item: the group), `account.name|platform|holder`, `rules.<rule>`, `register.<register>`,
    `notice.issued_on|rectify_by`, `annex`, `unit`.
    `value` is a count (`665`), the parts of a rate (`20/22`), an ISO date, or a term. `units` empty means
    every unit. With `listed` the text stands for a list of `units` (with `items.…`, of the items of one
    unit, joined by 、 in `item`): it names them, or says how many; `value` is how many.
    """

    measure: str
    value: str
    units: tuple[str, ...] = ()
    item: str = ""
    window: str = ""
    listed: bool = False


@dataclass(frozen=True)
class Run:
    """A piece of text; `binding` where it shows a figure or a list of units taken from the assessment.

    `text` may be empty where a list came out empty: print nothing, the cross-check reports it.
    """

    text: str
    binding: Binding | None = None
    bold: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """Level 1 一、(黑体), 2 （一）(楷体), 3 1. (仿宋); the number is part of the runs."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body; the number of a list item (1. or （1）) is part of the runs."""

    runs: Runs
    indent: bool = True


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True)
class TableColumn:
    """A leaf column of a table: its header path from the top (("加减分", "新闻动态")), relative width."""

    header: tuple[str, ...]
    width: float = 1.0
    align: Align = Align.CENTER


@dataclass(frozen=True)
class Cell:
    """A printed cell. `number` is set where the cell is a number, so .xlsx keeps it one; a percentage is
    text. `flagged` marks the cell a reader should see: zero, short, late, lapsed."""

    text: str
    number: float | int | None = None
    binding: Binding | None = None
    flagged: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under a header; `table` names the registered annex table it was made by. `totals` is empty or
    one more row, as long as `columns`."""

    table: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class AnnexPage:
    """An annex: starts a page of its own. `layout` is portrait, two_up (two tables side by side) or
    landscape; `heading` is a line between title and table （截至2022年6月30日）, `notes` stand under it."""

    number: int
    title: str
    table: Table
    layout: str
    heading: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Imprint:
    """版记 at the foot of the last page."""

    copy_to: str
    printed_by: str
    printed_on: date


@dataclass(frozen=True)
class Plan:
    """A whole notice. `title` may hold "\\n" where the office breaks it."""

    office: str
    period: str
    title: str
    addressee: str
    body: tuple[Heading | Paragraph, ...]
    annexes: tuple[AnnexPage, ...]
    issuer: str
    issued_on: date
    contact: str = ""
    red_head: str = ""
    document_number: str = ""
    imprint: Imprint | None = None


class Severity(StrEnum):
    """RED stops issuing unless waived with a reason; AMBER is shown; both go on the list of problems."""

    RED = "red"
    AMBER = "amber"


@dataclass(frozen=True)
class Issue:
    """One thing the cross-check found. `code` is stable (a waiver names it), `left` and `right` are the
    two sides that do not agree, each with its place."""

    code: str
    severity: Severity
    message: str
    left: str = ""
    right: str = ""
    units: tuple[str, ...] = field(default=())
