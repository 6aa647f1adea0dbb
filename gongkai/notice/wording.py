"""Figures in official Chinese: counts, percentages, dates, lists of units, ordinals.

Digits, letters and % are half-width, punctuation between Chinese characters is full-width, and nothing
stands between a digit and its counter word (GB/T 15835—2011, GB/T 9704—2012).
"""

import re
from collections.abc import Sequence
from datetime import date

from gongkai.terms import CHINESE_DIGITS, Frequency, Period, PeriodKind, Rate, Span, chinese_date

_HAN = r"[\u3400-\u9fff]"
_MIXED = re.compile(
    rf"(?<={_HAN})[,;:!?()](?!//)|[,;:!?()](?={_HAN})|[０-９Ａ-Ｚａ-ｚ％．]|(?<={_HAN}) +(?={_HAN})|\.{{3,}}"
)


def count(number: int, counter: str = "") -> str:
    """A count with its counter word: 665条. Negative counts do not exist: ValueError."""
    if number < 0:
        raise ValueError(f"数量不能为负：{number}{counter}")
    return f"{number}{counter}"


def rate(share: Rate) -> str:
    """90.9%, 100%, and — for 0/0."""
    return str(share)


def change(before: int, now: int, counter: str = "") -> str:
    """A total against the previous period's: 较上期增加12条, 较上期减少3条, 与上期持平."""
    if now == before:
        return "与上期持平"
    return f"较上期{'增加' if now > before else '减少'}{count(abs(now - before), counter)}"


def full_date(day: date) -> str:
    """2022年1月17日, without leading zeros."""
    return chinese_date(day)


def short_date(day: date) -> str:
    """1月20日: the year is plain from the notice's own date."""
    return f"{day.month}月{day.day}日"


def short_period(period: Period) -> str:
    """The period without its year: 四季度, 上半年, 10月, 第40周, 全年; a named batch keeps its name."""
    if period.kind is PeriodKind.YEAR:
        return "全年"
    label = period.label
    return label.split("年", 1)[1] if re.match(r"\d{4}年", label) and "至" not in label else label


def duty(frequency: Frequency, verb: str = "发布") -> str:
    """A frequency in a sentence: 每5个工作日至少发布1条, 每月至少发布1条, 每2周至少发布1条."""
    measure_word = "" if frequency.span in (Span.WEEK, Span.YEAR, Span.HALF_YEAR) else "个"
    length = "" if frequency.length == 1 else f"{frequency.length}{measure_word}"
    return f"每{length}{frequency.span}至少{verb}{frequency.count}条"


def listing(names: Sequence[str]) -> str:
    """Names joined by 、."""
    return "、".join(names)


def quoted(names: Sequence[str]) -> str:
    """Names of columns or accounts in quotation marks, without 、 between them (GB/T 15834—2011):
    “规划信息”“政府债务”."""
    return "".join(f"“{name}”" for name in names)


def named(names: Sequence[str], counter: str = "家单位") -> str:
    """A complete list with its closing count: A、B、C3家单位; a single name stands alone."""
    return names[0] if len(names) == 1 else f"{listing(names)}{counter and count(len(names), counter)}"


def sample(names: Sequence[str], most: int, counter: str = "家单位") -> str:
    """At most `most` names and the count of all: A、B等8家单位; a list that fits is complete."""
    if len(names) <= most:
        return named(names, counter)
    return f"{listing(names[:most])}等{count(len(names), counter)}"


def numeral(number: int) -> str:
    """A Chinese ordinal numeral from 1 to 99: 一, 十, 十一, 二十, 九十九. Else ValueError."""
    if not 1 <= number <= 99:
        raise ValueError(f"序号超出范围：{number}")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{CHINESE_DIGITS[tens]}十"
    return head + (CHINESE_DIGITS[ones] if ones else "")


def ordinal(level: int, number: int) -> str:
    """The number before a heading or item: 一、 （一） 1. （1） for levels 1 to 4 (GB/T 9704)."""
    forms = {1: f"{numeral(number)}、", 2: f"（{numeral(number)}）", 3: f"{number}.", 4: f"（{number}）"}
    return forms[level]


def mixed_widths(text: str) -> list[str]:
    """Places where half-width and full-width are mixed up, each with a little of its surroundings."""
    return [text[max(0, found.start() - 6) : found.end() + 6] for found in _MIXED.finditer(text)]
