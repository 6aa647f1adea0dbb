"""What the checks look at: the plan beside the office and the assessment it was made from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from gongkai.assessment.result import Assessment
from gongkai.notice.figures import Figures
from gongkai.notice.plan import AnnexPage, Binding, Cell, Heading, Issue, Paragraph, Plan, Run, Severity
from gongkai.office.pack import Office
from gongkai.proofreading.proofread import Rules
from gongkai.terms import Period


@dataclass(frozen=True)
class Note:
    """Kept from an import: what was odd, in words, and where (file, sheet, row). `refused` where the row was
    not taken, or could not be checked, and the rest of its file was."""

    code: str
    message: str
    place: str
    refused: bool = False


class Said(NamedTuple):
    """A run of the narrative and where it stands, as a reader would find it."""

    run: Run
    binding: Binding
    place: str


class Shown(NamedTuple):
    """A cell of an annex row: its column's leaf header, its row counted from 1."""

    cell: Cell
    header: str
    annex: AnnexPage
    row: int

    @property
    def place(self) -> str:
        return f"附件{self.annex.number}第{self.row}行“{self.header}”"


@dataclass(frozen=True)
class Review:
    """The plan, read for checking; `rules` say what the proofreader looks for."""

    plan: Plan
    office: Office
    assessment: Assessment
    notes: tuple[Note, ...] = ()
    rules: Rules = field(default_factory=Rules)
    figures: Figures = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "figures", Figures(self.assessment))

    @cached_property
    def period(self) -> Period:
        return Period.parse(self.plan.period)

    @cached_property
    def blocks(self) -> list[tuple[str, Heading | Paragraph]]:
        """Each block of the body with its place: the last heading above it."""
        place, placed = "正文开头", []
        for block in self.plan.body:
            if isinstance(block, Heading):
                place = f"正文“{words(block)}”"
            placed.append((place, block))
        return placed

    @cached_property
    def said(self) -> list[Said]:
        """Every bound run of the narrative."""
        return [
            Said(run, run.binding, place) for place, block in self.blocks for run in block.runs if run.binding
        ]

    @cached_property
    def shown(self) -> list[Shown]:
        """Every cell of every annex row; totals rows are not rows."""
        return [
            shown
            for annex in self.plan.annexes
            for number, row in enumerate(annex.table.rows, 1)
            for shown in cells_of(annex, row, number)
        ]

    def of_table(self, table: str) -> Iterator[AnnexPage]:
        return (annex for annex in self.plan.annexes if annex.table.table == table)


def cells_of(annex: AnnexPage, row: tuple[Cell, ...], number: int) -> list[Shown]:
    """The cells of a row beside their headers."""
    columns = annex.table.columns
    return [Shown(cell, column.header[-1], annex, number) for column, cell in zip(columns, row, strict=True)]


def words(block: Heading | Paragraph) -> str:
    """The words of a block."""
    return "".join(run.text for run in block.runs)


def red(code: str, message: str, left: str = "", right: str = "", units: tuple[str, ...] = ()) -> Issue:
    """The notice contradicts itself or its facts: it cannot be issued unless waived with a reason."""
    return Issue(code, Severity.RED, message, left, right, units)


def amber(code: str, message: str, left: str = "", right: str = "", units: tuple[str, ...] = ()) -> Issue:
    """A doubt that a person should see before issuing."""
    return Issue(code, Severity.AMBER, message, left, right, units)
