"""A count is of things, one by one: ten thousands, money and people are refused, not read as they stand."""

import pytest
from source_files import ReadRows

from gongkai.sources.faults import Code

ROWS = [["财政局", 24, 8, 3], ["石鼓镇", 24, 38, 13]]
MONTHS = ["栏目名称", "责任单位", "10月（千条）"]


@pytest.mark.parametrize(
    ("header", "measure"),
    [("实报（万条）", "万条"), ("实报(千)", "千"), ("实报（单位：人）", "人"), ("实报(%)", "%")],
)
def test_a_header_in_another_measure_is_refused_once(read_rows: ReadRows, header: str, measure: str):
    (fault,) = read_rows([["单位", "应报", header, "网站采用"], *ROWS]).faults
    assert (fault.code, fault.row, fault.column) == (Code.COUNT_SCALED, 1, "C")
    assert f"“实报”的计量单位写的是“{measure}”" in fault.reason


def test_the_columns_of_a_series_are_looked_at_too(read_rows: ReadRows):
    assert [fault.code for fault in read_rows([MONTHS, ["规范性文件", "司法局", 3]]).faults] == [
        Code.COUNT_SCALED
    ]


@pytest.mark.parametrize(
    "title", ["单位：万条", "信息报送情况统计表（单位：千件）", "单位：万条填报人：某某", "单位:万 2021年"]
)
def test_a_title_in_another_measure_refuses_every_count(read_rows: ReadRows, title: str):
    found = read_rows([[title], ["单位", "应报", "实报", "网站采用"], *ROWS])
    assert {fault.code for fault in found.faults} == {Code.COUNT_SCALED}
    assert [fault.column for fault in found.faults] == ["B", "C", "D"]


@pytest.mark.parametrize("header", ["实报", "实报（条）", "实报（单位：件）", "实报（篇）", "实报（千阳）"])
def test_a_header_one_by_one_is_read(read_rows: ReadRows, header: str):
    found = read_rows(
        [
            ["填报单位：千阳县政府办　单位：条　填报单位：百货公司"],
            ["单位", "应报", header, "网站采用"],
            *ROWS,
        ]
    )
    assert found.faults == []
    assert [fact.quantity for fact in found.facts["submissions"]] == [8, 38]


@pytest.mark.parametrize(("cell", "word"), [("17人", "人"), ("17元", "元"), ("1.7万", "万"), ("17%", "%")])
def test_a_cell_in_another_measure_is_refused_by_its_word(read_rows: ReadRows, cell: str, word: str):
    (fault,) = read_rows([["单位", "应报", "实报"], ["财政局", 24, cell]]).faults
    assert (fault.code, fault.reason) == (Code.COUNT_INVALID, f"不是数量，“{word}”不是条数、件数的单位")
