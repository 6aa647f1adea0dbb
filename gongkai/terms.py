"""Ground terms every floor shares: Period, Frequency, Rate and Points.

Nothing here knows a holiday: a frequency in working days is judged with the number of days
that `gongkai.workdays` counts.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation
from enum import StrEnum
from typing import Self

CHINESE_DIGITS = "〇一二三四五六七八九十"


class TermError(ValueError):
    """A period, frequency or rate that cannot be read; the message is for the clerk."""


class PeriodKind(StrEnum):
    """How long a period is; RANGE is a free range with a batch name."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    RANGE = "range"


MONTHS_IN = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6, PeriodKind.YEAR: 12}
_YEAR = r"(?:19|20)\d{2}"
_DAY = rf"{_YEAR}-\d{{2}}-\d{{2}}"
_CODE = re.compile(rf"({_YEAR})(?:-?(Q[1-4]|H[12])|-?M?(\d{{2}})|-?W(\d{{2}}))?", re.ASCII)
_RANGE = re.compile(rf"(?:([^@]+)@)?({_DAY})\.\.({_DAY})", re.ASCII)


@dataclass(frozen=True, order=True)
class Period:
    """The days from `start` to `end`, both included, judged together.

    `name` is the batch name of a free range and empty otherwise.
    """

    start: date
    end: date
    kind: PeriodKind
    name: str = ""

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read `2021Q4`, `2021-10`, `2021H2`, `2021W40`, `2021` or `批次@2021-10-01..2021-10-20`.

        Raises TermError, with the forms that are accepted, on anything else.
        """
        if match := _RANGE.fullmatch(code.strip()):
            return cls._range(*match.groups())
        if match := _CODE.fullmatch(code.strip().upper()):
            return cls._calendar(*match.groups())
        raise TermError(
            f"无法识别的期间“{code}”，应为 2021Q4（季度）、2021-10（月）、2021H2（半年）、"
            "2021W40（周）、2021（全年）或 2021-10-01..2021-10-20（起止日期，前面可加“名称@”）"
        )

    @classmethod
    def _range(cls, name: str | None, start: str, end: str) -> Self:
        try:
            first, last = date.fromisoformat(start), date.fromisoformat(end)
        except ValueError as error:
            raise TermError(f"期间中的日期不存在：{start}..{end}") from error
        if first > last:
            raise TermError(f"期间的起始日期晚于结束日期：{start}..{end}")
        return cls(first, last, PeriodKind.RANGE, name or "")

    @classmethod
    def _calendar(cls, year: str, part: str | None, month: str | None, week: str | None) -> Self:
        try:
            if week:
                start = date.fromisocalendar(int(year), int(week), 1)
                return cls(start, start + timedelta(days=6), PeriodKind.WEEK)
            if month:
                return cls._months(int(year), int(month), PeriodKind.MONTH)
            if part:
                kind = PeriodKind.QUARTER if part[0] == "Q" else PeriodKind.HALF_YEAR
                return cls._months(int(year), (int(part[1]) - 1) * MONTHS_IN[kind] + 1, kind)
            return cls._months(int(year), 1, PeriodKind.YEAR)
        except ValueError as error:
            raise TermError(f"期间不存在：{year}年没有{f'第{week}周' if week else f'{month}月'}") from error

    @classmethod
    def _months(cls, year: int, month: int, kind: PeriodKind) -> Self:
        last = month + MONTHS_IN[kind] - 1
        return cls(date(year, month, 1), date(year, last, calendar.monthrange(year, last)[1]), kind)

    @property
    def code(self) -> str:
        """The text that `parse` reads back to this period."""
        match self.kind:
            case PeriodKind.RANGE:
                span = f"{self.start}..{self.end}"
                return f"{self.name}@{span}" if self.name else span
            case PeriodKind.WEEK:
                year, week, _ = self.start.isocalendar()
                return f"{year}W{week:02}"
            case PeriodKind.MONTH:
                return f"{self.start:%Y-%m}"
            case PeriodKind.QUARTER:
                return f"{self.start.year}Q{self.start.month // 3 + 1}"
            case PeriodKind.HALF_YEAR:
                return f"{self.start.year}H{self.start.month // 6 + 1}"
            case PeriodKind.YEAR:
                return f"{self.start.year}"

    @property
    def label(self) -> str:
        """The period in official Chinese: 2021年四季度, 2022年上半年, 2021年10月."""
        year = f"{self.start.year}年"
        match self.kind:
            case PeriodKind.RANGE:
                return self.name or f"{chinese_date(self.start)}至{chinese_date(self.end)}"
            case PeriodKind.WEEK:
                return f"{self.start.isocalendar().year}年第{self.start.isocalendar().week}周"
            case PeriodKind.MONTH:
                return f"{year}{self.start.month}月"
            case PeriodKind.QUARTER:
                return f"{year}{CHINESE_DIGITS[self.start.month // 3 + 1]}季度"
            case PeriodKind.HALF_YEAR:
                return f"{year}{'上' if self.start.month == 1 else '下'}半年"
            case PeriodKind.YEAR:
                return year

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def days(self) -> int:
        """Calendar days, first and last included."""
        return (self.end - self.start).days + 1

    def months(self) -> tuple["Period", ...]:
        """The calendar months that the period touches, clipped to it."""
        return tuple(
            Period(max(month.start, self.start), min(month.end, self.end), month.kind)
            for month in self._touched(1)
        )

    def windows(self, months: int) -> Iterator["Period"]:
        """Calendar windows of 1, 3, 6 or 12 months that lie whole in the period.

        A window cut short by the period is left out: what was done outside the period is not in the
        facts, so nobody could be judged by it.
        """
        return (window for window in self._touched(months) if window.start in self and window.end in self)

    def _touched(self, months: int) -> Iterator["Period"]:
        kind = {n: kind for kind, n in MONTHS_IN.items()}[months]
        first = (self.start.month - 1) // months * months + 1
        window = Period._months(self.start.year, first, kind)
        while window.start <= self.end:
            yield window
            after = window.end + timedelta(days=1)
            window = Period._months(after.year, after.month, kind)

    def previous(self) -> "Period":
        """The period of the same length just before; for a free range, as many days before."""
        before = self.start - timedelta(days=1)
        if self.kind is PeriodKind.WEEK or self.kind is PeriodKind.RANGE:
            return Period(self.start - timedelta(days=self.days()), before, self.kind)
        months = MONTHS_IN[self.kind]
        return Period._months(before.year, before.month - months + 1, self.kind)


class Span(StrEnum):
    """What a frequency counts its window in; the value is the word in a pack."""

    WEEK = "周"
    MONTH = "月"
    QUARTER = "季度"
    HALF_YEAR = "半年"
    YEAR = "年"
    WORKING_DAY = "工作日"
    CALENDAR_DAY = "自然日"


MONTHS_OF_SPAN = {Span.MONTH: 1, Span.QUARTER: 3, Span.HALF_YEAR: 6, Span.YEAR: 12}
WEEKS_IN_A_MONTH = 4
_FREQUENCY = re.compile(r"(\d+)\s*[条篇次件个]\s*[/每]\s*(\d*)\s*个?\s*(周|月|季度|半年|年|工作日|自然日)")


@dataclass(frozen=True)
class Frequency:
    """`count` items in every `length` × `span`: 1条/月, 1条/2周, 1条/5工作日."""

    count: int
    length: int
    span: Span

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `1条/2周` and the like. Raises TermError, also for a window nobody judges by (1条/5月)."""
        match = _FREQUENCY.fullmatch(text.strip())
        if not match or not int(match[1]) or not int(match[2] or 1):
            raise TermError(f"无法识别的频次“{text}”，应为 1条/月、1条/2周、1条/季度、1条/5工作日 之类")
        frequency = cls(int(match[1]), int(match[2] or 1), Span(match[3]))
        if not frequency.in_days:
            frequency._months()
        return frequency

    def __str__(self) -> str:
        return f"{self.count}条/{'' if self.length == 1 else self.length}{self.span}"

    @property
    def in_days(self) -> bool:
        """Whether the duty is a number of days, so that its quota depends on how many a period has."""
        return self.span in (Span.WORKING_DAY, Span.CALENDAR_DAY)

    def quota(self, days: int) -> int:
        """Items due in `days` (working or calendar, as the span says): 62 at 1条/5工作日 are 12."""
        return days // self.length * self.count

    def windows(self, period: Period) -> Iterator[tuple[Period, int]]:
        """The windows in which a column is judged, each with the least number of items.

        A frequency in weeks is judged by the calendar month of four weeks: 1条/2周 asks for 2 in every
        month; in a period of one week, 1条/周 is judged by that week. Only windows that lie whole in the
        period are judged, so a yearly duty is silent in a quarter. Raises TermError for a duty in days.
        """
        months = self._months()
        if period.kind is PeriodKind.WEEK and self.span is Span.WEEK and self.length == 1:
            yield period, self.count
            return
        least = self.count * (WEEKS_IN_A_MONTH // self.length if self.span is Span.WEEK else 1)
        yield from ((window, least) for window in period.windows(months))

    def _months(self) -> int:
        """Months in the window the duty is judged by."""
        if self.in_days:
            raise TermError(f"频次“{self}”按天计，不能按月份窗口判断")
        if self.span is Span.WEEK:
            if self.length > WEEKS_IN_A_MONTH:
                raise TermError(f"频次“{self}”超过4周，请改用月、季度、半年或年")
            return 1
        months = MONTHS_OF_SPAN[self.span] * self.length
        if months not in MONTHS_IN.values():
            raise TermError(f"频次“{self}”的窗口不是月、季度、半年或年，请改用这些窗口")
        return months


class Rounding(StrEnum):
    """How a rate loses digits: half up, or cut off (some offices print 98.98 % as 98 %)."""

    HALF_UP = "四舍五入"
    TRUNCATE = "截断"


@dataclass(frozen=True)
class Rate:
    """A share that names its parts, its places and its rounding; 0/0 has no value."""

    numerator: int
    denominator: int
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP

    @property
    def percent(self) -> Decimal | None:
        """The percentage to `places` places, or None for a denominator of 0."""
        if self.denominator == 0:
            return None
        mode = ROUND_HALF_UP if self.rounding is Rounding.HALF_UP else ROUND_DOWN
        exact = Decimal(self.numerator) * 100 / Decimal(self.denominator)
        return exact.quantize(Decimal(1).scaleb(-self.places), rounding=mode)

    def __str__(self) -> str:
        """As printed: 90.9%, 100%, and — where there is nothing to divide by."""
        if self.percent is None:
            return "—"
        text = f"{self.percent:f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


CENT = Decimal("0.01")


def points(value: Decimal | int | str) -> Decimal:
    """Points to two places, half up, without needless zeros or a sign on 0: stored, added and printed so.

    Raises TermError for text that is no finite number.
    """
    try:
        exact = Decimal(value).quantize(CENT, rounding=ROUND_HALF_UP) + 0
    except InvalidOperation as error:
        raise TermError(f"无法识别的分值“{value}”，应为数字，如 -2 或 0.5") from error
    if not exact.is_finite():
        raise TermError(f"无法识别的分值“{value}”，应为数字，如 -2 或 0.5")
    return exact.to_integral_value() if exact == exact.to_integral_value() else exact.normalize()


def chinese_date(day: date) -> str:
    """2022年1月17日, without leading zeros (GB/T 9704)."""
    return f"{day.year}年{day.month}月{day.day}日"
