"""Where a table's header is and what its columns are: under title rows, in up to three rows, merged,
with spaces inside, in other words than ours, and the same table twice side by side."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from gongkai.sources.cells import plain
from gongkai.sources.desk import Desk
from gongkai.sources.forms import Form
from gongkai.sources.workbook import Merge, Row, Sheet, Value

SEARCHED_ROWS = 40
EXAMPLES = "工作包 sample 目录下的示例表格"
"""Where a clerk sees headers that are understood."""
DEEPEST = 3
_BRACKETS = re.compile(r"\([^()]*\)$")

Path = tuple[str, ...]
"""The header cells above a column, top first, blanks left out."""


class Header(NamedTuple):
    """A candidate: rows `top` to `bottom` (from 0), the path of each column, the text of the rows above."""

    top: int
    bottom: int
    paths: tuple[Path, ...]
    title: str


class Block(NamedTuple):
    """One table of those side by side: field name or series key → column; columns `first` to `last`."""

    columns: dict[Hashable, int]
    series: tuple[Hashable, ...]
    first: int
    last: int


class Layout(NamedTuple):
    """How well a form fits a header. `missing` are the labels of required fields that are not there."""

    form: Form
    header: Header
    blocks: tuple[Block, ...]
    missing: tuple[str, ...]

    @property
    def score(self) -> int:
        """Columns understood; a series counts once."""
        first = self.blocks[0] if self.blocks else Block({}, (), 0, 0)
        return len(first.columns) - max(len(first.series) - 1, 0)


def candidates(sheet: Sheet) -> list[Header]:
    """Every run of rows near the top that could be a header."""
    rows = sheet.head(SEARCHED_ROWS)
    labels = [[label(cell) for cell in row] for row in rows]
    titles = list(accumulate(map(_text, rows), initial=""))
    return [
        Header(top, top + depth - 1, _paths(labels[top : top + depth], sheet.merges, top), titles[top])
        for top in range(len(rows))
        if sum(1 for cell in rows[top] if _is_label(cell)) >= 2
        for depth in range(1, min(DEEPEST, len(rows) - top) + 1)
    ]


def _text(row: Row) -> str:
    return "".join(plain(cell) for cell in row if isinstance(cell, str))


def fit(form: Form, header: Header, desk: Desk) -> Layout:
    """The columns of `header` that `form` understands, in blocks."""
    synonyms = _synonyms(form)
    blocks: list[_Open] = [_Open()]
    for index, path in enumerate(header.paths):
        found = _understood(form, synonyms, path, desk)
        if found is None:
            continue
        key, name, in_series = found
        if name in blocks[-1].names:
            blocks.append(_Open())
        blocks[-1].take(form, key, name, in_series, index)
    whole = [block for block in blocks if not _missing(form, block)]
    missing = () if whole else _missing(form, blocks[0])
    tables = ((block.columns, block.series) for block in whole or blocks[:1])
    return Layout(form, header, tuple(closed(tables)), missing)


@cache
def _synonyms(form: Form) -> dict[str, str]:
    """Header → field; where two fields know a header, the first declared has it."""
    return {plain(name): field.name for field in reversed(form.fields) for name in field.headers}


def label(value: Value) -> str:
    """A header cell as compared: no spaces, half-width; a month that a spreadsheet made a date is a month."""
    if isinstance(value, date | datetime):
        return f"{value.year}年{value.month}月"
    return plain(value)


def _is_label(cell: Value) -> bool:
    return isinstance(cell, str | date) and bool(cell) and not plain(cell).isdigit()


def _paths(rows: Sequence[list[str]], merges: Sequence[Merge], top: int) -> tuple[Path, ...]:
    labels = [list(row) for row in rows]
    for offset, row in enumerate(labels[:-1]):
        _spread(row, labels[offset + 1 :], [m for m in merges if m.top == top + offset])
    return tuple(tuple(part for part in parts if part) for parts in zip(*labels, strict=True))


def _spread(row: list[str], below: list[list[str]], merges: list[Merge]) -> None:
    """A heading over several columns stands over each of them, whether the cells are merged or only blank."""
    for merge in merges:
        for index in range(merge.left, min(merge.right + 1, len(row))):
            row[index] = row[merge.left]
    for index in range(1, len(row)):
        if not row[index] and any(lower[index] for lower in below):
            row[index] = row[index - 1]


def labelled_paths(header: Header) -> tuple[Path, ...]:
    """The paths of the header without the blank ones at its right end."""
    last = max((index for index, path in enumerate(header.paths) if path), default=-1)
    return header.paths[: last + 1]


@lru_cache(2048)
def names(path: Path) -> tuple[str, ...]:
    """The words a column may be known by: all levels joined, the lowest, the levels from below; then the
    same without a unit of measure in brackets."""
    joined = ("".join(path), path[-1], "".join(reversed(path)))
    return tuple(dict.fromkeys([*joined, *(_BRACKETS.sub("", name) for name in joined)]))


def _understood(
    form: Form, synonyms: dict[str, str], path: Path, desk: Desk
) -> tuple[Hashable, str, bool] | None:
    """Key, the word it was known by, and whether it belongs to the series."""
    if not path:
        return None
    for name in names(path):
        if name in synonyms:
            return synonyms[name], name, False
    if form.series:
        for name in names(path):
            key = form.series.key(name, desk)
            if key is not None:
                return key, name, True
    return None


class _Open:
    """A block as it is being found."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.columns: dict[Hashable, int] = {}
        self.known_by: dict[Hashable, str] = {}
        self.series: list[Hashable] = []

    def take(self, form: Form, key: Hashable, name: str, in_series: bool, index: int) -> None:
        self.names.add(name)
        if in_series and key not in self.series:
            self.series.append(key)
        if key not in self.columns or _rank(form, key, name) < _rank(form, key, self.known_by[key]):
            self.columns[key] = index
            self.known_by[key] = name


def _rank(form: Form, key: Hashable, name: str) -> int:
    """How good a header is for its field: 0 for the standard term. 承办单位 before 责任单位 before 单位."""
    for field in form.fields:
        if field.name == key:
            headers = [plain(header) for header in field.headers]
            return headers.index(name) if name in headers else len(headers)
    return 0


def _missing(form: Form, block: _Open) -> tuple[str, ...]:
    missing = [field.label for field in form.fields if field.required and field.name not in block.columns]
    if form.series and form.series.required and not block.series:
        missing.append(form.series.values.label)
    return tuple(missing)


def closed(tables: Iterable[tuple[dict[Hashable, int], Sequence[Hashable]]]) -> Iterator[Block]:
    """The blocks of tables side by side, given their columns and series: each begins after the one before."""
    first = 0
    for columns, series in tables:
        last = max(columns.values(), default=0)
        yield Block(columns, tuple(series), first, last)
        first = last + 1
