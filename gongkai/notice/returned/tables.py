"""The annex tables of the plan against those that came back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.notice.fitting import copies
from gongkai.notice.grid import grids
from gongkai.notice.plan import AnnexPage, Plan
from gongkai.notice.returned.alignment import paired
from gongkai.notice.returned.cells import Rows
from gongkai.notice.returned.columns import Paths, header_differences, kept_columns
from gongkai.notice.returned.expected import place_of
from gongkai.notice.returned.result import Difference, DifferenceKind
from gongkai.notice.returned.rows import row_differences
from gongkai.notice.returned.tokens import Tokenizer

_ALIKE = 0.2
"""Share of equal cells from which a table may be taken for that of an annex."""


@dataclass(frozen=True)
class Sheet:
    """A table of the file as one of an annex: the headers of its halves and pages, each once, by column, and
    all rows under each other."""

    headers: tuple[Paths, ...]
    rows: Rows


def compare(plan: Plan, tables: Sequence[Rows], tokenizer: Tokenizer) -> list[Difference]:
    """Every difference in the tables, annex by annex; a table on several pages is put together again."""
    drawn = [(annex, Counter(_texts(grid_rows))) for annex in plan.annexes for grid_rows in _printed(annex)]
    seen = [Counter(text for row in rows for text in map(_plain, row)) for rows in tables]
    pairs = paired(len(drawn), len(seen), lambda i, j: _likeness(drawn[i][1], seen[j]), _ALIKE)
    found: dict[int, list[Rows]] = {}
    extra: list[Rows] = []
    for left, right in pairs:
        if left is not None and right is not None:
            found.setdefault(drawn[left][0].number, []).append(tables[right])
        elif right is not None:
            extra.append(tables[right])
    differences = [
        difference
        for annex in plan.annexes
        for difference in _annex(annex, plan, found.get(annex.number, []), tokenizer)
    ]
    return [*differences, *(_added(rows) for rows in extra)]


def _printed(annex: AnnexPage) -> Iterator[Rows]:
    """The body cells of each table an annex is printed as."""
    for grid in grids(annex):
        yield (
            tuple(cell.text for cell in grid.header),
            *(tuple(cell.text for cell in row) for row in grid.rows),
        )


def _texts(rows: Rows) -> Iterator[str]:
    return (_plain(text) for row in rows for text in row)


def _plain(text: str) -> str:
    return "".join(text.split())


def _likeness(left: Counter[str], right: Counter[str]) -> float:
    """Share of cells two tables have in common."""
    most = max(left.total(), right.total())
    return (left & right).total() / most if most else 1.0


def _added(rows: Rows) -> Difference:
    first = "｜".join(rows[0])
    return Difference(DifferenceKind.TABLE_ADDED, "附件", "", f"{first}（共{len(rows)}行）")


def _annex(
    annex: AnnexPage, plan: Plan, tables: Sequence[Rows], tokenizer: Tokenizer
) -> Iterator[Difference]:
    place = place_of(annex, plan)
    if not tables:
        rows = len(annex.table.rows)
        yield Difference(
            DifferenceKind.TABLE_DELETED, place, f"{annex.title}（共{rows}行）".replace("\n", "")
        )
        return
    sheet = _sheet(annex, tables)
    if sheet is None:
        wide, given = len(annex.table.columns) * copies(annex), len(tables[0][0])
        words = f"{given}列，列数与原表不能对应，无法逐格核对"
        yield Difference(DifferenceKind.TABLE_CHANGED, place, f"{wide}列", words)
        return
    yield from dict.fromkeys(
        difference for header in sheet.headers for difference in header_differences(annex, header, place)
    )
    kept = kept_columns(annex, sheet.headers[0])
    yield from row_differences(annex, sheet.rows, kept, place, tokenizer)


def _sheet(annex: AnnexPage, tables: Sequence[Rows]) -> Sheet | None:
    """The tables of an annex put together; None where two halves are not alike any more."""
    half = copies(annex)
    depth = max(len(column.header) for column in annex.table.columns)
    wide = len(tables[0][0])
    if wide % half:
        return None
    each = wide // half
    headers = dict.fromkeys(
        tuple(_path(table, depth, column) for column in range(start, start + each))
        for table in tables
        for start in range(0, wide, each)
    )
    rows = [
        tuple(row[start : start + each])
        for table in tables
        for start in range(0, wide, each)
        for row in (_padded(line, wide) for line in table[depth:])
    ]
    return Sheet(tuple(headers), tuple(row for row in rows if any(text.strip() for text in row)))


def _padded(row: tuple[str, ...], wide: int) -> tuple[str, ...]:
    """A row of the width of its table; what stands beyond it comes into the last cell, so that it is seen."""
    if len(row) > wide:
        return (*row[: wide - 1], "".join(row[wide - 1 :]))
    return row + ("",) * (wide - len(row))


def _path(rows: Rows, depth: int, column: int) -> tuple[str, ...]:
    """The header over a column, from the top; a cell that reaches down is named once."""
    path: list[str] = []
    for row in rows[:depth]:
        text = _plain(row[column]) if column < len(row) else ""
        if not path or path[-1] != text:
            path.append(text)
    return tuple(path)
