"""Problems that come again (反弹): the periods in which a unit had the same problem, and whether it had been
closed in between."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from gongkai.assessment.result import AssessmentError, Finding, FindingKind
from gongkai.terms import Period


class Problem(NamedTuple):
    """What makes two findings the same problem: its kind, the unit and the column, account or type."""

    kind: FindingKind
    unit: str
    item: str


class FoundIn(NamedTuple):
    """The findings of a period (its code)."""

    period: str
    findings: Sequence[Finding]


class Closed(NamedTuple):
    """The problem found in `period` was rectified and closed (销号)."""

    period: str
    problem: Problem


class Repeat(NamedTuple):
    """A problem found in more than one period. `periods` are codes, oldest first; `running` is in how many
    periods on end it was found up to the newest given, 0 where it is gone; `rebounds` are the periods in which
    it was found again though it had been closed when last found."""

    problem: Problem
    periods: tuple[str, ...]
    running: int
    rebounds: tuple[str, ...]

    @property
    def rebounded(self) -> bool:
        return bool(self.rebounds)

    @property
    def text(self) -> str:
        """财政局“预算信息”栏目更新不达标：2021年三季度、2021年四季度出现，连续2期，销号后反弹."""
        item = f"“{self.problem.item}”" if self.problem.item else ""
        labels = "、".join(Period.parse(period).label for period in self.periods)
        on_end = f"，连续{self.running}期" if self.running > 1 else ""
        again = "，销号后反弹" if self.rebounded else ""
        return f"{self.problem.unit}{item}{self.problem.kind.value}：{labels}出现{on_end}{again}"


def problem(finding: Finding) -> Problem:
    """What is the same when a finding comes again."""
    return Problem(finding.kind, finding.unit, finding.item)


def repeats(found: Sequence[FoundIn], closed: Collection[Closed] = ()) -> tuple[Repeat, ...]:
    """The problems found in more than one of the periods given (oldest first): those still there first, the
    longest first, then as the newest findings stand.

    Raises AssessmentError where the periods are not in order.
    """
    _check_order([one.period for one in found])
    places: dict[Problem, list[int]] = {}
    for place in reversed(range(len(found))):
        for one in dict.fromkeys(problem(finding) for finding in found[place].findings):
            places.setdefault(one, []).insert(0, place)
    told = [_repeat(one, at, found, frozenset(closed)) for one, at in places.items() if len(at) > 1]
    return tuple(sorted(told, key=lambda one: (-one.running, -len(one.periods))))


def _check_order(periods: Sequence[str]) -> None:
    """Raise AssessmentError unless the codes are oldest first, each once and none overlapping another."""
    for before, after in pairwise(periods):
        if Period.parse(before).end >= Period.parse(after).start:
            told = f"{before}与{after}重复、重叠或次序颠倒"
            raise AssessmentError([f"{told}，各期比较须由早到晚、每期一次，请重新选择期间"])


def _repeat(one: Problem, at: Sequence[int], found: Sequence[FoundIn], closed: frozenset[Closed]) -> Repeat:
    periods = tuple(found[place].period for place in at)
    again = pairwise(periods)
    rebounds = tuple(after for before, after in again if Closed(before, one) in closed)
    return Repeat(one, periods, _running(at, len(found) - 1), rebounds)


def _running(at: Sequence[int], newest: int) -> int:
    """How many places at the end follow each other without a gap up to the newest."""
    count = 0
    while count < len(at) and at[-1 - count] == newest - count:
        count += 1
    return count
