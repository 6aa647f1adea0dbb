"""Ranks over periods (名次变化): for each group and unit its rank and total in every assessment given."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.assessment import succession
from gongkai.assessment.result import Assessment, AssessmentError


class Standing(NamedTuple):
    """A unit's rank and total in one period; `among` units were ranked in its group."""

    rank: int
    total: Decimal
    among: int


class UnitTrack(NamedTuple):
    """A unit's standing in each period, None where it was not ranked in the group."""

    unit: str
    standings: tuple[Standing | None, ...]

    @property
    def risen(self) -> int | None:
        """Places gained in the newest period against the one before, negative for lost; None if unknown."""
        before, last = (None, None, *self.standings)[-2:]
        return before.rank - last.rank if last and before else None


class GroupTracks(NamedTuple):
    """The units of a group by their newest rank, those without one last; `periods` are Period codes."""

    group: str
    periods: tuple[str, ...]
    units: tuple[UnitTrack, ...]


def tracks(assessments: Sequence[Assessment]) -> tuple[GroupTracks, ...]:
    """The groups in the order of the newest assessment, of several given oldest first.

    Raises AssessmentError for assessments of two offices, or not in the order of their periods: a period
    assessed twice has one standing, and the caller says which.
    """
    _check(assessments)
    tables = [_by_group(assessment) for assessment in assessments]
    periods = tuple(assessment.period for assessment in assessments)
    groups = dict.fromkeys(group for table in reversed(tables) for group in table)
    return tuple(GroupTracks(group, periods, _units(group, tables)) for group in groups)


def _check(assessments: Sequence[Assessment]) -> None:
    offices = list(dict.fromkeys(assessment.office for assessment in assessments))
    if len(offices) > 1:
        raise AssessmentError([f"不能比较不同地区的名次：{'、'.join(offices)}，请只选一个地区的考核结果"])
    succession.check([assessment.period for assessment in assessments])


def _by_group(assessment: Assessment) -> dict[str, dict[str, Standing]]:
    """Group → unit → standing, in the order of the scorecards: by rank, then the register's."""
    groups: dict[str, list[tuple[str, int, Decimal]]] = {}
    for card in assessment.scorecards:
        groups.setdefault(card.group, []).append((card.unit, card.rank, card.total))
    return {
        group: {unit: Standing(rank, total, len(cards)) for unit, rank, total in cards}
        for group, cards in groups.items()
    }


def _units(group: str, tables: Sequence[dict[str, dict[str, Standing]]]) -> tuple[UnitTrack, ...]:
    """The newest table names the units first and in its order; then who was in the group before."""
    units = dict.fromkeys(unit for table in reversed(tables) for unit in table.get(group, {}))
    return tuple(UnitTrack(unit, tuple(table.get(group, {}).get(unit) for table in tables)) for unit in units)
