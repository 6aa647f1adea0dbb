"""The table of a group without points: what was counted, duties met, problems found."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.urls import reverse

from gongkai.assessment.completion import DUTIES
from gongkai.assessment.result import Assessment, CompletionState
from gongkai.office.pack import Office
from gongkai.terms import Period
from gongkai.web.listing import Cell, Column, Row
from gongkai.web.pages.assessments import links

DUTY_HEADS = {
    "columns": "栏目考核时段",
    "messages": "留言应办结",
    "orders": "工单应办结",
    "posts": "账号更新任务",
}
"""Kind → the head over duties met of those judged."""
COUNTED = {
    "submissions.submitted": "实报/应报",
    "adoptions.own": "网站采用",
    "columns.total": "栏目更新",
    "orders.handled": "工单承办",
    "messages.handled": "留言承办",
    "posts.published": "新媒体发布",
}
"""What is told of each unit where nothing is scored: measure → its head."""


class Counts:
    """The table of a group without points: what was counted, duties met, problems found."""

    def __init__(self, office: Office, period: Period, content: Assessment, group: str, own: str) -> None:
        self._units = [unit.name for unit in office.units if unit.group == group and unit.ranked]
        self._place, self._own = (office.key, period), own
        self._figures = reverse("figure", args=self._place)
        self._totals = {measure: _totals(content, measure) for measure in COUNTED}
        self._due = {measure: _targets(content, measure) for measure in COUNTED}
        self._states = {(one.kind, one.unit): one for one in content.completion}
        self._problems = Counter(finding.unit for finding in content.findings)
        self.measures = [measure for measure, totals in self._totals.items() if totals]
        self.kinds = [kind for kind in DUTY_HEADS if any(one.kind == kind for one in content.completion)]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """A row a unit, as registered."""
        return [dict(self._row(unit)) for unit in self._units]

    @property
    def plain(self) -> list[Column]:
        """The columns for a workbook: as shown, for a count stands beside what was due."""
        return self.columns

    @property
    def columns(self) -> list[Column]:
        return [
            Column("unit", "单位", cell=self._unit),
            *(
                Column(measure, COUNTED[measure], "number", cell=self._counted(measure))
                for measure in self.measures
            ),
            *(Column(kind, DUTY_HEADS[kind], "number", cell=self._met(kind)) for kind in self.kinds),
            Column("problems", "存在问题", "number", cell=self._found),
        ]

    def _row(self, unit: str) -> Iterator[tuple[str, Any]]:
        yield "unit", unit
        yield "address", links.own_scorecard(*self._place, unit, self._own)
        yield from ((measure, self._totals[measure].get(unit)) for measure in self.measures)
        yield from ((kind, _share(self._states.get((kind, unit)))) for kind in self.kinds)
        yield "problems", self._problems[unit]

    def _figure(self, measure: str, row: Row) -> str:
        """The page of a unit's figure; a unit opens its own only."""
        return f"{self._figures}?{links.query(measure, (row['unit'],))}" if row["address"] else ""

    def _unit(self, row: Row) -> Cell:
        return Cell(row["unit"], row["address"])

    def _counted(self, measure: str) -> Callable[[Row], Cell]:
        due_of = self._due[measure]

        def cell(row: Row) -> Cell:
            if row[measure] is None:
                return Cell("")
            due = due_of.get(row["unit"])
            short = due is not None and row[measure] < due
            shown = row[measure] if due is None else f"{row[measure]}/{due}"
            return Cell(shown, self._figure(measure, row), "short" if short else "")

        return cell

    def _met(self, kind: str) -> Callable[[Row], Cell]:
        def cell(row: Row) -> Cell:
            state = self._states.get((kind, row["unit"]))
            if state is None:
                return Cell("")
            mark = "short" if state.met < state.judged else ""
            shown = f"{state.met}/{state.judged}"
            return Cell(shown, self._figure(DUTIES[kind], row), mark, title=state.state.value)

        return cell

    def _found(self, row: Row) -> Cell:
        opens = row["problems"] and row["address"]
        return Cell(row["problems"], f"{row['address']}#findings" if opens else "")


def _totals(content: Assessment, measure: str) -> dict[str, int]:
    totals: dict[str, int] = {}
    for figure in content.figures_by_measure.get(measure, ()):
        totals[figure.unit] = totals.get(figure.unit, 0) + (figure.value or 0)
    return totals


def _targets(content: Assessment, measure: str) -> dict[str, int]:
    found = content.figures_by_measure.get(measure, ())
    return {figure.unit: figure.target for figure in found if figure.target is not None}


def _share(state: CompletionState | None) -> float | None:
    return state.met / state.judged if state else None
