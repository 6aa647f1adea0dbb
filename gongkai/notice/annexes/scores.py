"""考核结果: 单位 基准分 加减分 by dimension 小计 名次, by rank, under a header of two rows."""

from gongkai.assessment.applies import dimensions_of
from gongkai.assessment.result import Scorecard
from gongkai.notice.annexes import cells
from gongkai.notice.annexes.cells import Row
from gongkai.notice.material import Material
from gongkai.notice.plan import Binding, Table
from gongkai.office.pack import Annex


def table(material: Material, annex: Annex) -> Table:
    """The scorecards of the annex's group, best first. A column 说明 stands at the end where a total was
    scaled or vetoed and so is not the sum of its row."""
    cards = [card for card in material.assessment.scorecards if annex.group in ("", card.group)]
    dimensions = _dimensions(material, annex, cards)
    explained = any(card.scaled or card.vetoed for card in cards)
    columns = (
        cells.column("单位", width=2.4),
        cells.column("基准分"),
        *(cells.column("加减分", dimension) for dimension in dimensions),
        cells.column("小计"),
        cells.column("名次", width=0.8),
        *((cells.column("说明", width=2.0),) if explained else ()),
    )
    order = material.office.unit_order
    cards.sort(key=lambda card: (card.rank, order.get(card.unit, len(order))))
    return Table(annex.table, columns, tuple(_row(card, dimensions, explained) for card in cards))


def _dimensions(material: Material, annex: Annex, cards: list[Scorecard]) -> list[str]:
    groups = [annex.group] if annex.group else dict.fromkeys(card.group for card in cards)
    scheme = material.office.scheme
    return list(dict.fromkeys(one.name for group in groups for one in dimensions_of(scheme, group)))


def _row(card: Scorecard, dimensions: list[str], explained: bool) -> Row:
    adjustments = (
        cells.score(
            card.subtotals.get(name),
            Binding("score.adjustment", str(card.subtotals.get(name)), (card.unit,), name),
        )
        for name in dimensions
    )
    row = (
        cells.unit(card.unit),
        cells.score(card.base, Binding("score.base", str(card.base), (card.unit,))),
        *adjustments,
        cells.score(card.total, Binding("score.total", str(card.total), (card.unit,))),
        cells.count(card.rank, Binding("score.rank", str(card.rank), (card.unit,))),
    )
    why = "；".join(filter(None, (card.scaled, card.vetoed)))
    return (*row, cells.text(why, flagged=bool(why))) if explained else row
