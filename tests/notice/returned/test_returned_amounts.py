"""A number is what it is worth, however a clerk writes it."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.notice.returned.amounts import AMOUNT, amount

FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
ONES = "零一二三四五六七八九"


def numbers(text: str) -> list[str]:
    return re.findall(AMOUNT, text)


def in_chinese(number: int) -> str:
    """1 to 9999 as a clerk writes it: 一百零五, 十二, 三千."""
    words, gap = "", False
    for unit, power in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // power % 10
        if digit:
            words += ("零" if gap and words else "") + ONES[digit] + unit
            gap = False
        else:
            gap = bool(words)
    return words.removeprefix("一") if words.startswith("一十") else words


@given(st.integers(0, 10**12))
def test_digits_of_any_width_and_grouping_are_worth_the_same(number):
    written = (
        str(number),
        str(number).translate(FULL_WIDTH),
        f"{number:,}",
        f"{number:,}".replace(",", "\u2009"),
        f"{number}.00",
    )
    assert {amount(text) for text in written} == {(Decimal(number), "")}
    for text in written:
        assert numbers(f"共{text}件") == [text]


@given(st.decimals(0, 100, places=2))
def test_a_percentage_is_its_value_and_no_count(share):
    assert amount(f"{share}%") == amount(f"{share:f}0％".translate(FULL_WIDTH))
    assert amount(f"{share}%") != amount(f"{share}")


@given(st.integers(1, 9999))
def test_chinese_numerals_before_a_counter_are_numbers(number):
    words = in_chinese(number)
    assert numbers(f"共{words}家单位") == [words]
    assert amount(words).value == number


@given(st.dates())
def test_a_day_in_digits_and_in_numerals_is_one_day(day):
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in f"{day.year:04}")
    digits = f"{day.year:04}年{day.month:02}月{day.day}日"
    numerals = f"{year}年{in_chinese(day.month)}月{in_chinese(day.day)}日"
    assert numbers(f"于{digits}前") == [digits]
    assert numbers(f"于{numerals}前") == [numerals]
    assert amount(digits) == amount(numerals)


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text):
    for found in numbers(text):
        amount(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("落实“三审三校”制度", []),
        ("一、基本情况", []),
        ("（二）存在问题", []),
        ("联系电话0000-0000000", ["0000", "0000000"]),
        ("得-8分，加+2分", ["-8", "+2"]),
        ("2021—2022年", ["2021", "2022"]),
        ("百分之九十点九", ["百分之九十点九"]),
        ("约1.2万条", ["1.2万"]),
        ("1,2345", ["1", "2345"]),
        ("两家单位", ["两"]),
    ],
)
def test_what_is_a_number_and_what_is_not(text, found):
    assert numbers(text) == found


def test_values_by_example():
    assert amount("百分之九十点九") == amount("90.9%")
    assert amount("1.2万") == amount("12000")
    assert amount("二〇二二") == amount("2022")
    assert amount("−8") == amount("-8")
