"""How far the duties of a period are done, by line of business."""

from collections.abc import Collection, Iterator
from datetime import date

from gongkai.assessment import registers
from gongkai.assessment.result import Assessment
from gongkai.measures.facts import KIND_LABELS
from gongkai.measures.figures import Figure
from gongkai.office.pack import Office
from gongkai.terms import Period, Rate
from gongkai.web.charts import progress
from gongkai.web.charts.chart import Chart
from gongkai.web.charts.progress import Business

COUNTERS = {
    "submissions.submitted": "条",
    "columns.window": "个时段",
    "messages.on_time_rate": "件",
    "orders.on_time_rate": "件",
    "posts.original": "条",
}
"""The measure that judges a line of business → what it is counted in."""


def period_progress(
    assessment: Assessment, elapsed: Rate | None = None, units: Collection[str] | None = None
) -> Chart:
    """Done of due in each line of business in which anything is due; with `units` only theirs.

    Items count up to the quota of each unit and account: what one has too many does not make up for what
    another lacks. Columns count windows met of windows judged, cases those on time of those due.
    """
    return progress.of_period(list(_lines(assessment, units)), elapsed)


def elapsed(office: Office, period: Period, today: date) -> Rate | None:
    """The working days gone up to `today` of those of the period; None once the period is over."""
    if today > period.end:
        return None
    calendar = registers.calendar(office)
    return Rate(calendar.count(period.start, today).days, calendar.count(period.start, period.end).days)


def _lines(assessment: Assessment, units: Collection[str] | None) -> Iterator[Business]:
    for measure, counter in COUNTERS.items():
        figures = assessment.figures_by_measure.get(measure, ())
        tallies = [_tally(figure) for figure in figures if units is None or figure.unit in units]
        done, due = sum(tally[0] for tally in tallies), sum(tally[1] for tally in tallies)
        if due:
            yield Business(KIND_LABELS[measure.partition(".")[0]], done, due, counter)


def _tally(figure: Figure) -> tuple[int, int]:
    """(done, due) of one figure."""
    if figure.denominator is not None:
        return figure.numerator or 0, figure.denominator
    if figure.window:
        return int(figure.met or False), int(figure.met is not None)
    target = figure.target or 0
    return min(figure.value or 0, target), target
