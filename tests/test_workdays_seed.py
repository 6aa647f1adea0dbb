"""The committed table of statutory days equals its seed, chinesecalendar, for every year that one covers.

Run as a program it writes the table anew: `.venv/bin/python tests/test_workdays_seed.py`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

import chinese_calendar
import pytest
from chinese_calendar.constants import Holiday, holidays, workdays

from gongkai import workdays as ground

HEADER = "year,holiday,kind,first,last,source"
NAMES = {
    "清明": "清明节",
    "端午": "端午节",
    "中秋": "中秋节",
    "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日": "抗战胜利70周年纪念日",
}
SPECIAL = {  # changed or added in the course of the year
    (
        2015,
        "抗战胜利70周年纪念日",
    ): "国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知",
    (2019, "劳动节"): "国务院办公厅关于调整2019年劳动节假期安排的通知",
    (2020, "春节"): "国务院办公厅关于2020年部分节假日安排的通知、关于延长2020年春节假期的通知",
}
COVERED = sorted({day.year for day in (*holidays, *workdays)})


def holiday_name(english: str) -> str:
    chinese = Holiday(english).chinese
    return NAMES.get(chinese, chinese)


def schedule_year(day: date, holiday: str) -> int:
    """Days off or on in late December for New Year's Day are in the schedule of the next year."""
    return day.year + 1 if holiday == "元旦" and day.month == 12 else day.year


def source(year: int, holiday: str) -> str:
    return SPECIAL.get((year, holiday), f"国务院办公厅关于{year}年部分节假日安排的通知")


def seed_days() -> list[tuple[date, str, str]]:
    """(day, kind, holiday) of every exception the seed knows, by day."""
    off = [(day, ground.OFF, holiday_name(name)) for day, name in holidays.items()]
    on = [(day, ground.ON, holiday_name(name)) for day, name in workdays.items()]
    return sorted(off + on)


def seed_rows() -> Iterator[str]:
    """The lines of the table, a run of days of one kind and holiday a line."""
    numbered = enumerate(seed_days())
    for (_, kind, holiday), run in groupby(
        numbered, key=lambda each: (each[1][0] - timedelta(days=each[0]), each[1][1], each[1][2])
    ):
        days = [day for _, (day, _, _) in run]
        year = schedule_year(days[0], holiday)
        yield f"{year},{holiday},{kind},{days[0]},{days[-1]},{source(year, holiday)}"


def seed_table() -> str:
    return "\n".join((HEADER, *seed_rows())) + "\n"


def committed() -> tuple[ground.Arrangement, ...]:
    return ground.read(ground.TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("year", COVERED)
def test_the_table_judges_every_day_of_the_year_as_the_seed_does(year: int) -> None:
    calendar = ground.Calendar.statutory()
    days = [
        date(year, 1, 1) + timedelta(days=n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]
    assert calendar.announced(year)
    assert [calendar.is_working(day) for day in days] == [chinese_calendar.is_workday(day) for day in days]


def test_the_committed_rows_of_covered_years_are_the_generated_ones() -> None:
    rows = [row for row in committed() if row.year in COVERED]
    assert rows == list(ground.read(seed_table()))


def test_no_day_stands_in_the_table_twice() -> None:
    days = [day for row in committed() for day in row.days()]
    assert len(days) == len(set(days))


if __name__ == "__main__":
    ground.TABLE.write_text(seed_table(), encoding="utf-8")
