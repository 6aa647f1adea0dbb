"""A unit's figures against what was due, line of business by line of business."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.assessment.result import Assessment, CompletionState, Unread
from gongkai.measures.facts import KIND_LABELS
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.terms import Period
from gongkai.web import presenters
from gongkai.web.listing import Cell
from gongkai.web.pages.assessments import links

SHOWN_WHOLE = 12
"""Rows of a table that stands open; a longer one is folded."""


@dataclass(frozen=True)
class Line:
    """One line of business of a unit: its state, what was not handed in, its figures as table cells."""

    label: str
    completion: CompletionState | None
    missing: tuple[str, ...]
    figures: tuple[tuple[tuple[str, Cell], ...], ...]

    @property
    def folded(self) -> bool:
        return len(self.figures) > SHOWN_WHOLE

    @property
    def about(self) -> bool:
        """Whether any figure is about a column, an outlet or an account."""
        return any(row[1][1].text for row in self.figures)

    @property
    def judged(self) -> bool:
        """Whether any figure has a target."""
        return any(row[3][1].text != "" for row in self.figures)

    def body(self) -> tuple[tuple[tuple[str, Cell], ...], ...]:
        """(kind, cell) of each cell; no column that would stand empty."""
        places = [0, *([1] if self.about else []), 2, *([3, 4] if self.judged else [])]
        return tuple(tuple(row[place] for place in places) for row in self.figures)


def lines(office: str, period: Period, content: Assessment, unit: str) -> Iterator[Line]:
    """Every line of business in which the unit has figures."""
    states = {one.kind: one for one in content.completion if one.unit == unit}
    unread = [one for one in content.unread if one.unit == unit]
    for kind, figures in presenters.by_kind(content.figures_by_unit.get(unit, ())).items():
        rows = tuple(_row(office, period, figure) for figure in figures)
        missing = tuple(_missing(one) for one in unread if one.kind == kind)
        yield Line(KIND_LABELS.get(kind, "新媒体账号"), states.get(kind), missing, rows)


def _row(office: str, period: Period, figure: Figure) -> tuple[tuple[str, Cell], ...]:
    measure = MEASURES[figure.measure]
    about = " ".join(filter(None, (figure.item, Period.parse(figure.window).label if figure.window else "")))
    href = links.figure(office, period, figure.measure, (figure.unit,), figure.item, figure.window)
    verdict = "" if figure.met is None else "达到" if figure.met else "未达到"
    return (
        ("text", Cell(measure.label, title=measure.meaning)),
        ("text", Cell(about)),
        ("number", Cell(presenters.figure_text(figure), href)),
        ("number", Cell("" if figure.target is None else figure.target)),
        ("text", Cell(verdict, mark="short" if figure.met is False else "")),
    )


def _missing(one: Unread) -> str:
    return f"“{one.item}”{presenters.missing_text(one)}" if one.item else presenters.missing_text(one)
