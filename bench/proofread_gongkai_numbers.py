"""Numbers of people only, told apart by the words beside them: what Presidio and jionlp are asked for."""

from datetime import date

from bench.proofread_text import Mark
from gongkai.proofreading.hits import Found
from gongkai.proofreading.personal import numbers
from gongkai.proofreading.personal.context import Context
from gongkai.proofreading.personal.cues import CUES
from gongkai.proofreading.personal.kinds import Kind

KINDS = (Kind.IDENTITY, Kind.MOBILE, Kind.CARD)
TODAY = date(2026, 1, 1)


def find(text: str) -> list[Found]:
    return numbers.find(Context(text, CUES.find(text), frozenset(), TODAY))


def marks(found: list[Found]) -> list[Mark]:
    """What was found, by the kinds that are planted."""
    return [Mark(one.kind, one.start, one.end) for one in found]
