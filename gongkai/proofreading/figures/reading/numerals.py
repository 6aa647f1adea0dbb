"""Numbers as official texts write them: 1,234 · 1.2万 · 一百零五 · 二〇二二."""

import re
from collections.abc import Iterator
from decimal import Decimal

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
LONGEST = 15
"""Digits beyond which a row of figures is a code and no number."""
ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?"
CHINESE = r"[零〇一二两三四五六七八九十百千万亿]{1,15}"
PATTERN = rf"(?:{ARABIC}[万亿]?|{CHINESE})"
_FIGURES = re.compile(r"[0-9零〇一二两三四五六七八九十百千万亿][0-9零〇一二两三四五六七八九十百千万亿,.]*")
_MYRIAD = re.compile("[万亿]")
_ARABIC = re.compile(rf"([+-]?{ARABIC})([万亿]?)", re.ASCII)


def begins(text: str) -> Iterator[int]:
    """Where a number may begin: at a row of figures, and behind a 万 in it (百万一张)."""
    for row in _FIGURES.finditer(text):
        yield row.start()
        for myriad in _MYRIAD.finditer(text, row.start(), row.end() - 1):
            yield myriad.end()


def number(text: str) -> Decimal | None:
    """The value of a number in Arabic figures, or in Chinese, or in both (1.2万); None when it is none."""
    if match := _ARABIC.fullmatch(text):
        return Decimal(match[1].replace(",", "")) * MYRIADS.get(match[2], 1)
    return chinese(text)


def step(text: str) -> Decimal:
    """One unit of the last place that is written: 1 for 331, 0.1 for 90.9, 1000 for 1.2万."""
    match = _ARABIC.fullmatch(text)
    if not match:
        return Decimal(1)
    _, _, decimals = match[1].partition(".")
    return Decimal(1).scaleb(-len(decimals)) * MYRIADS.get(match[2], 1)


def chinese(text: str) -> Decimal | None:
    """一百零五 → 105, 二〇二二 → 2022; None for a text that is no number, such as 十百."""
    if not text or len(text) > LONGEST or any(each not in DIGITS | TENS | MYRIADS for each in text):
        return None
    if all(each in DIGITS for each in text):
        return Decimal("".join(str(DIGITS[each]) for each in text))
    total = section = digit = 0
    for each in text:
        if each in DIGITS:
            digit = DIGITS[each]
        elif each in TENS:
            section, digit = section + (digit or 1) * TENS[each], 0
        else:
            total, section, digit = (total + section + digit) * MYRIADS[each], 0, 0
    return Decimal(total + section + digit)


def written(value: Decimal) -> str:
    """A value as it is printed in a reason: without needless zeros or an exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
