"""How many days or months a stretch of text speaks of: 10月1日至7日, 共22个工作日, 9月份, 上半年, 1—9月."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gongkai.proofreading.figures.reading.numerals import number

_DAY = r"(?:(?P<year{0}>20\d{{2}})年)?(?:(?P<month{0}>1[0-2]|0?[1-9])月)?(?P<day{0}>3[01]|[12]\d|0?[1-9])日"
_RANGE = re.compile(_DAY.format("") + r"(?:至|到|—{1,2}|-|~)" + _DAY.format("_end"))
_COUNT = re.compile(
    r"(?<![\d.约近超于足])(?P<count>[1-9]\d{0,2})(?:个工作日|个自然日|天|日历天)(?!内|左右|以上|多)"
)
_MONTH = re.compile(r"(?<![\d月—-])(?:(?P<year>20\d{2})年)?(?P<month>1[0-2]|[1-9])月份?(?!\d|[—至到-])")
_MONTHS = re.compile(
    r"(?P<count>(?<![\d第])1?\d|(?<![十第])[一二两三四五六七八九十])个月|(?<![\d日])(?P<first>1[0-2]|[1-9])月?(?:—{1,2}|-|~|至|到)(?P<last>1[0-2]|[1-9])月(?!\d)"
    r"|(?P<name>[上下]半年|全年|前三季度|[一二三四]季度)"
)
_PERIOD = re.compile(
    r"(?:(?P<year>20\d{2})年)?(?P<name>全年|上半年|下半年|前三季度|[一二三四]季度)|(?P<whole>20\d{2})年度?(?=[，全])"
    r"|(?:(?P<year_of>20\d{2})年)?(?<![\d日])(?P<first>1[0-2]|[1-9])月?(?:—{1,2}|-|~|至|到)(?P<last>1[0-2]|[1-9])月(?!\d)"
)
_BOUNDS = {
    "全年": (1, 12),
    "上半年": (1, 6),
    "下半年": (7, 12),
    "前三季度": (1, 9),
    **{f"{name}季度": (3 * at + 1, 3 * at + 3) for at, name in enumerate("一二三四")},
}
_YEARS = (2024, 2025)
"""A year with a leap day and one without, where none is told."""
_NAMED = {"上半年": 6, "下半年": 6, "全年": 12, "前三季度": 9}
_YEAR = re.compile(r"(20\d{2})年")
LOOK = 300
"""Characters before a period in which its year may be told."""
_QUARTER = 3
_ANY_YEAR = 2025
"""A year without a leap day, where none is told."""


class Time(NamedTuple):
    """A number of days or months with its place in the text, as it is said. `named`: by a month or a year, of which
    only the working days may be meant."""

    length: int
    said: str
    start: int
    end: int
    named: bool = False


def days(text: str, start: int, end: int) -> Iterator[Time]:
    """Every span of days in a stretch; a month without its year may have two lengths."""
    for match in _RANGE.finditer(text, start, end):
        if (length := _between(match)) > 1:
            yield Time(length, match[0], *match.span())
    for match in _COUNT.finditer(text, start, end):
        yield Time(int(match["count"]), match[0], *match.span())
    for match in _MONTH.finditer(text, start, end):
        for length in _lengths(match["year"], int(match["month"])):
            yield Time(length, match[0], *match.span(), named=True)
    for match in _PERIOD.finditer(text, start, end):
        for length in sorted(set(_of_period(text, match))):
            yield Time(length, match[0], *match.span(), named=True)


def months(text: str, start: int, end: int) -> Iterator[Time]:
    """Every span of months in a stretch."""
    for match in _MONTHS.finditer(text, start, end):
        if match["name"]:
            length = _NAMED.get(match["name"], _QUARTER)
        else:
            count = number(match["count"]) if match["count"] else None
            length = int(count or int(match["last"] or 0) - int(match["first"] or 0) + 1)
        if length > 0:
            yield Time(length, match[0], *match.span())


def _between(match: re.Match[str]) -> int:
    """Days from the first to the last, both counted; 0 where they are no days."""
    year = int(match["year"] or match["year_end"] or _ANY_YEAR)
    month = match["month"] or match["month_end"]
    if month is None:
        return 0
    try:
        first = date(year, int(month), int(match["day"]))
        last = date(int(match["year_end"] or year), int(match["month_end"] or month), int(match["day_end"]))
    except ValueError:
        return 0
    return (last - first).days + 1


def _of_period(text: str, match: re.Match[str]) -> Iterator[int]:
    """The days of a year, a half, a quarter, or from month to month; in a year that is told before, if in any."""
    first, last = _BOUNDS[match["name"] or "全年"]
    if match["first"]:
        first, last = int(match["first"]), int(match["last"])
    told = match["year"] or match["whole"] or match["year_of"]
    told = told or next(iter(_YEAR.findall(text, max(0, match.start() - LOOK), match.start())[-1:]), None)
    for year in (int(told),) if told else _YEARS:
        yield sum(monthrange(year, month)[1] for month in range(first, last + 1))


def _lengths(year: str | None, month: int) -> tuple[int, ...]:
    if month == 2 and year is None:
        return (28, 29)
    return (monthrange(int(year or _ANY_YEAR), month)[1],)
