"""Every way a clerk writes a count, a day, a percentage — and what is refused rather than guessed."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.sources import cells, days
from gongkai.sources.faults import CellFault, Code
from gongkai.sources.sheet_scan import Unreadable
from gongkai.terms import Period, Rate

Q4 = Period.parse("2021Q4")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@given(st.integers(0, cells.MOST), st.sampled_from(["{}", "{}条", " {} 件 ", "{}.0", "{:,}", "{}个", "+{}"]))
def test_a_count_is_read_however_it_is_written(number: int, form: str):
    assert cells.count(form.format(number)) == number
    assert cells.count(form.format(number).translate(FULL_WIDTH)) == number
    assert cells.count(number) == cells.count(float(number)) == number


@pytest.mark.parametrize("blank", ["", "  ", "—", "-", "——", "/", "无", "　"])
def test_a_dash_is_a_blank(blank: str):
    assert cells.count(blank) is None
    assert cells.percent(blank) is None
    assert days.read(blank, Q4) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (-1, Code.COUNT_NEGATIVE),
        ("-3条", Code.COUNT_NEGATIVE),
        (2.5, Code.COUNT_INVALID),
        ("十二", Code.COUNT_INVALID),
        ("12+3", Code.COUNT_INVALID),
        ("90.9%", Code.COUNT_INVALID),
        ("17人", Code.COUNT_INVALID),
        ("17元", Code.COUNT_INVALID),
        ("3天", Code.COUNT_INVALID),
        ("1.2万", Code.COUNT_INVALID),
        ("2万条", Code.COUNT_INVALID),
        (datetime(2021, 10, 8), Code.COUNT_INVALID),  # noqa: DTZ001
        (1_000_001, Code.COUNT_ABSURD),
        ("99999999", Code.COUNT_ABSURD),
        (Unreadable(Code.FORMULA_UNCOMPUTED, "公式"), Code.FORMULA_UNCOMPUTED),
        (Unreadable(Code.CELL_ERROR, "#REF!"), Code.CELL_ERROR),
    ],
)
def test_what_is_no_count_is_refused(value, code: Code):
    with pytest.raises(CellFault) as refused:
        cells.count(value)
    assert refused.value.code is code


DAY_FORMS = [
    lambda day: day.isoformat(),
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
    lambda day: f"{day:%Y%m%d}",
    lambda day: int(f"{day:%Y%m%d}"),
    lambda day: f"{day.isoformat()} 09:30:00",
    lambda day: f"{day.isoformat()}T09:30",
    lambda day: (day - date(1899, 12, 30)).days,
    lambda day: (day - date(1899, 12, 30)).days + 0.4,
    lambda day: datetime(day.year, day.month, day.day, 9, 30),  # noqa: DTZ001
    lambda day: day,
]


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(DAY_FORMS))
def test_a_day_is_read_however_it_is_written(day: date, form):
    assert days.read(form(day), Q4) == day


@given(st.dates(Q4.start, Q4.end))
def test_a_day_without_its_year_is_of_the_period(day: date):
    assert days.read(f"{day.month}月{day.day}日", Q4) == day


def test_a_day_just_after_the_period_is_of_the_next_year():
    assert days.read("1月5日", Q4) == date(2022, 1, 5)
    assert days.read("9月28日", Q4) == date(2021, 9, 28)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("10/12", date(2021, 10, 12)),
        ("１２/1", date(2021, 12, 1)),
        ("12/31 17:30", date(2021, 12, 31)),
        ("21.10.8", date(2021, 10, 8)),
        ("21/10/12", date(2021, 10, 12)),
        ("21-12-01", date(2021, 12, 1)),
        ("12/31/21", date(2021, 12, 31)),
        ("22.1.5", date(2022, 1, 5)),
        ("21.9.28", date(2021, 9, 28)),
    ],
)
def test_a_day_as_clerks_shorten_it_is_read_where_only_one_can_be_meant(written: str, day: date):
    assert days.read(written, Q4) == day


@given(st.dates(Q4.start, Q4.end))
def test_a_short_day_of_the_period_is_that_day_or_refused(day: date):
    assert days.read(f"{day.month}/{day.day}", Q4) == day
    assert days.read(f"{day:%y}.{day.month}.{day.day}", Q4) == day


def test_a_month_and_day_that_a_long_period_has_twice_is_refused_with_an_example():
    winter = Period.parse("2021-11-01..2022-12-31")
    with pytest.raises(CellFault, match=r"没有写全年份，不能确定是哪一天。请写全年月日，例如 2021-12-05"):
        days.read("12/5", winter)


def test_a_period_over_two_years_has_the_day_of_each():
    winter = Period.parse("2021-11-01..2022-02-28")
    assert days.read("12月5日", winter) == date(2021, 12, 5)
    assert days.read("2月5日", winter) == date(2022, 2, 5)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2月30日", Code.DAY_IMPOSSIBLE),
        ("2021-02-30", Code.DAY_IMPOSSIBLE),
        ("2021年13月1日", Code.DAY_IMPOSSIBLE),
        ("20211308", Code.DAY_IMPOSSIBLE),
        ("上周五", Code.DAY_INVALID),
        ("2021年10月", Code.DAY_INVALID),
        ("10-8", Code.DAY_INVALID),
        ("10/12/21", Code.DAY_INVALID),  # 12 October or 10 December
        ("1/5", Code.DAY_INVALID),
        ("31/12", Code.DAY_INVALID),
        ("21.2.30", Code.DAY_INVALID),
        ("12.10.8", Code.DAY_INVALID),
        (10.8, Code.DAY_INVALID),
        (12, Code.DAY_INVALID),
    ],
)
def test_what_is_no_day_is_refused(value, code: Code):
    with pytest.raises(CellFault) as refused:
        days.read(value, Q4)
    assert refused.value.code is code


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 2))
def test_a_percentage_as_printed_states_its_parts(numerator: int, more: int, places: int):
    rate = Rate(numerator, numerator + more, places)
    stated = cells.percent(str(rate))
    assert stated is not None
    assert cells.states(stated, rate.numerator, rate.denominator) or places > len(str(rate))


def test_a_percentage_may_be_cut_off_or_rounded_but_not_wrong():
    stated = {text: cells.percent(text) for text in ("90.9%", "９０．９％", "98%", "99%", "91.9%")}
    assert stated["90.9%"] == stated["９０．９％"] == Decimal("90.9")
    assert cells.states(stated["90.9%"], 20, 22)
    assert cells.states(stated["98%"], 9898, 10000)
    assert cells.states(stated["99%"], 9898, 10000)
    assert not cells.states(stated["91.9%"], 20, 22)


def test_a_percentage_format_stores_a_share():
    assert cells.percent(1.0) == 100
    assert cells.percent(0.909) == Decimal("90.9")


@pytest.mark.parametrize("value", ["101%", 250, "很高", -0.1])
def test_what_is_no_percentage_is_refused(value):
    with pytest.raises(CellFault):
        cells.percent(value)


def test_a_long_number_kept_as_a_numeral_has_lost_digits():
    assert cells.number("QY 2021-0001") == "QY2021-0001"
    assert cells.number(20211008.0) == "20211008"
    for lost in (2.0211008123456789e16, "2.02110081234568E+16"):
        with pytest.raises(CellFault) as refused:
            cells.number(lost)
        assert refused.value.code is Code.NUMBER_IMPRECISE


@pytest.mark.parametrize(
    ("value", "meaning"),
    [("是", True), (" 断更 ", True), ("否", False), ("转发", False), ("√", True), ("", None)],
)
def test_a_flag_is_read_in_the_words_of_clerks(value: str, meaning: bool | None):
    assert cells.flag(value) is meaning


def test_a_flag_that_says_neither_is_refused():
    with pytest.raises(CellFault):
        cells.flag("待定")


@pytest.mark.parametrize(("value", "points"), [("-2", "-2"), ("＋1.5分", "1.5"), (-4.0, "-4"), ("−3", "-3")])
def test_points_keep_sign_and_places(value, points: str):
    assert cells.points(value) == Decimal(points)


def test_text_keeps_its_punctuation_and_loses_line_breaks():
    assert cells.text(" 召开\n“春季”  会议（一） ") == "召开 “春季” 会议（一）"
