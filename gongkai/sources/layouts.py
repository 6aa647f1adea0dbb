"""What a sheet was taken for, so that a person can see it and say otherwise.

The signature of a header is the same in every file that has this header, whatever stands above or below:
what a person said of one file holds for the next.
"""

import hashlib
import json
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from gongkai.sources.faults import letter
from gongkai.sources.forms import Form
from gongkai.sources.headers import Header, Layout, Path, labelled_paths
from gongkai.sources.report import shown
from gongkai.sources.workbook import Sheet

MOST_SAMPLES = 3
_SAMPLED_ROWS = 30
SERIES_MARK = ":"
"""Between a series and the member a person chose: adopted:宝鸡日报."""


@dataclass(frozen=True)
class LayoutColumn:
    """A column of a sheet. `field` is what it is read as, "" for nothing: the key of a field; or the name of
    a series whose member the header names, or with a mark the member itself (adopted:宝鸡日报). `meaning` is
    that in words. `samples` are values that stand in it."""

    index: int
    path: Path
    field: str
    meaning: str
    samples: tuple[str, ...]

    @property
    def header(self) -> str:
        """The words above the column, all levels joined; "" where there are none."""
        return "".join(self.path)

    @property
    def letter(self) -> str:
        return letter(self.index)


@dataclass(frozen=True)
class SheetLayout:
    """A sheet as it was read. `kind` and `form` (its title) are "" where nobody knows what it is; then
    `columns` are those of the likeliest header. `first_row` to `header_row` (from 1, 0 for none) hold the
    header. A sheet that is not `adjustable` cannot be mapped, `reason` says why. `mapped`: by a person's
    mapping, not by recognition."""

    sheet: str
    kind: str = ""
    form: str = ""
    first_row: int = 0
    header_row: int = 0
    signature: str = ""
    columns: tuple[LayoutColumn, ...] = ()
    adjustable: bool = True
    reason: str = ""
    mapped: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The field of each column, as a mapping takes them."""
        return tuple(column.field for column in self.columns)

    def field_at(self, letter: str) -> str:
        """The field of the column that a fault names, "" for none."""
        return next((column.field for column in self.columns if column.letter == letter), "")


NO_LAYOUT = SheetLayout("", adjustable=False)


def signature(header: Header) -> str:
    """A short digest of the header's words, column by column; blank columns at the end do not count."""
    paths = json.dumps(labelled_paths(header), ensure_ascii=False)
    return hashlib.sha256(paths.encode()).hexdigest()[:16]


def recognised(sheet: Sheet, layout: Layout) -> SheetLayout:
    """A sheet that was recognised, with what each column was taken for."""
    found = {index: (field, meaning) for index, field, meaning in _taken(layout)}
    form = layout.form
    return described(sheet, layout.header, found, kind=form.kind, form=form.title)


def described(
    sheet: Sheet,
    header: Header,
    fields: dict[int, tuple[str, str]],
    *,
    kind: str = "",
    form: str = "",
    mapped: bool = False,
) -> SheetLayout:
    """A sheet under a header; `fields` maps a column's index to its field and that in words."""
    samples = _samples(sheet, header)
    width = max((index + 1 for index, path in enumerate(header.paths) if path or samples[index]), default=0)
    columns = (
        LayoutColumn(index, path, *fields.get(index, ("", "")), samples=tuple(samples[index]))
        for index, path in enumerate(header.paths[:width])
    )
    return SheetLayout(
        sheet=sheet.name,
        kind=kind,
        form=form,
        first_row=header.top + 1,
        header_row=header.bottom + 1,
        signature=signature(header),
        columns=tuple(columns),
        mapped=mapped,
    )


def unmappable(sheet: str, reason: str) -> SheetLayout:
    """A sheet without a header that one could map."""
    return SheetLayout(sheet, adjustable=False, reason=reason)


def meaning(form: Form, key: Hashable) -> str:
    """What a column read as `key` means, in words: 承办单位, 2021年10月, 宝鸡日报."""
    return f"{key.year}年{key.month}月" if isinstance(key, date) else form.label(key)


def _taken(layout: Layout) -> Iterator[tuple[int, str, str]]:
    for block in layout.blocks:
        for key, index in block.columns.items():
            in_series = layout.form.series if key in block.series else None
            yield index, in_series.name if in_series else str(key), meaning(layout.form, key)


def _samples(sheet: Sheet, header: Header) -> list[list[str]]:
    """For each column the first values that differ."""
    found: list[list[str]] = [[] for _ in header.paths]
    for row in islice(sheet.rows(), header.bottom + 1, header.bottom + 1 + _SAMPLED_ROWS):
        for values, cell in zip(found, row, strict=False):
            text = shown(cell).strip()
            if text and text not in values and len(values) < MOST_SAMPLES:
                values.append(text)
    return found
