"""The rows of an annex table against those that came back, cell by cell."""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from gongkai.notice.plan import AnnexPage, Cell
from gongkai.notice.returned.alignment import gaps, paired
from gongkai.notice.returned.cells import Rows
from gongkai.notice.returned.result import Difference, DifferenceKind
from gongkai.notice.returned.tokens import Sort, Tokenizer, Tokens, keys

_ALIKE = 0.5
"""Share of equal cells from which two rows are the same row edited."""
_NAMED_ALIKE = 0.75
"""How alike two rows are at least that name the same unit and item."""
_MOST_PAIRS = 250_000
"""Pairs of rows looked at for one gap; two tables of 500 rows that have nothing in common."""

Key = tuple[Hashable, ...]


class Row(NamedTuple):
    """A row of the plan: how a person finds it, its cells, and what they are compared by."""

    place: str
    cells: tuple[Cell, ...]
    keys: tuple[Key, ...]


def row_differences(
    annex: AnnexPage, returned: Rows, kept: Sequence[tuple[int, int]], place: str, tokenizer: Tokenizer
) -> Iterator[Difference]:
    """Rows added and taken away, cells changed; `kept` are the columns that stand in both tables."""
    columns = [column for column, _ in kept]
    heads = [annex.table.columns[column].header[-1].replace("\n", "") for column in columns]
    old = list(_rows(annex, columns, place, tokenizer))
    texts = [tuple(row[column] for _, column in kept) for row in returned]
    new = [tuple(keys(tokenizer.cut(text)) for text in row) for row in texts]
    for left, right in _pairs(old, new):
        if left is not None and right is not None:
            yield from _cells(old[left], heads, texts[right], tokenizer)
        elif left is not None:
            stored = "｜".join(cell.text for cell in old[left].cells)
            yield Difference(DifferenceKind.ROW_DELETED, old[left].place, stored, "")
        elif right is not None:
            yield Difference(DifferenceKind.ROW_ADDED, f"{place} 新增行", "", "｜".join(texts[right]))


def _rows(annex: AnnexPage, columns: Sequence[int], place: str, tokenizer: Tokenizer) -> Iterator[Row]:
    lines = [(f"{place} 第{number}行", row) for number, row in enumerate(annex.table.rows, 1)]
    if annex.table.totals:
        lines.append((f"{place} 合计行", annex.table.totals))
    for where, row in lines:
        cells = tuple(row[column] for column in columns)
        named = next((cell.text for cell in row if cell.binding and cell.binding.measure == "unit"), "")
        shown = f"{where}（{named}）" if named else where
        yield Row(shown, cells, tuple(keys(tokenizer.cut(cell.text)) for cell in cells))


def _pairs(old: Sequence[Row], new: Sequence[tuple[Key, ...]]) -> Iterator[tuple[int | None, int | None]]:
    """Rows that belong together: equal ones, and between them those most alike."""
    left = right = 0
    found = list(gaps([row.keys for row in old], new))
    for gap in found:
        first, second = range(gap.left.start, gap.left.stop), range(gap.right.start, gap.right.stop)
        yield from zip(range(left, first.start), range(right, second.start), strict=True)
        yield from _closest(first, second, old, new)
        left, right = first.stop, second.stop
    yield from zip(range(left, len(old)), range(right, len(new)), strict=True)


def _closest(
    first: range, second: range, old: Sequence[Row], new: Sequence[tuple[Key, ...]]
) -> Iterator[tuple[int | None, int | None]]:
    if len(first) * len(second) > _MOST_PAIRS:
        yield from ((place, None) for place in first)
        yield from ((None, place) for place in second)
        return
    pairs = paired(len(first), len(second), lambda i, j: _likeness(old[first[i]], new[second[j]]), _ALIKE)
    for left, right in pairs:
        yield (None if left is None else first[left]), (None if right is None else second[right])


def _likeness(row: Row, other: tuple[Key, ...]) -> float:
    equal = [mine == theirs for mine, theirs in zip(row.keys, other, strict=True)]
    names = [same for same, cell in zip(equal, row.cells, strict=True) if _names(cell)]
    share = sum(equal) / len(equal) if equal else 0.0
    return max(share, _NAMED_ALIKE + share / 10) if names and all(names) else share


def _names(cell: Cell) -> bool:
    """Whether a cell says what its row is about: a unit, a column, an account."""
    return (
        bool(cell.text) and cell.number is None and not any(character.isdecimal() for character in cell.text)
    )


def _cells(
    row: Row, heads: Sequence[str], texts: tuple[str, ...], tokenizer: Tokenizer
) -> Iterator[Difference]:
    for cell, head, key, text in zip(row.cells, heads, row.keys, texts, strict=True):
        tokens = tokenizer.cut(text)
        if key != keys(tokens) and not _zero_for_blank(cell, tokens):
            kind = _kind(cell, tokenizer.cut(cell.text), tokens)
            yield Difference(kind, f"{row.place} {head}", cell.text, "".join(text.split()), cell.binding)


def _zero_for_blank(cell: Cell, tokens: Tokens) -> bool:
    """A blank that stands for a stored 0, filled in with 0."""
    zero = cell.binding is not None and cell.binding.value == "0" and not cell.text
    return zero and [token.key for token in tokens] == [(0, "")]


def _kind(cell: Cell, old: Tokens, new: Tokens) -> DifferenceKind:
    """What kind of change it is; a serial number is wording, for it shows no figure."""
    if cell.binding is not None and cell.binding.measure == "unit":
        return DifferenceKind.UNIT_CHANGED
    if cell.number is not None and cell.binding is None:
        return DifferenceKind.WORDING
    before, after = (any(token.sort is Sort.NUMBER for token in tokens) for tokens in (old, new))
    if not before and not after:
        return DifferenceKind.TERM_CHANGED
    if not before and not old:
        return DifferenceKind.FIGURE_ADDED
    return DifferenceKind.FIGURE_DELETED if not after and not new else DifferenceKind.FIGURE_CHANGED
