"""What columns make of one another is learnt from the rows; the row that differs is told, with what it should say."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Hit


def found(rows: str) -> list[Hit]:
    return find(plain("表.md", rows))


RIGHT = {
    "stocks": "|仓库|期初|入库|出库|期末|\n|东库|12|30|25|17|\n|西库|8|14|20|2|\n|南库|0|9|4|5|\n|合计|20|53|49|24|",
    "what is missing, without its sign": "|村|应报|实报|差额|\n|甲村|12|9|3|\n|乙村|8|10|2|\n|丙村|15|11|4|",
    "three answers": "|校|问卷|好|中|差|\n|一校|90|60|20|10|\n|二校|85|50|25|10|\n|三校|70|41|19|10|\n|四校|66|40|16|10|\n|五校|71|40|21|10|",
    "small numbers that happen to fit": "|村|座谈|走访|宣讲|\n|甲村|3|1|2|\n|乙村|5|2|3|\n|丙村|4|3|1|\n|丁村|6|1|2|",
    "averages cut off": "|班级|人数|总量|人均|\n|一班|3|20|6.6|\n|二班|7|30|4.2|\n|三班|6|25|4.1|",
    "prices in yuan, sums in myriads": "|物品|数量|单价（元）|金额（万元）|\n|桌|120|350|4.20|\n|椅|240|125.5|3.01|\n|柜|60|800|4.80|",
    "the mean of a total row": "|校|班数|人数|班均|\n|一校|2|90|45|\n|二校|4|160|40|\n|三校|3|129|43|\n|合计|9|379|42.1|",
    "weights": "|姓名|笔试|面试|总成绩|\n|甲|72.5|81.2|75.98|\n|乙|70|85.6|76.24|\n|丙|68.5|79|72.7|\n|丁|66|83.4|72.96|",
    "points of another sort": "|单位|日常|年终|总分|\n|甲局|90|80|97|\n|乙局|85|91|88|\n|丙局|70|95|60|\n|丁局|88|72|99|",
    "satisfied is who is not dissatisfied": "|单位|回访|不满意|满意率|\n|甲局|126|9|92.9%|\n|乙局|98|5|94.9%|\n|丙局|74|4|94.6%|\n|丁局|60|3|95.0%|",
}  # fmt: skip
WRONG = [
    ("|仓库|期初|入库|出库|期末|\n|东库|12|30|25|17|\n|西库|8|14|20|2|\n|南库|10|9|4|51|\n|北库|5|5|4|6|", Kind.RELATION, "51", "15"),
    ("|村|应报|实报|缺报|\n|甲村|12|9|3|\n|乙村|18|10|6|\n|丙村|15|11|4|", Kind.RELATION, "6", "8"),
    ("|校|问卷|好|中|差|\n|一校|90|60|20|10|\n|二校|85|50|25|10|\n|三校|70|41|19|11|\n|四校|66|40|16|10|\n|五校|73|40|21|12|", Kind.RELATION, "70", "71"),
    ("|校|班数|人数|班均|\n|一校|2|90|45|\n|二校|4|160|40|\n|三校|3|129|48|", Kind.RELATION, "48", "43"),
    ("|校|班数|人数|班均|\n|一校|2|90|45|\n|二校|4|160|40|\n|三校|3|129|43|\n|合计|9|379|44.1|", Kind.RELATION, "44.1", "42.1"),
    ("|物品|数量|单价（元）|金额（元）|\n|桌|12|350|4200|\n|椅|24|125|3000|\n|柜|6|800|4600|", Kind.RELATION, "4600", "4800"),
    ("|户主|面积（亩）|标准（元/亩）|金额（元）|\n|张某某|3.2|85|272|\n|李某某|4.5|85|382.6|\n|王某某|2|85|170|\n|赵某某|6.8|85|578|", Kind.RELATION, "382.6", "382.5"),
    ("|姓名|笔试|面试|总成绩|\n|甲|72.5|81.2|75.98|\n|乙|70|85.6|76.24|\n|丙|68.5|79|71.7|\n|丁|66|83.4|72.96|", Kind.RELATION, "71.7", "72.7"),
    ("|姓名|笔试（60%）|面试（40%）|总成绩|\n|甲|72.5|81.2|75.98|\n|乙|70|85.6|77.24|\n|丙|68.5|79|72.7|", Kind.RELATION, "77.24", "76.24"),
    ("|单位|回访|不满意|满意率|\n|甲局|126|9|92.9%|\n|乙局|98|5|94.9%|\n|丙局|74|4|95.6%|\n|丁局|60|3|95.0%|", Kind.TABLE_RATE, "95.6%", "94.6%"),
    ("|单位|回访|满意|较满意|不满意|满意率|\n|甲局|126|80|37|9|92.9%|\n|乙局|98|60|33|5|94.9%|\n|丙局|74|44|26|4|91.6%|\n|丁局|60|40|17|3|95.0%|", Kind.TABLE_RATE, "91.6%", "94.6%"),
]  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_rows_that_agree_are_left_alone(name: str) -> None:
    assert found(RIGHT[name]) == []


@pytest.mark.parametrize(("rows", "kind", "said", "right"), WRONG)
def test_the_row_that_differs_is_told_with_what_it_should_say(
    rows: str, kind: Kind, said: str, right: str
) -> None:
    (hit,) = found(rows)
    assert (hit.kind, hit.found, hit.suggestion) == (kind, said, right)
    assert len(hit.spans) > 2


COUNTS = st.tuples(st.integers(11, 500), st.integers(11, 500), st.integers(11, 500))


@given(rows=st.lists(COUNTS, min_size=5, max_size=9, unique=True), slip=st.integers(1, 9))
def test_any_stock_is_left_alone_and_a_slip_in_one_row_is_told(
    rows: list[tuple[int, int, int]], slip: int
) -> None:
    lines = [[opening + 600, more, less, opening + 600 + more - less] for opening, more, less in rows]
    assert found(_table("仓库|期初|入库|出库|期末", lines)) == []
    lines[2][3] += slip
    (hit,) = found(_table("仓库|期初|入库|出库|期末", lines))
    assert (hit.kind, hit.found, hit.suggestion) == (Kind.RELATION, str(lines[2][3]), str(lines[2][3] - slip))


@given(
    rows=st.lists(st.tuples(st.integers(2, 90), st.integers(100, 9000)), min_size=4, max_size=9, unique=True)
)
def test_any_average_rounded_half_up_is_left_alone(rows: list[tuple[int, int]]) -> None:
    means = [(Decimal(whole) / each).quantize(Decimal("0.1"), ROUND_HALF_UP) for each, whole in rows]
    lines = [[each, whole, mean] for (each, whole), mean in zip(rows, means, strict=True)]
    assert [hit for hit in found(_table("校|班数|人数|班均", lines)) if hit.kind == Kind.RELATION] == []


def _table(head: str, lines: list[list[int]] | list[list[int | Decimal]]) -> str:
    body = (f"|第{place}处|" + "|".join(map(str, line)) + "|" for place, line in enumerate(lines))
    return "\n".join((f"|{head}|", *body))
