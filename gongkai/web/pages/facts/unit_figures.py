"""The figures of a unit, line by line of business, each leading to its facts."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from gongkai.assessment.result import Assessment
from gongkai.measures.facts import KIND_LABELS
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES, Measure
from gongkai.terms import Rate
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.assessments import links

LEFT_OUT = {
    "submissions.quota",
    "submissions.zero",
    "columns.updates",
    "columns.window",
    "orders.by_type",
    "posts.published",
}
"""Said by the target of another, or shown month by month and type by type elsewhere."""
LABELS = {**KIND_LABELS, "accounts": "账号备案"}


class FigureRow(NamedTuple):
    """A figure as shown: `target` and `met` "" where nothing is asked, `item` where it is of an outlet."""

    label: str
    item: str
    value: str
    counter: str
    target: str
    met: str
    href: str


class BusinessLine(NamedTuple):
    label: str
    rows: tuple[FigureRow, ...]


def lines(request: OfficeRequest, content: Assessment, unit: str) -> list[BusinessLine]:
    """The lines of business in which the unit has figures, in the order of the measures."""
    found = content.figures_by_unit.get(unit, [])
    rows = [(measure, row) for measure in MEASURES.values() for row in _rows(request, measure, found)]
    grouped = groupby(rows, key=lambda pair: pair[0].kind)
    return [BusinessLine(LABELS[kind], tuple(row for _, row in pairs)) for kind, pairs in grouped]


def _rows(request: OfficeRequest, measure: Measure, found: Iterable[Figure]) -> Iterator[FigureRow]:
    """One row of the unit as a whole: a measure of columns or accounts is added up, of outlets told apart.
    What many accounts owe is not: what one has too many makes up for no other."""
    mine = [one for one in found if one.measure == measure.key]
    if not mine or measure.key in LEFT_OUT:
        return
    if measure.item == "outlet":
        yield from (_row(request, measure, one, one.item) for one in mine if one.value)
    elif measure.item:
        value = sum(one.value or 0 for one in mine)
        yield _row(request, measure, Figure(mine[0].unit, "", "", measure.key, value))
    else:
        yield _row(request, measure, mine[0])


def _row(request: OfficeRequest, measure: Measure, one: Figure, item: str = "") -> FigureRow:
    return FigureRow(
        measure.label,
        item,
        str(one.value) if one.value is not None else _rate(one),
        "" if measure.is_rate else measure.counter,
        "" if one.target is None else str(one.target),
        {True: "达标", False: "未达标", None: ""}[one.met],
        links.figure(request.office.key, request.period, measure.key, [one.unit], item),
    )


def _rate(one: Figure) -> str:
    """90.9%（20/22）."""
    rate = Rate(one.numerator or 0, one.denominator or 0)
    return f"{rate}（{rate.numerator}/{rate.denominator}）"
