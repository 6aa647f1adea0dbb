"""What the numbers of a column are counted in: by its header, its cells, or the line above the table."""

from decimal import Decimal

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.reading.grids import grids
from gongkai.proofreading.figures.reading.header_units import Measure, measure


def of(header: str, cells: tuple[str, str] = ("12", "8"), above: str = "") -> Measure:
    """The measure of the second column of a table."""
    rows = (f"|镇|{header}|", f"|甲镇|{cells[0]}|", f"|乙镇|{cells[1]}|")
    (grid,), _ = grids(plain("表.md", "\n".join((above, *rows))))
    return measure(grid, 1)


@pytest.mark.parametrize(
    ("header", "unit", "scale"),
    [
        ("投资（万元）", "元", 10_000),
        ("水价（元/立方米）", "元", 1),
        ("长度/公里", "公里", 1),
        ("接待人次（万）", "人", 10_000),
        ("受益户", "户", 1),
        ("满意率", "%", 1),
        ("办结情况", "", 1),
    ],
)
def test_a_header_tells_what_its_column_is_counted_in(header: str, unit: str, scale: int) -> None:
    assert of(header) == Measure(unit, scale)


def test_cells_tell_it_where_the_header_does_not() -> None:
    assert of("投入", cells=("12万元", "8万元")) == Measure("元", 10_000)


@pytest.mark.parametrize(
    ("header", "unit"), [("拨付", "元"), ("补助资金", "元"), ("受益户数", ""), ("人数", "")]
)
def test_money_told_above_a_table_is_the_unit_of_its_amounts_and_not_of_its_counts(
    header: str, unit: str
) -> None:
    assert of(header, above="单位：万元").unit == unit


def test_what_is_told_above_a_table_scales_its_cells() -> None:
    assert of("拨付", above="单位：万元").of(Decimal(12)) == 120_000


def test_visitors_in_myriads_are_held_against_the_narrative() -> None:
    table = "|景区|接待人次（万）|\n|---|---|\n|东山|30|\n|西湖|26|\n|合计|56|"
    assert not find(plain("通报.md", f"全县景区共接待游客56万人次。\n\n{table}"))
    (hit,) = find(plain("通报.md", f"全县景区共接待游客58万人次。\n\n{table}"))
    assert hit.found == "58万人次"
