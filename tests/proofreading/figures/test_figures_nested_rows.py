"""Rows that stand for the rows below them, in tables that do not say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Level

BUDGET = """\
|项目|预算|决算|上年|
|工资类支出|5200|5123|4890|
|基本工资|3100|3086|2980|
|津贴补贴|2100|2037|1910|
|公用类支出|1800|1864|1720|
|合计|7000|6987|6610|
"""


def told(text: str) -> list[tuple[str, str, str, Level]]:
    return [(hit.kind, hit.found, hit.suggestion, hit.level) for hit in find(plain("表.md", text))]


def test_rows_within_rows_are_left_alone() -> None:
    assert told(BUDGET) == []


@pytest.mark.parametrize(
    ("wrong", "right"), [("5213", "5123"), ("6978", "6987"), ("4980", "4890"), ("7100", "7000")]
)
def test_a_sum_or_total_that_is_not_its_rows_is_doubted_once(wrong: str, right: str) -> None:
    assert told(BUDGET.replace(right, wrong)) == [(Kind.COLUMN_TOTAL, wrong, right, Level.DOUBT)]


@given(st.lists(st.tuples(*[st.integers(0, 60)] * 4), min_size=3, max_size=9))
def test_rows_of_small_numbers_that_happen_to_fit_are_left_alone(rows: list[tuple[int, ...]]) -> None:
    lines = [f"|第{place}处|" + "|".join(map(str, row)) + "|" for place, row in enumerate(rows)]
    hits = told("\n".join(("|村|走访|座谈|宣讲|调解|", *lines)))
    assert [hit for hit in hits if hit[0] == Kind.COLUMN_TOTAL] == []
