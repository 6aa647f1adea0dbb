"""栏目更新 of an assessment as a heat strip: every duty of the register, month by month."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from gongkai.assessment.result import Assessment
from gongkai.measures.figures import Figure
from gongkai.notice import wording
from gongkai.office.pack import Column, Office
from gongkai.terms import Period
from gongkai.web.charts import heat
from gongkai.web.charts.chart import Chart
from gongkai.web.charts.heat import ColumnMonth, ColumnRow, ColumnState

Place = tuple[str, str]
"""(unit, column)"""


@dataclass(frozen=True)
class Judged:
    """What an assessment says of columns, by place: the months judged with whether each window was met, the
    columns wholly blank, and the months nobody handed in."""

    months: Mapping[tuple[str, str, str], list[bool | None]]
    blank: Collection[Place]
    unread: Mapping[Place, Collection[str]]


def column_heat(office: Office, assessment: Assessment, units: Collection[str] | None = None) -> Chart:
    """Every column with each of its responsible units in register order; with `units` only theirs."""
    period = Period.parse(assessment.period)
    judged = _judged(assessment, period, units)
    rows = [
        ColumnRow(column.name, unit, frequency, tuple(_months(assessment, column, unit, judged, period)))
        for column, unit, frequency in _duties(office, units)
    ]
    return heat.columns(rows, [wording.short_period(month) for month in period.months()])


def _duties(office: Office, units: Collection[str] | None) -> Iterator[tuple[Column, str, str]]:
    """Every column and responsible unit once, with what it owes: 1条/月、1条/季度 where it owes twice."""
    for column in office.columns:
        frequencies: dict[str, list[str]] = {}
        for duty in column.duties:
            for unit in duty.units if units is None else (one for one in units if one in duty.units):
                frequencies.setdefault(unit, []).append(duty.frequency)
        yield from ((column, unit, "、".join(owed)) for unit, owed in frequencies.items())


def _judged(assessment: Assessment, period: Period, units: Collection[str] | None) -> Judged:
    months: dict[tuple[str, str, str], list[bool | None]] = {}
    for figure in _figures(assessment, "columns.window", units):
        for month in Period.parse(figure.window).months():
            months.setdefault((figure.unit, figure.item, month.code), []).append(figure.met)
    blank = {
        (figure.unit, figure.item) for figure in _figures(assessment, "columns.blank", units) if figure.value
    }
    every = [month.code for month in period.months()]
    unread = {(one.unit, one.item): one.months or every for one in assessment.unread if one.kind == "columns"}
    return Judged(months, blank, unread)


def _figures(assessment: Assessment, measure: str, units: Collection[str] | None) -> Iterable[Figure]:
    """Those of a measure; of a few units without looking at all of them."""
    if units is None:
        return assessment.figures_by_measure.get(measure, ())
    theirs = (one for unit in units for one in assessment.figures_by_unit.get(unit, ()))
    return (one for one in theirs if one.measure == measure)


def _months(
    assessment: Assessment, column: Column, unit: str, judged: Judged, period: Period
) -> Iterator[ColumnMonth]:
    for month in period.months():
        yield ColumnMonth(
            _items(assessment, unit, column.name, month.code), _state(column, unit, judged, month)
        )


def _items(assessment: Assessment, unit: str, column: str, month: str) -> int | None:
    """The items of a month: 0 where the column has none at all, None where nothing is known of the month."""
    by_place = assessment.figures_by_place
    if figure := by_place.get((unit, "columns.updates", column, month)):
        return figure.value
    total = by_place.get((unit, "columns.total", column, ""))
    return 0 if total and total.value == 0 else None


def _state(column: Column, unit: str, judged: Judged, month: Period) -> ColumnState:
    if month.code in judged.unread.get((unit, column.name), ()):
        return ColumnState.UNREAD
    verdicts = judged.months.get((unit, column.name, month.code), [])
    if False in verdicts:
        return ColumnState.BLANK if (unit, column.name) in judged.blank else ColumnState.SHORT
    if True in verdicts:
        return ColumnState.MET
    return ColumnState.EXEMPT if _exempt(column, unit, month) else ColumnState.UNJUDGED


def _exempt(column: Column, unit: str, month: Period) -> bool:
    exempted = (Period.parse(one.period) for one in column.exemptions if one.unit == unit)
    return any(month.start in period and month.end in period for period in exempted)
