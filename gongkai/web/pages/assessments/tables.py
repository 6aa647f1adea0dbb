"""League tables: a group's scores by rank; where nothing is scored, what each unit did against what was due."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from gongkai.assessment.completion import DUTIES
from gongkai.assessment.result import Assessment, CompletionState, Scorecard
from gongkai.assessment.sentences import number, signed
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


def groups(office: Office, content: Assessment) -> list[str]:
    """The groups that have units to list, in the register's order."""
    scored = {card.group for card in content.scorecards}
    named = dict.fromkeys([*office.groups, *(unit.group for unit in office.units)])
    held = scored or {unit.group for unit in office.units if unit.ranked}
    return [group for group in named if group in held]


class Scores:
    """The score table of a group: rank, unit, total, base, dimensions; what a phone shows first stands first."""

    def __init__(self, office: Office, period: Period, content: Assessment, group: str, own: str) -> None:
        self.cards = [card for card in content.scorecards if card.group == group]
        self.dimensions = list(self.cards[0].subtotals) if self.cards else []
        self._place, self._own = (office.key, period), own

    @property
    def rows(self) -> list[dict[str, Any]]:
        """A row a unit, by rank and then as registered."""
        return [self._row(card) for card in self.cards]

    @property
    def columns(self) -> list[Column]:
        return [
            Column("rank", "名次", "number"),
            Column("unit", "单位", cell=self._unit),
            Column("total", "得分", "number", cell=self._total),
            Column("base", "基准分", "number", cell=lambda row: Cell(number(row["base"]))),
            *(
                Column(f"d{place}", name, "number", cell=self._points(place, name))
                for place, name in enumerate(self.dimensions)
            ),
        ]

    def _row(self, card: Scorecard) -> dict[str, Any]:
        parts = {f"d{place}": card.subtotals[name] for place, name in enumerate(self.dimensions)}
        note = "；".join(filter(None, (card.scaled, card.vetoed)))
        return {
            "rank": card.rank,
            "unit": card.unit,
            "base": card.base,
            **parts,
            "total": card.total,
            "note": note,
        }

    def _link(self, row: Row, href: str) -> str:
        """A unit opens its own only."""
        return href if self._own in ("", row["unit"]) else ""

    def _unit(self, row: Row) -> Cell:
        return Cell(row["unit"], self._link(row, links.scorecard(*self._place, row["unit"])))

    def _total(self, row: Row) -> Cell:
        mark = "late" if row["note"] else ""
        star = "＊" if row["note"] else ""
        link = self._link(row, links.scorecard(*self._place, row["unit"]))
        return Cell(number(row["total"]) + star, link, mark, title=row["note"])

    def _points(self, place: int, name: str) -> Callable[[Row], Cell]:
        def cell(row: Row) -> Cell:
            points: Decimal | None = row[f"d{place}"]
            if points is None:
                return Cell("")
            href = f"{links.scorecard(*self._place, row['unit'])}#{anchor(name)}"
            return Cell(signed(points), self._link(row, href))

        return cell


def anchor(dimension: str) -> str:
    """Where a dimension stands in the page of a score."""
    return f"dimension-{dimension}"


class Counts:
    """The table of a group without points: what was counted, duties met, problems found."""

    def __init__(self, office: Office, period: Period, content: Assessment, group: str, own: str) -> None:
        self._units = [unit.name for unit in office.units if unit.group == group and unit.ranked]
        self._content, self._place, self._own = content, (office.key, period), own
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
        yield from ((measure, self._totals[measure].get(unit)) for measure in self.measures)
        yield from ((kind, _share(self._states.get((kind, unit)))) for kind in self.kinds)
        yield "problems", self._problems[unit]

    def _may_open(self, row: Row) -> bool:
        return self._own in ("", row["unit"])

    def _unit(self, row: Row) -> Cell:
        return Cell(row["unit"], links.scorecard(*self._place, row["unit"]) if self._may_open(row) else "")

    def _counted(self, measure: str) -> Callable[[Row], Cell]:
        def cell(row: Row) -> Cell:
            if row[measure] is None:
                return Cell("")
            href = links.figure(*self._place, measure, (row["unit"],)) if self._may_open(row) else ""
            due = self._due[measure].get(row["unit"])
            short = due is not None and row[measure] < due
            return Cell(
                row[measure] if due is None else f"{row[measure]}/{due}", href, "short" if short else ""
            )

        return cell

    def _met(self, kind: str) -> Callable[[Row], Cell]:
        def cell(row: Row) -> Cell:
            state = self._states.get((kind, row["unit"]))
            if state is None:
                return Cell("")
            href = links.figure(*self._place, DUTIES[kind], (row["unit"],)) if self._may_open(row) else ""
            short = state.met < state.judged
            return Cell(
                f"{state.met}/{state.judged}", href, "short" if short else "", title=state.state.value
            )

        return cell

    def _found(self, row: Row) -> Cell:
        href = f"{links.scorecard(*self._place, row['unit'])}#findings"
        return Cell(row["problems"], href if row["problems"] and self._may_open(row) else "")


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


def table(
    office: Office, period: Period, content: Assessment, group: str, own: str = ""
) -> "Scores | Counts":
    """The table of a group; for somebody of unit `own` only its numbers lead further."""
    scored: Sequence[Scorecard] = content.scorecards
    kind = Scores if scored else Counts
    return kind(office, period, content, group, own)
