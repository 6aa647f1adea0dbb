"""Personal data and the whole of the lexicon that is shipped, with the rules of style: every proofreading."""

from bench import proofread_gongkai
from bench.proofread_gongkai import marks
from gongkai.proofreading.personal.kinds import Kind
from gongkai.proofreading.search import Searched
from gongkai.proofreading.wording import Wording

__all__ = ["KINDS", "find", "marks"]

KINDS = (Kind.IDENTITY, Kind.MOBILE, Kind.CARD)
RULES = (Wording(),)


def find(text: str) -> list[Searched]:
    return proofread_gongkai.find(text, RULES)
