"""A column of changes between two others is held to them; what it is called or rounded to does not matter."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Hit, Level


def found(*rows: str) -> list[Hit]:
    """Hits of a table with a row a line."""
    return find(plain("表.md", "\n".join(f"|{row}|" for row in rows)))


RIGHT = {
    "in per cent": ("项目|上年|本年|增长", "甲|200|210|5.0%", "乙|300|270|-10.0%", "丙|80|84|5.0%"),
    "this year before last": ("项目|本年|上年同期|同比增减", "甲|210|200|5%", "乙|270|300|-10%", "丙|84|80|5%"),
    "in units": ("项目|期初|期末|增减", "甲|20|25|5", "乙|30|28|-2", "丙|8|9|1"),
    "without a sign": ("项目|上年|本年|降幅", "甲|200|190|5%", "乙|300|270|10%", "丙|80|60|25%"),
    "no base": ("项目|上年|本年|增长", "甲|0|10|—", "乙|300|330|10%", "丙|80|100|25%", "丁|40|50|25%"),
    "of something else": ("项目|上年|本年|增长面", "甲|20|31|5%", "乙|30|27|9%", "丙|80|84|1%"),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_changes_that_fit_are_left_alone(name: str) -> None:
    assert found(*RIGHT[name]) == []


def test_a_change_that_does_not_fit_is_an_error_where_most_rows_show_how_it_is_made() -> None:
    (hit,) = found("项目|上年|本年|增长", "甲|200|210|5%", "乙|300|330|10%", "丙|80|84|5%", "丁|50|60|25%")
    assert (hit.kind, hit.level, hit.found, hit.suggestion) == (Kind.CHANGE, Level.ERROR, "25%", "20%")
    assert hit.reason == "表格“丁”一行：由50到60，计算为20%，与“增长”25%不符"
    assert len(hit.spans) == 3


def test_a_fall_told_as_growth_is_doubted() -> None:
    (hit,) = found("项目|上年|本年|增长", "甲|200|210|5%", "乙|300|330|10%", "丙|80|84|5%", "丁|50|40|20%")
    assert (hit.level, hit.found, hit.suggestion) == (Level.DOUBT, "20%", "-20%")


def test_a_fall_printed_without_its_sign_is_held_to_its_size() -> None:
    (hit,) = found("项目|上年|本年|降幅", "甲|200|190|5%", "乙|300|270|10%", "丙|80|60|20%")
    assert (hit.level, hit.found, hit.suggestion) == (Level.DOUBT, "20%", "25%")


VALUES = st.lists(st.tuples(st.integers(50, 900), st.integers(50, 900)), min_size=4, max_size=8)


@given(VALUES, st.integers(2, 400))
def test_any_right_table_is_left_alone_and_one_wrong_row_is_the_one_told(
    values: list[tuple[int, int]], more: int
) -> None:
    assume(all(before != after for before, after in values))
    changes = [
        (Decimal(after - before) * 100 / before).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
        for before, after in values
    ]
    rows = [f"项目{n}|{a}|{b}|{c}%" for n, ((a, b), c) in enumerate(zip(values, changes, strict=True))]
    assert found("项目|上年|本年|增长", *rows) == []
    (before, after), change = values[0], changes[0] + more
    wrong = f"项目0|{before}|{after}|{change}%"
    assert [hit.found for hit in found("项目|上年|本年|增长", wrong, *rows[1:])] == [f"{change}%"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("总投资860万元，其中中央资金400万元、省级资金260万元、自筹150万元。", ["860万元"]),
        ("总投资860万元，其中中央资金400万元、省级资金260万元、自筹200万元。", []),
        ("总投资860万元，其中银行贷款500万元、企业自筹400万元。", ["860万元"]),
        ("总投资860万元，其中中央财政资金400万元、省级补助60万元。", []),
    ],
)
def test_money_by_its_sources_is_held_to_the_whole(text: str, told: list[str]) -> None:
    assert [hit.found for hit in find(plain("请示.txt", text))] == told
