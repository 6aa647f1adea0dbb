"""How a number of a workbook is shown: its format decides whether 0.909 is 90.9%, or 44742 a day."""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from gongkai.sources.documents.xml import child, value

_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 39: "#,##0.00"}
_DAYS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_TIMES = {18, 19, 20, 21, 45, 46, 47}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.')
_PLACES = re.compile(r"\.(0+)")
_PADDED = re.compile(r"(?=.*0.*0)0+(?:[- ]+0+)*")
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 — a workbook knows no zone
_LAST_DAY = 2_958_465  # 9999-12-31
_LONGEST_KEY = 9
_EXACT = 15
"""Excel keeps this many digits of a number."""


def codes(styles: Any) -> list[str]:
    """The format code of each cell style, in the order cells refer to them; "" for 常规."""
    own = {value(one, "numFmtId"): value(one, "formatCode") for one in styles.iter("{*}numFmt")}
    found = []
    for one in child(styles, "cellXfs") if child(styles, "cellXfs") is not None else ():
        key = value(one, "numFmtId")
        found.append(
            own.get(key) or _built_in(int(key) if key.isdecimal() and len(key) < _LONGEST_KEY else 0)
        )
    return found


def shown(number: str, code: str, *, from_1904: bool = False) -> str:
    """A stored number as a person sees it, without thousands marks: `0.909` with `0.0%` → 90.9%."""
    if not code and len(number) <= _EXACT and number.isdigit():
        return number
    try:
        return _shown(Decimal(number), code, from_1904) or number
    except (InvalidOperation, OverflowError):  # no number, or one that no format shows
        return number


def _shown(exact: Decimal, code: str, from_1904: bool) -> str:
    """ "" for a number that is shown as it is stored."""
    if not exact.is_finite() or abs(exact.adjusted()) > 300:
        return ""
    plain = _QUOTED.sub("", code).split(";")[0].lower()
    if _is_day(plain):
        return _day(exact, plain, from_1904)
    if "%" in plain:
        return f"{_rounded(exact * 100, _places(plain)):f}%"
    if _PADDED.fullmatch(plain) and exact >= 0:
        return _padded(f"{_rounded(exact, 0):f}", plain)
    if "0" in plain and "e" not in plain and "/" not in plain and "general" not in plain:
        return f"{_rounded(exact, _places(plain)):f}"
    return _general(exact)


def _built_in(key: int) -> str:
    if key in _DAYS:
        return "h:mm:ss" if key in _TIMES else "yyyy-mm-dd hh:mm" if key == 22 else "yyyy-mm-dd"
    return _BUILT_IN.get(key, "")


def _is_day(plain: str) -> bool:
    return any(letter in plain for letter in "ydhs") and "general" not in plain


def _day(exact: Decimal, plain: str, from_1904: bool) -> str:
    if not 0 <= exact <= _LAST_DAY:
        return _general(exact)
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(seconds=round(float(exact) * 86_400))
    with_day, with_time = any(letter in plain for letter in "yd"), any(letter in plain for letter in "hs")
    if not with_day:
        return f"{moment:%H:%M:%S}"
    return f"{moment:%Y-%m-%d %H:%M}" if with_time else f"{moment:%Y-%m-%d}"


def _places(plain: str) -> int:
    found = _PLACES.search(plain)
    return len(found.group(1)) if found else 0


def _padded(digits: str, plain: str) -> str:
    """The digits in the places of a format, from the right: 91387654321 with 0000-00000000 → 0913-87654321."""
    places = plain.count("0")
    waiting = list(digits.zfill(places))
    shown = ""
    for letter in reversed(plain):
        shown = (waiting.pop() if letter == "0" else letter) + shown
    return "".join(waiting) + shown


def _rounded(exact: Decimal, places: int) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if exact.adjusted() < 25 else exact


def _general(exact: Decimal) -> str:
    """Integers in full, whatever their length: an ID typed as a number shows as 1.1E+17 but is all there."""
    if exact == exact.to_integral_value():
        return f"{exact:.0f}"
    digits = _EXACT - max(exact.adjusted() + 1, 0)
    return f"{round(exact, max(min(digits, _EXACT), 0)).normalize():f}"
