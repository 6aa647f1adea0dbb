"""Numbers in a text by their value, however they are written: 665, ６６５, 1,234, 1.2万, 90.90％, 三家, 百分之九十."""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

_DIGIT = r"[0-9０-９]"
_NUMERALS = "〇零一二两三四五六七八九十百千"
_WRITTEN = rf"(?:{_DIGIT}{{1,4}}|[{_NUMERALS}]{{1,4}})"
_COUNTERS = "个家条件项名次篇户人位天周年月日时季倍份批期"
"""Words after a Chinese numeral that make it a quantity; 三审三校 and 一、 are none."""

AMOUNT = (
    rf"(?:{_WRITTEN}年)?{_WRITTEN}月{_WRITTEN}日"
    rf"|(?:(?<![0-9０-９A-Za-z)）])[-+−－＋])?"
    rf"(?:{_DIGIT}{{1,3}}(?:[, \u00a0\u2009\u202f]{_DIGIT}{{3}})+(?!{_DIGIT})|{_DIGIT}+)"
    rf"(?:[.．]{_DIGIT}+)?[%％‰万亿]?"
    rf"|百分之[{_NUMERALS}]+(?:点[{_NUMERALS}]+)?"
    rf"|[{_NUMERALS}]+(?=[{_COUNTERS}])"
)
"""A regular expression for one number or day, without groups."""

_SPACES = re.compile(r"[, \u00a0\u2009\u202f]")
_VALUES = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_TENS = {"十": 10, "百": 100, "千": 1000}


class Amount(NamedTuple):
    """A number and whether it counts hundredths (%) or thousandths (‰)."""

    value: Decimal
    share: str = ""


class Day(NamedTuple):
    """A day as written; the year is 0 where it is left out."""

    year: Decimal
    month: Decimal
    day: Decimal


def amount(text: str) -> Amount | Day:
    """The value of a text that AMOUNT matches."""
    if text.endswith("日"):
        *year, month, day = (_number(part).value for part in re.split("[年月]", text.removesuffix("日")))
        return Day(year[0] if year else Decimal(0), month, day)
    return _number(text)


def _number(text: str) -> Amount:
    if text.startswith("百分之"):
        whole, _, part = text.removeprefix("百分之").partition("点")
        digits = "".join(str(_VALUES.get(character, 0)) for character in part)
        return Amount(Decimal(f"{_numeral(whole)}.{digits or 0}"), "%")
    if text[0] in _NUMERALS:
        return Amount(Decimal(_numeral(text)))
    plain = _SPACES.sub("", unicodedata.normalize("NFKC", text)).replace("−", "-")
    number, last = Decimal(plain.rstrip("%‰万亿")), plain[-1]
    return Amount(number * _LARGE.get(last, 1), last if last in "%‰" else "")


def idle(text: str) -> bool:
    """Whether a number is the word 一, which comes and goes with the wording (一名信息员)."""
    return text == "一"


def _numeral(text: str) -> int:
    """二十一 → 21, 一百零五 → 105, 二〇二二 → 2022, 两 → 2."""
    if not any(character in _TENS for character in text):
        return int("".join(str(_VALUES[character]) for character in text))
    total = ones = 0
    for character in text:
        if character in _TENS:
            total += (ones or 1) * _TENS[character]
            ones = 0
        else:
            ones = _VALUES[character]
    return total + ones
