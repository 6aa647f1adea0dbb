"""Monthly grids: a blank is not handed in, a 0 is a zero, anything else must be a count."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_files import ReadRows, office

from gongkai.measures.facts import Precision
from gongkai.office.pack import Account
from gongkai.sources import grids
from gongkai.sources.faults import Code
from gongkai.sources.grids import GridCell, GridRow
from gongkai.sources.reading import Reading
from gongkai.sources.registry import UnknownKind
from gongkai.terms import Period

QUARTER = Period.parse("2021Q4")


def facts(kind: str, filled: dict[tuple[str, str, str], str]) -> Reading:
    cells = {GridCell(*place): text for place, text in filled.items()}
    return grids.grid_facts(kind, cells, office=office(), period=QUARTER)


def test_rows_are_what_the_registers_say() -> None:
    within = office()
    assert grids.grid_rows("submissions", within, QUARTER)[:2] == (GridRow("财政局"), GridRow("司法局"))
    assert grids.grid_rows("columns", within, QUARTER) == (
        GridRow("司法局", "规范性文件"),
        GridRow("教体局", "公共文化体育"),
        GridRow("卫健局", "公共文化体育"),
        GridRow("财政局", "政府债务"),
    )
    assert GridRow("石鼓镇", "印象石鼓·新浪微博") in grids.grid_rows("posts", within, QUARTER)
    assert len(grids.grid_rows("adoptions", within, QUARTER)) == 8 * 2


def test_an_account_closed_before_or_opened_after_the_period_has_no_row() -> None:
    account = {"platform": "新浪微博", "unit": "石鼓镇", "holder": "石鼓镇"}
    within = office(
        accounts=(
            Account(name="早已注销", cancelled="2021-09-30", **account),
            Account(name="期内注销", cancelled="2021-10-01", **account),
            Account(name="尚未开设", opened="2022-01-01", **account),
        )
    )
    assert [row.subject for row in grids.grid_rows("posts", within, QUARTER)] == ["期内注销·新浪微博"]


def test_columns_are_the_months_of_the_period() -> None:
    assert grids.grid_months(QUARTER)[-1] == ("2021-12", "2021年12月", date(2021, 12, 31))
    cut = Period.parse("2021-10-11..2021-11-20")
    assert [month.end for month in grids.grid_months(cut)] == [date(2021, 10, 31), date(2021, 11, 20)]


def test_a_blank_cell_is_not_handed_in_and_a_zero_is_a_zero() -> None:
    read = facts(
        "submissions",
        {("财政局", "", "2021-10"): "0", ("财政局", "", "2021-11"): " ", ("财政局", "", "2021-12"): "８条"},
    )
    assert read.faults == []
    assert [(fact.day, fact.quantity, fact.precision) for fact in read.facts["submissions"]] == [
        (date(2021, 10, 31), 0, Precision.MONTH),
        (date(2021, 12, 31), 8, Precision.MONTH),
    ]


def test_a_grid_of_columns_gives_the_facts_of_the_monthly_table(read_rows: ReadRows) -> None:
    table = [["栏目", "单位", "10月", "11月"], ["规范性文件", "司法局", 2, 0]]
    read = facts(
        "columns",
        {("司法局", "规范性文件", "2021-10"): "2", ("司法局", "规范性文件", "2021-11"): "0"},
    )
    assert [fact[:-2] for fact in read.facts["columns"]] == [
        fact[:-2] for fact in read_rows(table).facts["columns"]
    ]


def test_posts_of_a_grid_count_as_original() -> None:
    (fact,) = facts("posts", {("石鼓镇", "平安石鼓·新浪微博", "2021-10"): "9"}).facts["posts"]
    assert (fact.account, fact.quantity, fact.original) == ("平安石鼓·新浪微博", 9, 9)


def test_adoptions_are_counted_by_outlet() -> None:
    (fact,) = facts("adoptions", {("财政局", "宝鸡日报", "2021-10"): "1"}).facts["adoptions"]
    assert (fact.outlet, fact.key) == ("宝鸡日报", "财政局|宝鸡日报|2021-10")


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("三条", Code.COUNT_INVALID, "不是数量"),
        ("1.5", Code.COUNT_INVALID, "不是数量"),
        ("-1", Code.COUNT_NEGATIVE, "负数"),
        ("100001", Code.COUNT_ABSURD, "一个月超过 100,000 条"),
        ("1" * 40, Code.COUNT_ABSURD, "明显不合理"),
    ],
)
def test_what_is_no_count_is_refused_in_its_place(text: str, code: Code, words: str) -> None:
    read = facts(
        "columns", {("财政局", "政府债务", "2021-11"): text, ("司法局", "规范性文件", "2021-10"): "1"}
    )
    (fault,) = read.errors
    assert (fault.row, fault.column, fault.value, fault.code) == (4, "D", text, code)
    assert fault.reason.startswith("（财政局·政府债务·2021年11月）")
    assert words in fault.reason
    assert len(read.facts["columns"]) == 1


@pytest.mark.parametrize(
    "cell",
    [("天文局", "", "2021-10"), ("财政局", "政府债务", "2021-10"), ("财政局", "", "2022-01")],
)
def test_a_cell_that_the_grid_has_not_is_told_not_dropped(cell: tuple[str, str, str]) -> None:
    (fault,) = facts("submissions", {cell: "3"}).errors
    assert fault.code is Code.NOT_IN_GRID


def test_a_grid_sent_empty_says_so() -> None:
    assert [fault.reason for fault in facts("submissions", {}).errors] == ["没有填写任何数量"]


def test_messages_and_orders_have_no_grid() -> None:
    with pytest.raises(UnknownKind, match="“12345工单”没有按月录入的表格"):
        grids.grid_rows("orders", office(), QUARTER)


@given(
    st.sampled_from(sorted(grids.GRIDS)),
    st.lists(st.integers(0, grids.MOST), min_size=1, max_size=40),
)
def test_what_was_stored_fills_the_grid_again(kind: str, counts: list[int]) -> None:
    within = office()
    places = (
        GridCell(*row, month.key)
        for row in grids.grid_rows(kind, within, QUARTER)
        for month in grids.grid_months(QUARTER)
    )
    filled = dict(zip(places, counts, strict=False))
    read = grids.grid_facts(
        kind, {cell: str(count) for cell, count in filled.items()}, office=within, period=QUARTER
    )
    assert not read.errors
    assert not read.questions
    assert grids.grid_filled(kind, read.facts[kind]) == filled
    assert len({fact.key for fact in read.facts[kind]}) == len(filled)
