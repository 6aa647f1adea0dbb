"""The score table of a group: rank, unit, total, base, dimensions."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from gongkai.assessment.result import Assessment, Scorecard
from gongkai.assessment.sentences import number, signed
from gongkai.office.pack import Office
from gongkai.terms import Period
from gongkai.web.listing import Cell, Column, Row
from gongkai.web.pages.assessments import links
from gongkai.web.pages.assessments.lines import anchor


class Scores:
    """The table of one group; what a phone shows first stands first. Only what is of unit `own` leads further,
    where somebody belongs to one."""

    def __init__(self, office: Office, period: Period, content: Assessment, group: str, own: str) -> None:
        self.cards = [card for card in content.scorecards if card.group == group]
        self.dimensions = list(self.cards[0].subtotals) if self.cards else []
        self._place, self._own = (office.key, period), own

    @property
    def rows(self) -> list[dict[str, Any]]:
        """A row a unit, by rank and then as registered."""
        return [self._row(card) for card in self.cards]

    @property
    def plain(self) -> list[Column]:
        """The columns for a workbook, in which points stay numbers."""
        return [replace(column, cell=None) for column in self.columns]

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
            "address": links.own_scorecard(*self._place, card.unit, self._own),
            "rank": card.rank,
            "unit": card.unit,
            "base": card.base,
            **parts,
            "total": card.total,
            "note": note,
        }

    def _unit(self, row: Row) -> Cell:
        return Cell(row["unit"], row["address"])

    def _total(self, row: Row) -> Cell:
        mark, star = ("late", "＊") if row["note"] else ("", "")
        return Cell(number(row["total"]) + star, row["address"], mark, title=row["note"])

    def _points(self, place: int, name: str) -> Callable[[Row], Cell]:
        key, there = f"d{place}", f"#{anchor(name)}"

        def cell(row: Row) -> Cell:
            points: Decimal | None = row[key]
            if points is None:
                return Cell("")
            return Cell(signed(points), row["address"] and row["address"] + there)

        return cell
