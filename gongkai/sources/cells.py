"""What one cell says: a count, a percentage, points, a number, a flag, text; days are in `days`.

Each function takes a value as the workbook gives it and returns what it means, or None where the cell is
blank; what cannot be read is a CellFault. Nothing here guesses.
"""

import re
import unicodedata
from decimal import Decimal

from gongkai.sources.faults import CellFault, Code
from gongkai.sources.sheet_scan import Unreadable
from gongkai.sources.workbook import Value
from gongkai.terms import Rate, Rounding

MOST = 1_000_000
"""A count above this is a slip of the pen: no county has a million of anything in a period."""
EXACT_DIGITS = 15
"""Digits a spreadsheet keeps of a number; the rest of a longer one are lost."""

DASHES = frozenset(("-", "--", "—", "——", "–", "/", "无"))
_COUNT = re.compile(r"([-+]?)(\d+)(?:\.0+)?(?:[条件次个篇则份期家起宗])?")
_MEASURED = re.compile(r"[-+]?\d+(?:\.\d+)?([^\d.+-]{1,4})")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_DECIMAL = re.compile(r"[-+]?\d+(?:\.\d+)?分?")
SPACE = re.compile(r"[\s\u200b\u200e\u200f\ufeff\xa0]+")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")

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
    return SPACE.sub("", unicodedata.normalize("NFKC", as_text(value)))


def text(value: Value) -> str | None:
    """The text as written, runs of space made one."""
    if isinstance(value, Unreadable):
        raise unreadable(value)
    return SPACE.sub(" ", as_text(value)).strip() or None


def unreadable(value: Unreadable) -> CellFault:
    """Why a cell has no value, for the clerk."""
    if value.code is Code.CELL_ERROR:
        return CellFault(value.code, "公式出错，没有数值", "请改正公式或直接填写数值")
    return CellFault(
        value.code, "公式没有保存计算结果", "请用 Excel 或 WPS 打开，待算出结果后保存，或直接填写数值"
    )


def count(value: Value) -> int | None:
    """A whole number from 0 to a million: 12, 12.0, 12条, １２, 1,234; a dash is a blank. 12人 is no count of
    what is counted here, 1.2万 is not exact."""
    if isinstance(value, int | float):
        if value != int(value):
            raise CellFault(Code.COUNT_INVALID, "不是整数", "请填写整数条数")
        return _in_range(int(value))
    written = plain(readable(value)).replace(",", "")
    if not written or written in DASHES:
        return None
    match = _COUNT.fullmatch(written)
    if not match:
        measured = _MEASURED.fullmatch(written)
        reason = f"不是数量，“{measured[1]}”不是条数、件数的单位" if measured else "不是数量"
        raise CellFault(Code.COUNT_INVALID, reason, "请只填写数字，例如 12")
    return _in_range(-int(match[2]) if match[1] == "-" else int(match[2]))


def _in_range(number: int) -> int:
    if number < 0:
        raise CellFault(Code.COUNT_NEGATIVE, "数量为负数", "请核对后填写 0 或正整数")
    if number > MOST:
        raise CellFault(Code.COUNT_ABSURD, f"数量超过 {MOST:,}，明显不合理", "请核对是否多录了数字或填错了列")
    return number


def percent(value: Value) -> Decimal | None:
    """A percentage as 90.9 for 90.9%; a bare number up to 1 is a share, as a percentage format stores it."""
    if isinstance(value, int | float):
        share = Decimal(repr(value))
        stated = share * 100 if share <= 1 else share
    else:
        written = plain(readable(value))
        if not written or written in DASHES:
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
        written = plain(readable(value)).replace("−", "-")
        if not written or written in DASHES:
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
    written = plain(readable(value))
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
    written = plain(readable(value)).lower()
    if not written:
        return None
    if written in _YES or written in ("1", "1.0"):
        return True
    if written in _NO or written in ("0", "0.0"):
        return False
    raise CellFault(Code.FLAG_INVALID, "看不出是“是”还是“否”", "请填写“是”或“否”")


def readable(value: Value) -> Value:
    """The value itself. Raises CellFault where there is none to read."""
    if isinstance(value, Unreadable):
        raise unreadable(value)
    return value


def as_text(value: Value) -> str:
    """12 for 12.0, anything else as Python writes it."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
