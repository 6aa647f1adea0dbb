"""Assessments of several periods: how measures and ranks moved."""

from collections.abc import Collection, Sequence

from gongkai.assessment.result import Assessment
from gongkai.measures.registry import MEASURES
from gongkai.notice.figures import Figures, Scope
from gongkai.office.pack import Office
from gongkai.terms import MONTHS_IN, Period, Rate
from gongkai.web.charts import trend
from gongkai.web.charts.chart import Chart
from gongkai.web.charts.trend import Line, Point

ByPeriod = dict[Period, Assessment]


def measure_trend(
    office: Office,
    assessments: Sequence[Assessment],
    measures: Sequence[str],
    units: Collection[str] | None = None,
    title: str = "各期走势",
) -> Chart:
    """The totals of `measures` over all units or `units`, a line a measure, period after period.

    One assessment a period, in any order; a period between them that has none leaves a gap. Raises
    UnknownWordError for a measure that does not exist, ValueError for one that has no total.
    """
    by_period = {Period.parse(one.period): one for one in assessments}
    periods = _spanned(by_period)
    lines = [
        Line(
            MEASURES[measure].label,
            MEASURES[measure].counter,
            tuple(_total(office, by_period.get(period), measure, Scope(units)) for period in periods),
        )
        for measure in measures
    ]
    return trend.over_periods([period.label for period in periods], lines, title)


def _spanned(by_period: ByPeriod) -> list[Period]:
    """Every period from the first to the last, oldest first; free ranges and mixed lengths only as given."""
    given = sorted(by_period)
    if len({period.kind for period in given}) != 1 or given[0].kind not in MONTHS_IN:
        return given
    spanned = [given[-1]]
    while spanned[-1] > given[0]:
        spanned.append(spanned[-1].previous())
    return spanned[::-1]


def _total(office: Office, assessment: Assessment | None, measure: str, scope: Scope) -> Point:
    """None where the period was not assessed or has no such figure: nothing counted is no 0."""
    if assessment is None:
        return None
    figures = Figures(assessment)
    if not figures.of(measure, scope):
        return None
    if not figures.is_rate(measure):
        return figures.total(measure, scope)
    rules = office.rules.orders
    digits = (rules.places, rules.rounding) if measure.startswith("orders.") else ()
    return Rate(*figures.parts(measure, scope), *digits)
