"""One duty told with two terms: 5个工作日内至少发布1篇 here, 5个自然日内至少发布1篇 there."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import PATTERN, number, written
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

ALIKE = 6
"""Characters that must follow a term in both places for the duty to be one."""
_TERM = re.compile(
    rf"(?<![\d第])(?P<number>{PATTERN})个?(?P<unit>工作日|自然日|日历日|天|周|月|小时|日)(?:之)?内，?(?P<duty>[^，。；（）]{{{ALIKE},40}})"
)


class Term(NamedTuple):
    said: str
    length: str
    duty: str
    span: Span


class Terms:
    """The duties of a document told so far."""

    def __init__(self) -> None:
        self._seen: dict[str, Term] = {}

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Duties that begin with the same words as one told before and have another term."""
        for term in _terms(passage) if "内" in passage.text else ():
            first = self._seen.setdefault(term.duty[:ALIKE], term)
            if first.length != term.length and _same_duty(first.duty, term.duty):
                reason = f"同一要求（{term.duty[:12]}……）一处为{first.said}内，一处为{term.said}内"
                yield hit(Kind.TERM, Level.DOUBT, term.said, reason, term.span, first.span)


def _terms(passage: Passage) -> Iterator[Term]:
    for place in passage.numerals:
        match = _TERM.match(passage.text, place)
        value = number(match["number"]) if match else None
        if match is not None and value is not None:
            unit = {"日历日": "自然日", "天": "自然日", "日": "自然日"}.get(match["unit"], match["unit"])
            said = passage.text[match.start("number") : match.end("unit")]
            span = passage.span(match.start("number"), match.end("unit"))
            yield Term(said, f"{written(value)}{unit}", match["duty"], span)


def _same_duty(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length] and length >= ALIKE
