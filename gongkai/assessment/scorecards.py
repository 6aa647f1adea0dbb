"""Lines → subtotals, totals and ranks: the score table of each group."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.assessment import sentences
from gongkai.assessment.applies import dimensions_of
from gongkai.assessment.judged import Judged
from gongkai.assessment.ranking import ranks
from gongkai.assessment.result import PointLine, Scorecard
from gongkai.assessment.scoring import FiguresOfMeasure
from gongkai.office.pack import Unit
from gongkai.office.scheme import Scheme, Veto
from gongkai.terms import points


class Scored(NamedTuple):
    """A ranked unit with the lines of its score and its figures by measure."""

    unit: Unit
    lines: Sequence[PointLine]
    figures: FiguresOfMeasure


class Total(NamedTuple):
    """A unit's total, with the sentence for each step after adding up."""

    points: Decimal
    scaled: str
    vetoed: str


def scorecards(scheme: Scheme, scored: Sequence[Scored]) -> list[Scorecard]:
    """The scorecards of one group, by rank and then in the order given (the register's)."""
    totals = {one.unit.name: _total(scheme, one) for one in scored}
    places = ranks({unit: total.points for unit, total in totals.items()}, scheme.ranking)
    cards = [_card(scheme, one, totals[one.unit.name], places[one.unit.name]) for one in scored]
    return sorted(cards, key=lambda card: card.rank)


def _card(scheme: Scheme, scored: Scored, total: Total, rank: int) -> Scorecard:
    return Scorecard(
        unit=scored.unit.name,
        group=scored.unit.group,
        base=points(scheme.base),
        subtotals=subtotals(scheme, scored.unit.group, scored.lines),
        total=total.points,
        rank=rank,
        scaled=total.scaled,
        vetoed=total.vetoed,
    )


def subtotals(scheme: Scheme, group: str, lines: Sequence[PointLine]) -> dict[str, Decimal | None]:
    """Dimension → the sum of its lines; None, printed as a blank, where there is none."""
    found: dict[str, Decimal | None] = {one.name: None for one in dimensions_of(scheme, group)}
    for line in lines:
        found[line.dimension] = points((found[line.dimension] or 0) + line.points)
    return found


def _total(scheme: Scheme, scored: Scored) -> Total:
    added = points(scheme.base + sum(line.points for line in scored.lines))
    total, scaled = _scale(scheme, scored.unit.group, added)
    reached = [veto for veto in scheme.vetoes if _is_reached(veto, scored.figures)]
    held = min([total, *(points(veto.total) for veto in reached)])
    return Total(held, scaled, "；".join(veto.reason for veto in reached))


def _scale(scheme: Scheme, group: str, added: Decimal) -> tuple[Decimal, str]:
    for scaling in scheme.scalings:
        if group in scaling.groups:
            total = points(added * scaling.numerator / scaling.denominator)
            parts = f"{scaling.numerator}/{scaling.denominator}"
            return total, f"合计{sentences.number(added)}分，按{parts}折算为{sentences.number(total)}分"
    return added, ""


def _is_reached(veto: Veto, figures: FiguresOfMeasure) -> bool:
    concerned = [one for one in figures.get(veto.measure, ()) if veto.on in ("", one.item)]
    return bool(concerned) and Judged(concerned).value >= veto.at_least
