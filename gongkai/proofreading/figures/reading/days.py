"""Days that a text names, in figures or in Chinese, with or without the year."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from gongkai.proofreading.figures.reading.numerals import number

SHORT = 30
"""Characters below which a line may be a date and nothing else."""
_CHINESE = "[一二三四五六七八九十]{1,3}"
_DAY = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:1[89]|20)\d{2}|[一二][〇零○Ｏ一二三四五六七八九]{3})年)?"
    rf"(?P<month>\d{{1,2}}|{_CHINESE})月(?P<day>\d{{1,2}}|{_CHINESE})[日号]"
    r"|(?<![\d./\-A-Za-z])(?P<iso_year>(?:19|20)\d{2})(?P<mark>[-/.])(?P<iso_month>\d{1,2})(?P=mark)(?P<iso_day>\d{1,2})"
    r"(?![\d./\-A-Za-z])"
)
_SHORT = re.compile(
    r"(?:（[^（）]{1,8}）)?(?:(?:上午|下午|晚上?)?\d{1,2}(?:：\d\d|[时点](?:\d\d分)?))?起?(?:至|到|—+|-|~|–)(?P<day>\d{1,2})日(?![内常])"
)
_ANY = re.compile(r"月[0-9一二三四五六七八九十]|[0-9][-./][0-9]")
_ALONE = re.compile(
    r"(?:发布(?:日期|时间)|印发日期|成文日期|日期)?：?((?:19|20)\d{2}|[一二][〇零○一二三四五六七八九]{3})年[^年，。；]{1,4}月[^月，。；]{1,3}日(?:印发)?"
)


class Day(NamedTuple):
    """A day as written; `year` is None where none stands. `code`: written as 2022-06-30, which other numbers are as well."""

    year: int | None
    month: int
    day: int
    start: int
    end: int
    code: bool

    def of(self, year: int) -> date | None:
        """The day in a year; None when there is none such."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def days(text: str) -> Iterator[Day]:
    """Every day that the text names."""
    for match in _DAY.finditer(text) if _ANY.search(text) else ():
        code = match["iso_year"] is not None
        year = match["iso_year"] or match["year"]
        month, day = match["iso_month"] or match["month"], match["iso_day"] or match["day"]
        parts = [
            number(part.replace("○", "〇").replace("Ｏ", "〇")) if part else None
            for part in (year, month, day)
        ]
        if parts[1] is not None and parts[2] is not None:
            named = int(parts[0]) if parts[0] is not None else None
            yield Day(named, int(parts[1]), int(parts[2]), match.start(), match.end(), code)
            if short := _SHORT.match(text, match.end()):  # 8月24日至26日
                yield Day(named, int(parts[1]), int(short["day"]), short.start("day"), short.end(), code)


def signed(lines: Iterable[str]) -> date | None:
    """The day under the signature: the last day that stands alone in its line before the annexes."""
    found: date | None = None
    for line in lines:
        if len(line) < SHORT and _ALONE.fullmatch(line):
            day = next(days(line), None)
            made = day.of(0) if day and day.year else None
            found = made or found
        elif found and re.match(r"附件\d*[:：]?$", line):
            break
    return found
