"""Anniversaries against the year of foundation: 始建于1958年 … 2026年12月12日将迎来建校78周年."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.numerals import number
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level, Span

FAR = 15
"""Years that an anniversary may miss and still be meant to be counted from the foundation."""
_KINDS = "校院馆厂园场社所台站司行"
_FOUNDED = re.compile(
    r"(?:始建|创建|创办|成立|组建|开办|建校|建院|建馆|建厂|创立|(?<![改扩新重])建)于(?P<said>(?P<year>1[89]\d\d|20\d\d)年)"
)
_YEARS = re.compile(
    rf"(?:建[{_KINDS}]|办学|开[馆园办]|创办|创建)(?P<said>(?P<count>\d{{1,3}}|[一二三四五六七八九十百]{{1,5}})周年)"
)
_NOW = re.compile(r"(20\d\d)年")


class Anniversaries:
    """The years of foundation that a document has told so far; `notice` is the day of signature."""

    def __init__(self, notice: date | None) -> None:
        self._notice = notice.year if notice else None
        self._founded: dict[int, Span] = {}

    def check(self, passage: Passage) -> Iterator[Hit]:
        """An anniversary that is not that of any foundation in the year that is spoken of."""
        for match in _FOUNDED.finditer(passage.text) if "于" in passage.text else ():
            self._founded.setdefault(int(match["year"]), passage.span(*match.span("said")))
        for match in _YEARS.finditer(passage.text) if self._founded and "周年" in passage.text else ():
            told, year = number(match["count"]), self._year(passage.text, match.start())
            if told is not None and year is not None:
                yield from self._judged(passage, match, int(told), year)

    def _year(self, text: str, place: int) -> int | None:
        """The year told last before an anniversary and not one of foundation, else that of the notice."""
        told = [int(each) for each in _NOW.findall(text[:place]) if int(each) not in self._founded]
        return told[-1] if told else self._notice

    def _judged(self, passage: Passage, match: re.Match[str], told: int, year: int) -> Iterator[Hit]:
        apart = {year - founded: span for founded, span in self._founded.items() if founded < year}
        near = min(apart, key=lambda each: abs(each - told), default=told)
        if 0 < abs(near - told) <= FAR:
            reason = f"自{year - near}年至{year}年为{near}周年，与所写“{match['said']}”不符"
            place = passage.span(*match.span("said"))
            yield hit(
                Kind.DATE, Level.DOUBT, match["said"], reason, place, apart[near], suggestion=f"{near}周年"
            )
