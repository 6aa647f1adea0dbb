"""What day a cell means."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta

from gongkai.sources.cells import DASHES, SPACE, as_text, readable
from gongkai.sources.faults import CellFault, Code
from gongkai.sources.workbook import Value
from gongkai.terms import Period

_DAY = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})([-./月])(\d{1,2})日?")
_MONTH_AND_DAY = re.compile(r"(\d{1,2})/(\d{1,2})")
_SHORT_YEAR = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{1,2})")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME = re.compile(r"(?<=[\d日])[T\s]*(?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:[上下]午)?$")
_FIRST_SERIAL = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
"""Bare numbers that are taken for days: 1954 to 2119."""


def read(value: Value, period: Period) -> date | None:
    """A calendar day: a date, a serial, 2021-10-8, 2021.10.8, 2021/10/8, 20211008, 2021年10月8日; for
    10月8日 the year that lies nearest to `period`; 10/8 and 21.10.8 where only one day of the period or near
    it can be meant. A time of day is dropped."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float):
        return _numeric_day(value)
    spaced = unicodedata.normalize("NFKC", as_text(readable(value))).strip()
    written = SPACE.sub("", _TIME.sub("", spaced))
    if not written or written in DASHES:
        return None
    if match := _COMPACT_DAY.fullmatch(written):
        return _on(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH_AND_DAY.fullmatch(written) or _SHORT_YEAR.fullmatch(written):
        return _meant(match, period)
    match = _DAY.fullmatch(written)
    if not match or not (match[1] or match[3] == "月"):
        raise _not_a_day()
    if match[1]:
        return _on(int(match[1]), int(match[2]), int(match[4]))
    return _nearest(int(match[2]), int(match[4]), period)


def _not_a_day() -> CellFault:
    return CellFault(Code.DAY_INVALID, "不是日期", "请按 2021-10-08 的样式填写")


def _meant(match: re.Match[str], period: Period) -> date:
    """The one day that a date without its whole year can mean: in the period, else within a year of it."""
    days = _possible(match, range(period.start.year - 1, period.end.year + 2))
    inside = [day for day in days if day in period]
    meant = inside or days
    if len(meant) != 1:
        example = (inside or [period.start])[0]
        reason = "没有写全年份，不能确定是哪一天"
        raise CellFault(Code.DAY_INVALID, reason, f"请写全年月日，例如 {example}")
    return meant[0]


def _possible(match: re.Match[str], years: range) -> list[date]:
    """Every day in those years that is meant so: 10/8 by month and day; 21.10.8 by year, month and day, or with
    the year last, as spreadsheets set to another country write it."""
    if match.re is _MONTH_AND_DAY:
        parts = [(year, int(match[1]), int(match[2])) for year in years]
    else:
        a, b, c = (int(match[place]) for place in (1, 3, 4))
        parts = [(2000 + a, b, c), (2000 + c, a, b), (2000 + c, b, a)]
    days = set()
    for year, month, number in parts:
        if year in years and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]:
            days.add(date(year, month, number))
    return sorted(days)


def _numeric_day(value: float) -> date:
    if int(value) in _SERIALS:
        return _FIRST_SERIAL + timedelta(days=int(value))
    match = _COMPACT_DAY.fullmatch(f"{value:.0f}") if value == int(value) else None
    if not match:
        raise _not_a_day()
    return _on(int(match[1]), int(match[2]), int(match[3]))


def _on(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise CellFault(Code.DAY_IMPOSSIBLE, f"{year}年{month}月{number}日不存在", "请核对日期") from None


def _nearest(month: int, number: int, period: Period) -> date:
    """The day of the year nearest to the period: in 2021Q4, 1月5日 is of 2022."""
    days = []
    for year in range(period.start.year - 1, period.end.year + 2):
        try:
            days.append(date(year, month, number))
        except ValueError:
            continue
    if not days:
        raise CellFault(Code.DAY_IMPOSSIBLE, f"{month}月{number}日不存在", "请核对日期")
    return min(days, key=lambda day: max(period.start - day, day - period.end, timedelta()))
