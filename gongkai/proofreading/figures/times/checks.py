"""The checks of days and lengths of time."""

from datetime import date
from functools import partial

from gongkai.proofreading.figures.check import Check
from gongkai.proofreading.figures.times import (
    dates,
    deadlines,
    durations,
    ends,
    month_days,
    month_spells,
    works,
)
from gongkai.proofreading.figures.times.anniversaries import Anniversaries
from gongkai.proofreading.figures.times.terms_of_duty import Terms
from gongkai.proofreading.figures.times.title_periods import TitlePeriods
from gongkai.proofreading.figures.times.weekdays import Weekdays

OF_ONE = (works, month_spells, ends)
BESIDE_THE_NOTICE = (dates, deadlines, durations, month_days)


def checks(notice: date | None) -> list[Check]:
    """All of them, for one document of a day."""
    return [
        *(each.check for each in OF_ONE),
        *(partial(each.check, notice=notice) for each in BESIDE_THE_NOTICE),
        Weekdays(notice).check,
        Anniversaries(notice).check,
        Terms().check,
        TitlePeriods().check,
    ]
