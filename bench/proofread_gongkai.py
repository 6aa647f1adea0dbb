"""Personal data of every kind and ten thousand terms, as proofreading looks for them."""

from collections.abc import Sequence
from datetime import date

from bench.proofread_terms import terms
from bench.proofread_text import WORD, Mark
from gongkai.proofreading.personal.kinds import Kind
from gongkai.proofreading.search import Searched, search
from gongkai.proofreading.wording import Wording

KINDS = (Kind.IDENTITY, Kind.MOBILE, Kind.CARD, WORD)
RULES = (Wording(terms(), style=False),)
TODAY = date(2026, 1, 1)


def find(text: str, rules: Sequence[Wording] = RULES) -> list[Searched]:
    return list(search(text, rules, today=TODAY))


def marks(found: list[Searched]) -> list[Mark]:
    """What was found, by the kinds that are planted."""
    return [
        *(Mark(one.kind, one.start, one.end) for each in found for one in each.personal),
        *(Mark(WORD, one.start, one.end) for each in found for one in each.worded),
    ]
