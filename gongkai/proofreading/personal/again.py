"""A name that was told once is the same person's wherever it stands again."""

from bisect import bisect_right
from collections.abc import Sequence

from gongkai.proofreading.automaton import Automaton
from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.lexicon.shipped import ordinary_words
from gongkai.proofreading.personal.kinds import Kind, found, said
from gongkai.proofreading.personal.surnames import COMPOUND

SHORTEST = 3
"""Characters of a name that is looked for: two are too often a word."""
_AGAIN = said(Kind.NAME, Level.DOUBT, "文中已作为个人姓名标出，此处也应当隐去")


def with_names_again(text: str, hits: Sequence[Found]) -> list[Found]:
    """`hits` of a text, in order and apart, with every other place where one of their names stands."""
    names = {text[hit.start : hit.end] for hit in hits if hit.kind == Kind.NAME}
    names = {name for name in names if len(name) >= SHORTEST and _is_sure(name)}
    if not names:
        return list(hits)
    starts = [hit.start for hit in hits]
    new: list[Found] = []
    for _, start, end in Automaton(sorted(names)).find(text):
        place = bisect_right(starts, start)
        free = place == 0 or hits[place - 1].end <= start
        if free and (place == len(hits) or end <= hits[place].start) and (not new or new[-1].end <= start):
            new.append(found(start, end, _AGAIN))
    return sorted([*hits, *new])


def _is_sure(name: str) -> bool:
    """Whether its characters are no words of another sense: 越来越, 向前进."""
    return name[:2] in COMPOUND or ordinary_words().isdisjoint((name, name[:2]))
