"""Personal data of every kind and all terms of the lexicon, as proofreading looks for them."""

from datetime import date

from bench.proofread_text import WORD, Mark
from gongkai.proofreading.hits import Group
from gongkai.proofreading.personal.kinds import Kind
from gongkai.proofreading.search import search
from gongkai.proofreading.wording import Wording

KINDS = (Kind.IDENTITY, Kind.MOBILE, Kind.CARD, WORD)
RULES = (Wording(style=False),)
TODAY = date(2026, 1, 1)


def find(text: str) -> list[Mark]:
    return [
        Mark(WORD if one.group == Group.WORDING else one.kind, one.start, one.end)
        for portion in search(text, RULES, today=TODAY)
        for found in portion
        for one in found
    ]
