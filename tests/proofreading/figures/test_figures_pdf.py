"""A table in the text layer of a PDF has lost its blank cells and broken cells: no more is said of it than it shows."""

import tempfile
from pathlib import Path

import pytest
import typst

from gongkai.notice.fonts import PACKAGED
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
