"""Invented people and numbers for the tests of personal data."""

from gongkai.proofreading.personal.cards import checks
from gongkai.proofreading.personal.find import find
from gongkai.proofreading.personal.identity import check


def identity(seventeen: str = "61032819800506123") -> str:
    return seventeen + check(seventeen)


def card(without_check: str) -> str:
    return next(without_check + digit for digit in "0123456789" if checks(without_check + digit))


def seen(text: str, **more: object) -> list[tuple[str, str]]:
    """What is found: kind and the characters marked."""
    return [(str(hit.kind), text[hit.start : hit.end]) for hit in find(text, **more)]


def marked(text: str, kind: str) -> list[str]:
    return [what for found, what in seen(text) if found == kind]


ID = identity()
ID_WITH_X = next(n for n in (identity(f"610328198005061{last:02}") for last in range(99)) if n[-1] == "X")
CARD = card("622202123456789012")
MOBILE = "13812345678"
