"""Two assessments side by side: what moved, for a scheme that is tried out (“ranks would move so”) and for a
corrected import. Pure and symmetric: compared the other way round, every before is an after."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.assessment.result import Assessment, AssessmentError, Finding, PointLine, Scorecard
from gongkai.terms import points


class Change(NamedTuple):
    """Points before and after, None where there were none; `name` is the dimension."""

    name: str
    before: Decimal | None
    after: Decimal | None


class LineChange(NamedTuple):
    """A line of a unit's score that appears (`before` None), vanishes (`after` None) or changes its points;
    each line tells its own arithmetic in `basis`."""

    before: PointLine | None
    after: PointLine | None


class UnitChange(NamedTuple):
    """A unit whose total, rank, subtotals or lines are not the same; a card is None where it had no score.

    `subtotals` and `lines` hold only what differs.
    """

    unit: str
    before: Scorecard | None
    after: Scorecard | None
    subtotals: tuple[Change, ...]
    lines: tuple[LineChange, ...]

    @property
    def risen(self) -> int:
        """Places gained, negative for places lost, 0 where one side has no rank or another group's."""
        if self.before is None or self.after is None or self.before.group != self.after.group:
            return 0
        return self.before.rank - self.after.rank

    @property
    def gained(self) -> Decimal:
        """Points gained in all, negative for points lost, 0 where one side has no score."""
        if self.before is None or self.after is None:
            return Decimal(0)
        return points(self.after.total - self.before.total)


class Comparison(NamedTuple):
    """What differs: the units by how far they move, and problems that only one of the two finds."""

    units: tuple[UnitChange, ...]
    appeared: tuple[Finding, ...]
    vanished: tuple[Finding, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.units or self.appeared or self.vanished)


def compare(before: Assessment, after: Assessment) -> Comparison:
    """Set `after` against `before`, of one office. Raises AssessmentError for two offices."""
    if before.office != after.office:
        raise AssessmentError(
            [f"“{before.office}”与“{after.office}”是两个地区的考核结果，不能比较，请选择同一地区的两次考核"]
        )
    cards = _by_unit(before.scorecards), _by_unit(after.scorecards)
    lines = before.lines_by_unit, after.lines_by_unit
    units = dict.fromkeys((*cards[0], *cards[1], *lines[0], *lines[1]))
    changes = (
        UnitChange(
            unit,
            cards[0].get(unit),
            cards[1].get(unit),
            _subtotals(cards[0].get(unit), cards[1].get(unit)),
            tuple(_lines(lines[0].get(unit, ()), lines[1].get(unit, ()))),
        )
        for unit in units
    )
    return Comparison(
        tuple(sorted((change for change in changes if _differs(change)), key=_by_movement)),
        _only(after.findings, before.findings),
        _only(before.findings, after.findings),
    )


def _by_unit(cards: Iterable[Scorecard]) -> dict[str, Scorecard]:
    return {card.unit: card for card in cards}


def _differs(change: UnitChange) -> bool:
    return change.before != change.after or bool(change.lines)


def _by_movement(change: UnitChange) -> tuple[int, Decimal, str]:
    return -abs(change.risen), -abs(change.gained), change.unit


def _subtotals(before: Scorecard | None, after: Scorecard | None) -> tuple[Change, ...]:
    """The dimensions whose points differ, in the order of the score table."""
    old, new = (card.subtotals if card else {} for card in (before, after))
    changes = (Change(name, old.get(name), new.get(name)) for name in dict.fromkeys((*new, *old)))
    return tuple(change for change in changes if change.before != change.after)


def _lines(before: Sequence[PointLine], after: Sequence[PointLine]) -> Iterator[LineChange]:
    """Lines of one place are set side by side by their points: an item entered twice has two."""
    old, new = _by_place(before), _by_place(after)
    for place in dict.fromkeys((*old, *new)):
        left, right = old.get(place, []), new.get(place, [])
        for at in range(max(len(left), len(right))):
            change = LineChange(left[at] if at < len(left) else None, right[at] if at < len(right) else None)
            if _points(change.before) != _points(change.after):
                yield change


def _by_place(lines: Iterable[PointLine]) -> dict[tuple[str, ...], list[PointLine]]:
    """Lines by what they judge: an item of the scheme and its figure, or an adjustment as it was entered."""
    places: dict[tuple[str, ...], list[PointLine]] = defaultdict(list)
    for line in lines:
        place = (line.dimension, line.item, line.measure, line.on, line.window)
        places[(*place, line.reason, line.person, line.evidence)].append(line)
    return {place: sorted(here, key=lambda line: line.points) for place, here in places.items()}


def _points(line: PointLine | None) -> Decimal | None:
    return line.points if line else None


def _only(those: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """Problems of unit and item that the others do not have, whatever their numbers."""
    known = {(one.kind, one.unit, one.item) for one in others}
    return tuple(one for one in those if (one.kind, one.unit, one.item) not in known)
