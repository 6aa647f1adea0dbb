"""Figures in official Chinese."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.notice import wording
from gongkai.terms import Frequency, Period, Rate, Rounding

NAMES = ("发改局", "教体局", "工信局", "民政局")


def test_a_count_stands_next_to_its_counter_word():
    assert wording.count(665, "条") == "665条"
    assert wording.count(0, "件") == "0件"


def test_a_negative_count_is_a_bug_not_a_figure():
    with pytest.raises(ValueError, match="不能为负"):
        wording.count(-1, "条")


def test_a_rate_keeps_the_digits_it_needs_and_nothing_divides_by_nothing():
    assert wording.rate(Rate(20, 22)) == "90.9%"
    assert wording.rate(Rate(11, 11)) == "100%"
    assert wording.rate(Rate(0, 0)) == "—"
    assert wording.rate(Rate(9898, 10000, places=0, rounding=Rounding.TRUNCATE)) == "98%"


def test_a_change_says_its_direction():
    assert wording.change(653, 665, "条") == "较上期增加12条"
    assert wording.change(668, 665, "条") == "较上期减少3条"
    assert wording.change(665, 665, "条") == "与上期持平"


def test_dates_have_no_leading_zeros():
    assert wording.full_date(date(2022, 1, 7)) == "2022年1月7日"
    assert wording.short_date(date(2022, 1, 20)) == "1月20日"


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("2021Q4", "四季度"),
        ("2022H1", "上半年"),
        ("2021-10", "10月"),
        ("2021W40", "第40周"),
        ("2021", "全年"),
        ("第一批@2021-10-01..2021-10-20", "第一批"),
        ("2021-10-01..2021-10-20", "2021年10月1日至2021年10月20日"),
    ],
)
def test_a_period_in_its_own_year_drops_the_year(code: str, short: str):
    assert wording.short_period(Period.parse(code)) == short


@pytest.mark.parametrize(
    ("frequency", "words"),
    [
        ("1条/5工作日", "每5个工作日至少发布1条"),
        ("1条/月", "每月至少发布1条"),
        ("1条/2周", "每2周至少发布1条"),
        ("2条/季度", "每季度至少发布2条"),
    ],
)
def test_a_duty_in_a_sentence(frequency: str, words: str):
    assert wording.duty(Frequency.parse(frequency)) == words


def test_a_complete_list_closes_with_its_count():
    assert wording.named(NAMES) == "发改局、教体局、工信局、民政局4家单位"


def test_one_unit_needs_no_count():
    assert wording.named(NAMES[:1]) == "发改局"


def test_a_shortened_list_says_how_many_there_are_in_all():
    assert wording.sample(NAMES, 2) == "发改局、教体局等4家单位"
    assert wording.sample(NAMES, 4) == wording.named(NAMES)


def test_quoted_names_stand_without_commas_between_them():
    assert wording.quoted(["规划信息", "政府债务"]) == "“规划信息”“政府债务”"


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")]
)
def test_chinese_numerals(number: int, numeral: str):
    assert wording.numeral(number) == numeral


def test_ordinals_of_the_four_levels():
    assert [wording.ordinal(level, 2) for level in (1, 2, 3, 4)] == ["二、", "（二）", "2.", "（2）"]


@given(st.integers(1, 99), st.integers(1, 99))
def test_numerals_are_all_different(one: int, other: int):
    assert (wording.numeral(one) == wording.numeral(other)) == (one == other)


@given(st.integers(0, 10**9))
def test_whatever_is_printed_has_even_widths(number: int):
    assert wording.mixed_widths(f"共{wording.count(number, '条')}，占{wording.rate(Rate(number, 7))}。") == []


@pytest.mark.parametrize(
    "text", ["办结45件,逾期1件", "共６６５条", "采用(见附件1)", "发改局 教体局", "占98.9％"]
)
def test_mixed_widths_are_found(text: str):
    assert wording.mixed_widths(text)


@pytest.mark.parametrize("text", ["占98.9%，共665条。", "《办法》（试行）", "12345热线", "政办发〔2022〕1号"])
def test_even_widths_are_left_alone(text: str):
    assert wording.mixed_widths(text) == []
