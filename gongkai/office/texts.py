"""Texts of a pack that must be readable as a term: frequencies, periods, dates.

They stay text in the pack, so that what was written is written back; the check is made once, on reading.
"""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from gongkai.terms import Frequency, Period, TermError

ANY_YEAR = Period.parse("2021")


def _column_frequency(text: str) -> str:
    """A column is judged by calendar windows; raises TermError where there are none (1条/5工作日)."""
    tuple(Frequency.parse(text).windows(ANY_YEAR))
    return text


def _posting_frequency(text: str) -> str:
    """Posts are owed by a number of days; raises TermError for a calendar window (1条/月)."""
    if not Frequency.parse(text).in_days:
        raise TermError(f"频次“{text}”不按天计，应为 1条/5工作日、1条/5自然日 之类")
    return text


def _period(text: str) -> str:
    Period.parse(text)
    return text


def _date(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise TermError(f"无法识别的日期“{text}”，应为 2022-01-17 的形式，且确有其日") from error
    if day.isoformat() != text:
        raise TermError(f"无法识别的日期“{text}”，应为 {day.isoformat()}")
    return text


def _date_or_none(text: str) -> str:
    return _date(text) if text else text


ColumnFrequency = Annotated[str, AfterValidator(_column_frequency)]
PostingFrequency = Annotated[str, AfterValidator(_posting_frequency)]
PeriodCode = Annotated[str, AfterValidator(_period)]
DateText = Annotated[str, AfterValidator(_date)]
OptionalDate = Annotated[str, AfterValidator(_date_or_none)]
