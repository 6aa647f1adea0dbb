"""Weekdays that are of another day: 12月19日（星期日）."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.days import Day, days
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.hits import Hit, Level
from gongkai.terms import chinese_date

WEEKDAYS = "一二三四五六日"
FIRST = 3
"""Passages among which the title is, which may tell the year."""
EARLY = 3
"""Last month of which a day may be of the year after the one that is told."""
_WEEKDAY = re.compile(r"(?:（|，)?(?:星期|周|礼拜)([一二三四五六日天])(?![至到、期—-])")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")


class Weekdays:
    """The years that a document has told so far; `notice` is its day of signature."""

    def __init__(self, notice: date | None) -> None:
        self._notice = notice
        self._place = 0
        self._title: set[int] = set()
        self._last: set[int] = set()

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Days that fall on another weekday; without a year, in none of those that the paragraph speaks of, else in
        none of the title's, the signature's and that of the day told last."""
        self._place += 1
        if self._place <= FIRST and not self._title:
            self._title = {int(year) for year in _YEAR.findall(passage.text)}
        named = list(days(passage.text))
        own = {each.year for each in named if each.year}
        signed = {self._notice.year} if self._notice else set()
        for each in named:
            told = self._title | self._last
            later = {year + 1 for year in told} if each.month <= EARLY else set()
            yield from _judged(passage, each, own | signed or told | later)
            self._last = {each.year} if each.year else self._last


def _judged(passage: Passage, day: Day, years: set[int]) -> Iterator[Hit]:
    match = _WEEKDAY.match(passage.text, day.end)
    if not match:
        return
    said = match[1].replace("天", "日")
    candidates = [made for year in sorted({day.year} if day.year else years) if (made := day.of(year or 0))]
    if not candidates or any(WEEKDAYS[made.weekday()] == said for made in candidates):
        return
    made = candidates[-1]
    right = WEEKDAYS[made.weekday()]
    reason = f"{chinese_date(made)}是星期{right}，不是星期{said}"
    found = passage.text[day.start : match.end()]
    level = Level.ERROR if day.year else Level.DOUBT
    span = passage.span(day.start, match.end())
    yield hit(Kind.DATE, level, found, reason, span, suggestion=f"星期{right}")
