"""What a proofreader found, held against the labels."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.golden.proofread.corpus import EITHER_WAY, Label


class Mark(NamedTuple):
    """A finding: its places in the text of the document, any of which may be the labelled one."""

    group: str
    kind: str
    level: str
    spans: tuple[tuple[int, int], ...]
    found: str
    reason: str


class Judged(NamedTuple):
    """The findings and labels of a document, told apart."""

    document: str
    met: list[Label]
    missed: list[Label]
    right: list[Mark]
    false: list[Mark]


def judge(document: str, written: str, marks: Iterable[Mark], labels: Iterable[Label]) -> Judged:
    """A mark is right where a label of its group overlaps one of its places; where readers differ it is not counted."""
    judged = Judged(document, [], [], [], [])
    marks = list(marks)
    places = [(label, label.span(written)) for label in labels]
    wanted = [(label, place) for label, place in places if label.group != EITHER_WAY]
    open_to_both = [place for label, place in places if label.group == EITHER_WAY]
    for label, place in wanted:
        hit = any(mark.group == label.group and _touches(mark, place) for mark in marks)
        (judged.met if hit else judged.missed).append(label)
    for mark in marks:
        if any(mark.group == label.group and _touches(mark, place) for label, place in wanted):
            judged.right.append(mark)
        elif not any(_touches(mark, place) for place in open_to_both):
            judged.false.append(mark)
    return judged


def _touches(mark: Mark, place: tuple[int, int]) -> bool:
    start, end = place
    return any(first < end and start < last for first, last in mark.spans)


class Score(NamedTuple):
    """How well a category is found. For a kind, `false` counts false alarms that were called so."""

    category: str
    labelled: int
    met: int
    right: int
    false: int

    @property
    def precision(self) -> float:
        """The part of the marks that are right; 1 where nothing is marked."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """The part of the labels that are met; 1 where nothing is labelled."""
        return self.met / self.labelled if self.labelled else 1.0


def by_group(judged: Iterable[Judged]) -> dict[str, Score]:
    """Group → its score over all documents."""
    return {score.category: score for score in _scores(list(judged), 0)}


def by_kind(judged: Iterable[Judged]) -> Iterator[tuple[str, str, int, int]]:
    """Group, kind as labelled, how many are labelled, how many are met."""
    judged = list(judged)
    met = Counter((label.group, label.kind) for one in judged for label in one.met)
    missed = Counter((label.group, label.kind) for one in judged for label in one.missed)
    for group, kind in sorted(met.keys() | missed.keys()):
        count = met[group, kind]
        yield group, kind, count + missed[group, kind], count


def _scores(judged: list[Judged], field: int) -> Iterator[Score]:
    met = Counter(label.group for one in judged for label in one.met)
    missed = Counter(label.group for one in judged for label in one.missed)
    right = Counter(mark[field] for one in judged for mark in one.right)
    false = Counter(mark[field] for one in judged for mark in one.false)
    for group in sorted({*met, *missed, *right, *false}):
        yield Score(group, met[group] + missed[group], met[group], right[group], false[group])
