"""What one cell says: a count, a day, a percentage, points, a number, a flag, text.

Each function takes a value as the workbook gives it and returns what it means, or None where the cell is
blank; what cannot be read is a CellFault. Nothing here guesses.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal

from gongkai.sources.faults import CellFault, Code
from gongkai.sources.inspection import Unreadable
from gongkai.sources.workbook import Value
from gongkai.terms import Period, Rate, Rounding

MOST = 1_000_000
"""A count above this is a slip of the pen: no county has a million of anything in a period."""
EXACT_DIGITS = 15
"""Digits a spreadsheet keeps of a number; the rest of a longer one are lost."""

_DASHES = frozenset(("-", "--", "—", "——", "–", "/", "无"))
_COUNT = re.compile(r"([-+]?)(\d+)(?:\.0+)?(?:条|件|次|个|篇|人|家|期|天)?")
_DAY = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})([-./月])(\d{1,2})日?")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME = re.compile(r"(?<=[\d日])[T\s]*(?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:[上下]午)?$")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_DECIMAL = re.compile(r"[-+]?\d+(?:\.\d+)?分?")
_SPACE = re.compile(r"[\s\u200b\u200e\u200f\ufeff\xa0]+")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")
_FIRST_SERIAL = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)

_YES = frozenset(
    [
        "是",
        "有",
        "√",
        "✓",
        "✔",
        "y",
        "yes",
        "对",
        "迟报",
        "断更",
        "返工",
        "退单",
        "原创",
        "已返工",
        "已退单",
        "已断更",
    ]
)
_NO = frozenset(
    [
        "否",
        "无",
        "×",
        "✗",
        "x",
        "n",
        "no",
        "未",
        "正常",
        "未断更",
        "未返工",
        "未退单",
        "转发",
        "转载",
        "非原创",
        "按时",
        "-",
        "—",
        "/",
    ]
)


def plain(value: Value) -> str:
    """The text without any space, digits and punctuation half-width: how names and headers are compared."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", _as_text(value)))


def text(value: Value) -> str | None:
    """The text as written, runs of space made one."""
    if isinstance(value, Unreadable):
        raise unreadable(value)
    return _SPACE.sub(" ", _as_text(value)).strip() or None


def unreadable(value: Unreadable) -> CellFault:
    if value.code is Code.CELL_ERROR:
        return CellFault(value.code, "公式出错，没有数值", "请改正公式或直接填写数值")
    return CellFault(
        value.code, "公式没有保存计算结果", "请用 Excel 或 WPS 打开，待算出结果后保存，或直接填写数值"
    )


def count(value: Value) -> int | None:
    """A whole number from 0 to a million: 12, 12.0, 12条, １２, 1,234; a dash is a blank."""
    if isinstance(value, int | float):
        if value != int(value):
            raise CellFault(Code.COUNT_INVALID, "不是整数", "请填写整数条数")
        return _in_range(int(value))
    written = plain(_readable(value)).replace(",", "")
    if not written or written in _DASHES:
        return None
    match = _COUNT.fullmatch(written)
    if not match:
        raise CellFault(Code.COUNT_INVALID, "不是数量", "请只填写数字，例如 12")
    return _in_range(-int(match[2]) if match[1] == "-" else int(match[2]))


def _in_range(number: int) -> int:
    if number < 0:
        raise CellFault(Code.COUNT_NEGATIVE, "数量为负数", "请核对后填写 0 或正整数")
    if number > MOST:
        raise CellFault(Code.COUNT_ABSURD, f"数量超过 {MOST:,}，明显不合理", "请核对是否多录了数字或填错了列")
    return number


def day(value: Value, period: Period) -> date | None:
    """A calendar day: a date, a serial, 2021-10-8, 2021.10.8, 2021/10/8, 20211008, 2021年10月8日; for
    10月8日 the year that lies nearest to `period`. A time of day is dropped."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float):
        return _numeric_day(value)
    spaced = unicodedata.normalize("NFKC", _as_text(_readable(value))).strip()
    written = _SPACE.sub("", _TIME.sub("", spaced))
    if not written or written in _DASHES:
        return None
    if match := _COMPACT_DAY.fullmatch(written):
        return _on(int(match[1]), int(match[2]), int(match[3]))
    match = _DAY.fullmatch(written)
    if not match or not (match[1] or match[3] == "月"):
        raise _not_a_day()
    if match[1]:
        return _on(int(match[1]), int(match[2]), int(match[4]))
    return _nearest(int(match[2]), int(match[4]), period)


def _not_a_day() -> CellFault:
    return CellFault(Code.DAY_INVALID, "不是日期", "请按 2021-10-08 的样式填写")


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


def percent(value: Value) -> Decimal | None:
    """A percentage as 90.9 for 90.9%; a bare number up to 1 is a share, as a percentage format stores it."""
    if isinstance(value, int | float):
        share = Decimal(repr(value))
        stated = share * 100 if share <= 1 else share
    else:
        written = plain(_readable(value))
        if not written or written in _DASHES:
            return None
        match = _PERCENT.fullmatch(written)
        if not match:
            raise CellFault(Code.PERCENT_INVALID, "不是百分数", "请按 90.9% 的样式填写，没有应办结的填“—”")
        stated = Decimal(match[1])
    if not 0 <= stated <= 100:
        raise CellFault(Code.PERCENT_INVALID, "百分数不在 0 至 100% 之间", "请核对")
    return stated


def states(stated: Decimal, numerator: int, denominator: int) -> bool:
    """Whether `stated` is the rate of the two parts, at the places it is written with, rounded or cut off."""
    exponent = stated.normalize().as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    return any(Rate(numerator, denominator, places, rounding).percent == stated for rounding in Rounding)


def points(value: Value) -> Decimal | None:
    """Points added (+) or deducted (−), to at most two places."""
    if isinstance(value, int | float):
        exact = Decimal(repr(value))
    else:
        written = plain(_readable(value)).replace("−", "-")
        if not written or written in _DASHES:
            return None
        if not _DECIMAL.fullmatch(written):
            raise CellFault(Code.POINTS_INVALID, "不是分值", "请填写数字，加分为正、扣分为负，例如 -2")
        exact = Decimal(written.removesuffix("分"))
    if abs(exact) > MOST or exact != round(exact, 2):
        raise CellFault(Code.POINTS_INVALID, "分值超出范围或多于两位小数", "请核对")
    return exact


def number(value: Value) -> str | None:
    """The number of an order or message, as text; one kept as a long numeral has lost its last digits."""
    if isinstance(value, str) and value.isascii() and value.isalnum():
        return value
    if isinstance(value, int | float):
        if value != int(value) or abs(value) >= 10**EXACT_DIGITS:
            raise _imprecise()
        return str(int(value))
    written = plain(_readable(value))
    if _SCIENTIFIC.fullmatch(written):
        raise _imprecise()
    return written or None


def _imprecise() -> CellFault:
    return CellFault(
        Code.NUMBER_IMPRECISE,
        f"编号以数值格式保存，{EXACT_DIGITS} 位以后的数字已丢失",
        "请把该列设为文本格式后重新导出",
    )


def flag(value: Value) -> bool | None:
    """是 or 否, in the words clerks use."""
    written = plain(_readable(value)).lower()
    if not written:
        return None
    if written in _YES or written in ("1", "1.0"):
        return True
    if written in _NO or written in ("0", "0.0"):
        return False
    raise CellFault(Code.FLAG_INVALID, "看不出是“是”还是“否”", "请填写“是”或“否”")


def _readable(value: Value) -> Value:
    if isinstance(value, Unreadable):
        raise unreadable(value)
    return value


def _as_text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
