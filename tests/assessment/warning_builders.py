"""Counts and duties with defaults for early warnings, seen in 2021年四季度 unless a test says otherwise."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from fact_tables import Q4, office

from gongkai.assessment.warnings.counts import DayCount, OpenCase
from gongkai.assessment.warnings.warn import warn
from gongkai.assessment.warnings.warning import EarlyWarning
from gongkai.office.pack import Account, Column, ColumnDuty, Rules
from gongkai.terms import Period

ACCOUNT = "号·微信订阅号"


def column(frequency: str = "1条/月", *units: str, **more: Any) -> Column:
    duty = ColumnDuty(units=units or ("甲局",), frequency=frequency)
    return Column(name="教育信息", category="动态", duties=[duty], **more)


def account(**more: Any) -> Account:
    return Account(**({"name": "号", "platform": "微信订阅号", "unit": "甲局", "holder": "甲局"} | more))


def updated(day: date, quantity: int = 1, unit: str = "甲局", precision: str = "day") -> DayCount:
    return DayCount("columns", unit, "教育信息", day, precision, quantity)


def posted(day: date, original: int = 1, quantity: int = 1, precision: str = "day") -> DayCount:
    return DayCount("posts", "甲局", ACCOUNT, day, precision, quantity, original)


def submitted(day: date, quantity: int = 1, unit: str = "甲局", precision: str = "day") -> DayCount:
    return DayCount("submissions", unit, "", day, precision, quantity)


def open_case(received: date, case_type: str = "咨询", kind: str = "messages", **more: Any) -> OpenCase:
    return OpenCase(kind, "甲局", "001", case_type, received, **more)


def seen(
    today: date,
    counts: Sequence[DayCount] = (),
    cases: Sequence[OpenCase] = (),
    period: Period = Q4,
    **duties: Any,
) -> tuple[EarlyWarning, ...]:
    """What an office with these columns, accounts or rules is warned of."""
    if isinstance(duties.get("rules"), dict):
        duties["rules"] = Rules(**duties["rules"])
    return warn(office(**duties), period, today, counts, cases)
