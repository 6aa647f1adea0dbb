"""Whom a notice commends and whom it criticises, by group. Equal units are treated equally.

A tie at the edge is named whole in a commendation, even where the list grows longer than asked for, and
left out whole of a criticism, which may be shorter: nobody goes unpraised or is shamed for standing later
in the register. A unit on the commendation list is never on the other; where all of a group are equal
there is neither; a vetoed unit is never commended.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from gongkai.assessment.result import Scorecard
from gongkai.measures.figures import Figure
from gongkai.office.pack import Office, Unit

Named = dict[str, tuple[str, ...]]
SUBMITTED = "submissions.submitted"


def by_rank(office: Office, cards: Sequence[Scorecard]) -> tuple[Named, Named]:
    """(commended, criticised) of a scored office, the best first and the worst first, by group."""
    standing: dict[str, dict[str, Fraction]] = {}
    for card in cards:
        standing.setdefault(card.group, {})[card.unit] = Fraction(-card.rank)
    return _named(office, standing, {card.unit for card in cards if card.vetoed})


def by_measure(office: Office, figures: Sequence[Figure]) -> tuple[Named, Named]:
    """(commended, criticised) of an office without points, by the measure its scheme names; more is better.

    A ranked unit without such a figure is on neither list. A unit that submitted nothing stands on the zero
    list of its own and is not criticised a second time.
    """
    values = _values(figures, office.scheme.lists.measure)
    standing: dict[str, dict[str, Fraction]] = {}
    for unit in office.units:
        if unit.ranked and unit.name in values and not _is_zero_list(office, unit, values):
            standing.setdefault(unit.group, {})[unit.name] = values[unit.name]
    return _named(office, standing, set())


def _values(figures: Sequence[Figure], measure: str) -> dict[str, Fraction]:
    """Unit → its count, or its rate where something was due."""
    counts: dict[str, int] = {}
    shares: dict[str, tuple[int, int]] = {}
    for figure in figures:
        if figure.measure == measure and figure.value is not None:
            counts[figure.unit] = counts.get(figure.unit, 0) + figure.value
        elif figure.measure == measure:
            done, due = shares.get(figure.unit, (0, 0))
            shares[figure.unit] = done + (figure.numerator or 0), due + (figure.denominator or 0)
    rates = {unit: Fraction(done, due) for unit, (done, due) in shares.items() if due}
    return {unit: Fraction(count) for unit, count in counts.items()} | rates


def _is_zero_list(office: Office, unit: Unit, values: Mapping[str, Fraction]) -> bool:
    return office.scheme.lists.measure == SUBMITTED and not values[unit.name]


def _named(
    office: Office, standing: Mapping[str, Mapping[str, Fraction]], barred: set[str]
) -> tuple[Named, Named]:
    lists = office.scheme.lists
    commended: Named = {}
    criticised: Named = {}
    for group, units in standing.items():
        if len(set(units.values())) == 1:
            units = {}
        best = _top(units, lists.commend)
        praised = tuple(unit for unit in best if unit not in barred)
        if lists.commend:
            commended[group] = praised
        if lists.criticise:
            criticised[group] = tuple(one for one in _bottom(units, lists.criticise) if one not in praised)
    return commended, criticised


def _top(units: Mapping[str, Fraction], wanted: int) -> list[str]:
    """At least `wanted` of the best, the edge tie whole; the best first, then in the order given."""
    ordered = sorted(units, key=lambda unit: -units[unit])
    if wanted == 0 or len(ordered) <= wanted:
        return ordered if wanted else []
    edge = units[ordered[wanted - 1]]
    return [unit for unit in ordered if units[unit] >= edge]


def _bottom(units: Mapping[str, Fraction], wanted: int) -> list[str]:
    """At most `wanted` of the worst, without an edge tie that does not fit; the worst first."""
    ordered = sorted(units, key=lambda unit: units[unit])
    if wanted == 0 or len(ordered) <= wanted:
        return ordered if wanted else []
    beyond = units[ordered[wanted]]
    return [unit for unit in ordered[:wanted] if units[unit] < beyond]
