"""Tables whose rows and columns agree are left alone; those that do not are told, whatever form they stand in."""

import pytest

from gongkai.proofreading.document import Document, Part, Piece, Table, plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Hit, Level


def found(rows: str, text: str = "") -> list[Hit]:
    """Hits of a table with a row a line and cells between strokes, below a text."""
    return find(plain("表.md", text + "\n\n" + rows))


def cells(rows: str) -> Document:
    """The same table as a document's own grid."""
    grid = [[each.strip() for each in row.strip("| ").split("|")] for row in rows.strip().splitlines()]
    pieces = [
        Piece(Part.CELL, f"表1第{y}行第{x}列", text)
        for y, row in enumerate(grid)
        for x, text in enumerate(row)
    ]
    width = len(grid[0])
    places = tuple(tuple(range(y * width, (y + 1) * width)) for y in range(len(grid)))
    return Document("表.docx", tuple(pieces), (Table("表1", places),))


def kinds(hits: list[Hit]) -> list[tuple[str, str, Level]]:
    return [(hit.kind, hit.found, hit.level) for hit in hits]


RIGHT = {
    "a total row": "|街道|上报|采用|\n|甲街道|12|5|\n|乙街道|20|11|\n|合计|32|16|",
    "a total on top": "|街道|上报|\n|合计|32|\n|甲街道|12|\n|乙街道|20|",
    "subtotals and a total": "|单位|件数|\n|甲镇|3|\n|乙镇|4|\n|镇小计|7|\n|甲局|5|\n|乙局|6|\n|部门小计|11|\n|合计|18|",
    "an average below": "|单位|得分|\n|甲局|90|\n|乙局|80|\n|丙局|85|\n|平均|85|",
    "points from a base": "|单位|基准分|新闻|公开|小计|名次|\n|甲局|300|2|-8|294|1|\n|乙局|300|-4||296|1|\n".replace("296|1", "296|2").replace("294|1", "294|3") + "|丙局|300|1|-2|299|1|",
    "dense ranks": "|单位|总分|名次|\n|甲局|98|1|\n|乙局|97|2|\n|丙局|97|2|\n|丁局|95|3|",
    "ranks with a gap": "|单位|总分|名次|\n|甲局|98|1|\n|乙局|97|2|\n|丙局|97|2|\n|丁局|95|4|",
    "two groups of ranks": "|单位|总分|名次|\n|甲镇|98|1|\n|乙镇|97|2|\n|丙局|99|1|\n|丁局|95|2|",
    "rates cut off": "|单位|应办|按期办结|按期办结率|\n|甲局|98|97|98.9%|\n|乙局|3|2|66.6%|\n|丙局|4|4|100%|",
    "nothing over nothing": "|单位|应办|按期办结|按期办结率|\n|甲局|0|0|—|\n|乙局|3|2|66.7%|\n|丙局|4|3|75%|",
    "rounded money": "|项目|上半年|下半年|合计|\n|甲|1.24|1.24|2.49|\n|乙|2.11|3.02|5.13|\n|丙|1.00|1.00|2.00|",
    "one column for two units": "|栏目|单位|条数|\n|文化体育|甲局|3|\n|文化体育|乙局|0|\n|生态环境|丙局|4|",
    "one unit with several accounts": "|单位|账号|平台|\n|甲局|甲之声|微博|\n|甲局|甲之声|抖音|\n|乙局|乙之声|微博|",
    "namesakes": "|户主|类别|金额|\n|王*|乙类|380|\n|王*|乙类|380|\n|李*|甲类|480|",
    "rows that stand for rows": "|项目|金额|\n|一、基本支出|30|\n|1.人员|20|\n|2.公用|10|\n|合计|30|",
    "points by weight": "|单位|平时|年终|总分|\n|甲局|90|80|84|\n|乙局|70|90|82|\n|丙局|88|88|88|",
    "a total before its parts": "|单位|总数|订阅号|微博|\n|甲局|3|2|1|\n|乙局|2|1|1|\n|丙局|5|1|4|",
    "ranks by another count": "|单位|粉丝数|排名|\n|甲局|10|3|\n|乙局|90|1|\n|丙局|20|2|",
}  # fmt: skip

WRONG = [
    ("|街道|上报|采用|\n|甲街道|12|5|\n|乙街道|20|11|\n|合计|33|16|", [(Kind.COLUMN_TOTAL, "33", Level.ERROR)]),
    ("|街道|上报|\n|总计|33|\n|甲街道|12|\n|乙街道|20|", [(Kind.COLUMN_TOTAL, "33", Level.ERROR)]),
    (
        "|单位|件数|时数|\n|甲镇|3|1|\n|乙镇|4|1|\n|镇小计|8|2|\n|甲局|5|1|\n|乙局|6|1|\n|部门小计|11|2|\n|合计|18|4|",
        [(Kind.COLUMN_TOTAL, "8", Level.ERROR)],
    ),
    (
        "|单位|一季度|二季度|合计|\n|甲局|3|4|7|\n|乙局|2|2|5|\n|丙局|1|2|3|\n|丁局|5|5|10|",
        [(Kind.ROW_TOTAL, "5", Level.ERROR)],
    ),
    (
        "|单位|基准分|新闻|公开|小计|名次|\n|甲局|300|2|-8|294|2|\n|乙局|300|-4||298|1|\n|丙局|300|1|-9|292|3|",
        [(Kind.ROW_TOTAL, "298", Level.ERROR)],
    ),
    (
        "|单位|基础分|加分|扣分|总分|\n|甲局|92|3|1|94|\n|乙局|90|2|0.5|90.5|\n|丙局|88|4|2|90|\n|丁局|89|0|1.5|87.5|",
        [(Kind.ROW_TOTAL, "90.5", Level.ERROR)],
    ),
    (
        "|单位|承办件|按期办结件|超时办结件|\n|甲镇|22|20|1|\n|乙镇|36|36|0|\n|丙镇|35|35|0|\n|丁镇|16|16|0|",
        [(Kind.ROW_TOTAL, "22", Level.DOUBT)],
    ),
    (
        "|单位|承办件|按期办结件|按期办结率|\n|甲镇|22|20|91.9%|\n|乙镇|36|36|100%|\n|丙镇|35|35|100%|",
        [(Kind.TABLE_RATE, "91.9%", Level.ERROR)],
    ),
    ("|单位|总分|名次|\n|甲局|98|1|\n|乙局|95|2|\n|丙局|97|3|\n|丁局|90|4|", [(Kind.RANK, "2", Level.ERROR)]),
    ("|单位|总分|名次|\n|甲局|98|1|\n|乙局|97|2|\n|丙局|97|2|\n|丁局|95|6|", [(Kind.RANK, "6", Level.DOUBT)]),
    ("|单位|总分|名次|\n|甲局|98|1|\n|乙局|97|2|\n|丙局|96|2|\n|丁局|95|3|", [(Kind.RANK, "2", Level.DOUBT)]),
    ("|栏目|条数|\n|政策文件|12|\n|工作动态|30|\n|政策文件|12|", [(Kind.DUPLICATE, "政策文件", Level.DOUBT)]),
    ("|栏目|条数|\n|政策文件|12|\n|工作动态|30|\n|政策文件|15|", [(Kind.DUPLICATE, "政策文件", Level.DOUBT)]),
]  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_tables_that_agree_are_left_alone(name: str) -> None:
    assert found(RIGHT[name]) == []


@pytest.mark.parametrize(("rows", "expected"), WRONG)
def test_tables_that_do_not_agree_are_told(rows: str, expected: list[tuple[str, str, Level]]) -> None:
    assert kinds(found(rows)) == expected


@pytest.mark.parametrize(("rows", "expected"), WRONG)
def test_it_is_the_same_in_the_document_s_own_tables(
    rows: str, expected: list[tuple[str, str, Level]]
) -> None:
    assert kinds(find(cells(rows))) == expected


@pytest.mark.parametrize("gap", ["\t", "   "])
def test_it_is_the_same_between_tabs_and_wide_gaps(gap: str) -> None:
    rows = "单位 一季度 二季度 合计\n甲局 3 4 7\n乙局 2 2 5\n丙局 1 2 3\n丁局 5 5 10".replace(" ", gap)
    assert kinds(find(plain("表.txt", rows))) == [(Kind.ROW_TOTAL, "5", Level.ERROR)]


def test_two_tables_below_each_other_are_two() -> None:
    rows = "栏目\t条数\n甲类\t3\n乙类\t4\n合计\t7\n\n单位\t件数\n甲局\t3\n乙局\t4\n合计\t8"
    (hit,) = find(plain("表.txt", rows))
    assert (hit.kind, hit.found) == (Kind.COLUMN_TOTAL, "8")


def test_a_table_in_two_halves_beside_each_other_is_one() -> None:
    rows = "单 位\t上 报\t单 位\t上 报\n甲局\t3\t丙局\t5\n乙局\t4\t合计\t13"
    (hit,) = find(plain("表.txt", rows))
    assert hit.reason == "表格“上报”一列相加为12，与合计13相差1"
