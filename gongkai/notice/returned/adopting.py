"""Wording changed outside, taken over into notice.md where that can be done word for word.

Only a sentence that the template holds as plain text, in one place, is replaced; a sentence with figures, or
one that the template puts together, is left to a person.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from gongkai.notice.marks import PRIVATE_USE
from gongkai.notice.returned.result import Difference, DifferenceKind

_MARKUP = re.compile(r"[{}#*_<>\[\]`|~\\&\n]|^\s*(?:\d+[.)]|[-+=])")
"""What Markdown or the template language would read as more than text."""
_ORDINAL = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.")
"""The number of a heading, which the template leaves out."""
_HEADING = "正文标题"


class Adopted(NamedTuple):
    """The template with the sentences it could take, those differences, and those left to a person."""

    template: str
    taken: tuple[Difference, ...]
    left: tuple[Difference, ...]


def adopt(template: str, differences: Sequence[Difference]) -> Adopted:
    """Put changed sentences into the template.

    Taken are changes of mere wording in lines where nothing serious differs. What the notice says then is
    for the caller to see: compose it again and compare.
    """
    serious = {one.place for one in differences if one.serious}
    taken: list[Difference] = []
    for one in differences:
        if one.kind is DifferenceKind.WORDING and one.place not in serious:
            old, new = _plain(one)
            if _fits(template, old, new):
                template = template.replace(old, new)
                taken.append(one)
    return Adopted(template, tuple(taken), tuple(one for one in differences if one not in taken))


def _plain(one: Difference) -> tuple[str, str]:
    """Both sentences; of a heading without its number, where the number stayed."""
    number = _ORDINAL.match(one.stored) if one.place.startswith(_HEADING) else None
    if number is None or not one.returned.startswith(number[0]):
        return one.stored, one.returned
    return one.stored.removeprefix(number[0]), one.returned.removeprefix(number[0])


def _fits(template: str, old: str, new: str) -> bool:
    """Whether the old words stand in the template once, and the new ones are nothing but text."""
    plain = not _MARKUP.search(new) and not PRIVATE_USE.search(new)
    return bool(old and new) and plain and template.count(old) == 1
