"""A table in the text layer of a PDF has lost its blank cells and broken cells: no more is said of it than it shows."""

import tempfile
from pathlib import Path

import pytest
import typst

from gongkai.notice.fonts import PACKAGED
from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Hit, Level
from gongkai.sources.documents.read import read

HEAD = ("单位", "受理", "按期办结", "超时办结", "合计")


def rows(count: int) -> list[tuple[str, ...]]:
    """Rows whose sums are right, and the total of them."""
    numbers = [(n % 7 + 3, n % 5 + 1, n % 3) for n in range(count)]
    made = [(f"第{n}街道办", *map(str, each), str(sum(each))) for n, each in enumerate(numbers, start=1)]
    totals = [sum(column) for column in zip(*numbers, strict=True)]
    return [*made, ("合计", *map(str, totals), str(sum(totals)))]


def found(table: list[tuple[str, ...]], columns: str = "(4cm, 2cm, 2.5cm, 2.5cm, 2cm)") -> list[Hit]:
    """Hits of a table as a PDF shows it, below a title, on as many pages as it needs."""
    head, *body = (", ".join(f"[{cell}]" for cell in row) for row in (HEAD, *table))
    source = f"""#set page(width: 21cm, height: 16cm, margin: 2cm, numbering: "— 1 —")
#set text(font: "Noto Sans CJK SC", size: 12pt, lang: "zh")
各单位热线工单办理情况统计表

#table(columns: {columns}, table.header({head}), {", ".join(body)})
"""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.typ"
        path.write_text(source, "utf-8")
        return find(read("统计表.pdf", bytes(typst.compile(path, font_paths=[str(PACKAGED)]))))


def without(table: list[tuple[str, ...]], text: str) -> list[tuple[str, ...]]:
    """The table with each cell that holds a text left blank."""
    return [tuple("" if cell == text else cell for cell in row) for row in table]


RIGHT = {
    "a page": (rows(6), "(4cm, 2cm, 2.5cm, 2.5cm, 2cm)"),
    "three pages, each with the header": (rows(40), "(4cm, 2cm, 2.5cm, 2.5cm, 2cm)"),
    "cells left blank": (without(rows(9), "0"), "(4cm, 2cm, 2.5cm, 2.5cm, 2cm)"),
    "names and headers of two lines": (rows(9), "(1.8cm, 1.4cm, 1.8cm, 1.8cm, 1.4cm)"),
    "columns too near to be told apart": (rows(9), "(2.3cm, 1cm, 2cm, 2cm, 1cm)"),
    "blank cells, broken names, pages": (without(rows(40), "0"), "(1.8cm, 1.4cm, 1.8cm, 1.8cm, 1.4cm)"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_table_is_left_alone_however_it_is_cut(name: str) -> None:
    assert found(*RIGHT[name]) == []


def test_a_wrong_total_in_a_table_that_is_cut_well_is_told() -> None:
    table = rows(6)
    table[-1] = (*table[-1][:-1], str(int(table[-1][-1]) + 1))
    assert {(hit.kind, hit.level) for hit in found(table)} <= {
        (Kind.COLUMN_TOTAL, Level.ERROR),
        (Kind.ROW_TOTAL, Level.ERROR),
    }
    assert found(table)


def test_a_wrong_row_is_told_where_only_other_rows_have_blanks() -> None:
    table = without(rows(9), "0")
    place = next(at for at, row in enumerate(table) if all(row))
    table[place] = (*table[place][:-1], "99")
    assert [(hit.kind, hit.found) for hit in found(table)] == [(Kind.ROW_TOTAL, "99")]


BROKEN = """各单位热线工单办理情况统计表
序号\t单位\t受理\t按期\t超时\t合计\t按期率\t备注
1\t柳河镇\t81\t118\t2\t201\t40.3%
2\t石桥街道办事
处
0\t9\t74\t83\t0.0%
3\t教体局\t0\t0\t0\t0\t—
4\t市场监督管理
局
82\t3\t23\t108\t75.9%\t退回1件
5\t发展和改革局 0\t116\t80\t196\t0.0%
合计\t163\t246\t179\t588\t27.7%
"""
SHIFTED = """各单位热线工单办理情况统计表
受理\t按期\t超时
单位\t合计\t按期率
柳河镇\t4\t12\t16\t25.0%
石桥镇\t9\t27\t36\t25.0%
东岭镇\t108\t42\t150\t0.0%
清河镇\t6\t18\t24\t25.0%
合计\t127\t5\t99\t231\t55.0%
"""


@pytest.mark.parametrize("lines", [BROKEN, SHIFTED])
def test_lines_that_only_seem_to_be_rows_are_not_added_up(lines: str) -> None:
    """As they come out of a PDF: names of two lines, a header in two rows, blanks that are gone."""
    assert find(plain("统计表.txt", lines)) == []
