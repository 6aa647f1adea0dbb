"""Numbers written in groups: 138 1234 5678, 610328-19800506-1236, （0917）3212345."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal.characters import narrow
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.runs import GROUP

MOST_GROUPS = 19
"""A number whose every digit stands alone."""

_FIGURES = frozenset("%％.0123456789")
PORTION = 1000
"""Groups that are held at a time: a page of figures can be one long run."""

SHAPES: dict[int, tuple[tuple[int, ...], ...]] = {
    3: ((3, 4, 4), (3, 8), (3, 3, 5)),
    4: (
        (4, 4, 4, 4, 3),
        (4, 4, 4, 4, 2),
        (4, 4, 4, 4, 1),
        (4, 4, 4, 4),
        (4, 7),
        (4, 8),
        (4, 3, 4),
        (4, 4, 4),
    ),
    6: ((6, 8, 4), (6, 4, 4, 4), (6, 12), (6, 13), (6, 6, 3), (6, 2, 2, 2, 3)),
    7: ((7, 4),),
    14: ((14, 4),),
    17: ((17, 1),),
}
"""How a number is divided, by the length of its first group."""


class Number(NamedTuple):
    """Digits (and a last X) as they count, and where they stand."""

    digits: str
    start: int
    end: int


Classify = Callable[[str, int, int, Context, bool], Found | None]
"""Digits, start, end, context, whether they were written in groups → what they are."""


def one(written: str, start: int, context: Context) -> str:
    """The digits of what is nothing but groups of a known shape, "" where they can be figures in a row."""
    digits = written.replace("-", "").replace(" ", "")
    first = len(written.replace(" ", "-").partition("-")[0])
    is_one = _is_told(digits, first, start, context) or not _is_after_figures(start, context)
    return digits if is_one else ""


def find(written: str, offset: int, context: Context, classify: Classify) -> Iterator[Found]:
    """Each group alone if it is a number, else the groups that together have a known shape, else all."""
    groups: list[Number] = []
    for group in GROUP.finditer(written):
        start, end = group.span()
        groups.append(Number(narrow(group[0]).upper(), start + offset, end + offset))
        if len(groups) == PORTION:
            hits, done = _search(groups, PORTION - MOST_GROUPS, context, classify)
            yield from hits
            groups = groups[done:]
    hits, _ = _search(groups, len(groups), context, classify)
    if not hits and 1 < len(groups) <= MOST_GROUPS:
        hits = list(_all_together(groups, context, classify))
    yield from hits


def _search(groups: list[Number], stop: int, context: Context, classify: Classify) -> tuple[list[Found], int]:
    """What begins before group number `stop`, and the group at which the search came to its end."""
    lengths = tuple([len(group[0]) for group in groups])
    at, hits = 0, []
    while at < stop:
        hit, taken = _here(groups, lengths, at, context, classify)
        at += taken
        if hit is not None:
            hits.append(hit)
    return hits, at


def _all_together(groups: list[Number], context: Context, classify: Classify) -> Iterator[Found]:
    lengths = tuple(len(group.digits) for group in groups)
    if _stands_alone(groups, lengths, 0, len(groups), context):
        hit = classify(*_joined(groups), context, True)
        if hit is not None:
            yield hit


def _here(
    groups: list[Number], lengths: tuple[int, ...], at: int, context: Context, classify: Classify
) -> tuple[Found | None, int]:
    if lengths[at] >= 11:
        hit = classify(*groups[at], context, False)
        if hit is not None:
            return hit, 1
    for shape in SHAPES.get(lengths[at], ()):
        end = at + len(shape)
        if lengths[at:end] == shape and _stands_alone(groups, lengths, at, end, context):
            hit = classify(*_joined(groups[at:end]), context, True)
            if hit is not None:
                return hit, len(shape)
    return None, 1


def _stands_alone(
    groups: list[Number], lengths: tuple[int, ...], at: int, end: int, context: Context
) -> bool:
    """Figures in a row can look like a divided phone: there it counts only with a cue or among whole numbers."""
    if _is_told(groups[at].digits, lengths[at], groups[at].start, context):
        return True
    others = lengths[max(0, at - MOST_GROUPS) : at] + lengths[end : end + MOST_GROUPS]
    return not _is_after_figures(groups[0].start, context) and all(each <= 2 or each >= 11 for each in others)


def _is_told(digits: str, first: int, start: int, context: Context) -> bool:
    """Whether groups of which the first has so many digits are one number by their length or by a cue."""
    return first == 6 or first >= 14 or digits[0] == "0" or context.cue_of(start) is not None


def _is_after_figures(start: int, context: Context) -> bool:
    return context.text[max(0, start - 3) : start].rstrip()[-1:] in _FIGURES


def _joined(groups: list[Number]) -> Number:
    return Number("".join([group[0] for group in groups]), groups[0].start, groups[-1].end)
