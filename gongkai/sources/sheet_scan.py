"""The raw XML of one .xlsx sheet, read only as far as it can mislead: formulas, errors, far-away cells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gongkai.sources.faults import Code, FileFault, letter

MOST_CELLS = 5_000_000
"""The reader holds a full rectangle of cells, about 32 bytes each."""
DAMAGED = "文件不完整或已损坏，可能没有传完。请重新导出或重新复制后再导入"

_FAR = (
    re.compile(rb'r="(?:[A-Za-z]{3}|[C-Zc-z][A-Za-z]\d|[A-Za-z]+\d{6})'),
    re.compile(rb"r='(?:[A-Za-z]{3}|[C-Zc-z][A-Za-z]\d|[A-Za-z]+\d{6})"),
)
"""A cell beyond column BZ or row 99999; nearer ones make no rectangle that is too large."""
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_TRUTH = (b't="b"', b"t='b'")
_ERROR = (b't="e"', b"t='e'")

Place = tuple[int, int]
"""Row and column from 0."""


@dataclass(frozen=True)
class Unreadable:
    """A cell whose value is not there; it stands in the grid so that nobody takes it for a blank."""

    code: Code
    shown: str

    def __str__(self) -> str:
        return self.shown


@dataclass
class SheetNotes:
    """What was seen of a sheet; `truths` says that it has true/false cells."""

    unreadable: dict[Place, Unreadable] = field(default_factory=dict)
    truths: bool = False


def scan(chunks: Iterable[bytes], recalculated: bool) -> SheetNotes:
    """Look through the pieces of a sheet. `recalculated` says that whoever wrote the file left all computing
    to the next program. Raises FileFault for a rectangle that would not fit in memory."""
    notes, zeros, computed = SheetNotes(), dict[Place, Unreadable](), False
    patterns: _Patterns | None = None
    far = (0, 0)
    for chunk in chunks:
        patterns = patterns or _Patterns.of(chunk)
        if not patterns.unusual.search(chunk):
            continue
        far = _reach(patterns, chunk, far)
        notes.truths = notes.truths or any(mark in chunk for mark in _TRUTH)
        if patterns.formula not in chunk and not any(mark in chunk for mark in _ERROR):
            continue
        for place, value, is_formula in patterns.cells(chunk):
            if value is None:
                notes.unreadable[place] = Unreadable(Code.FORMULA_UNCOMPUTED, "公式")
            elif value.startswith("#"):
                notes.unreadable[place] = Unreadable(Code.CELL_ERROR, value)
            elif is_formula and value == "0":
                zeros[place] = Unreadable(Code.FORMULA_UNCOMPUTED, "公式")
            else:
                computed = computed or is_formula
    # a program that cannot compute writes 0 and asks the next one to: those zeros are no figures
    if recalculated and not computed:
        notes.unreadable |= zeros
    return notes


def refuse_far(rows: int, columns: int) -> None:
    """Raises FileFault when a rectangle of that many rows and columns would not fit in memory."""
    if rows * columns > MOST_CELLS or rows > _LAST_ROW or columns > _LAST_COLUMN:
        raise FileFault(
            f"表格范围一直延伸到 {letter(columns - 1)}{rows}，超过 {MOST_CELLS:,} 个单元格的上限。"
            "请删除远处多余的内容，或按月份拆分后分次导入"
        )


def _reach(patterns: "_Patterns", chunk: bytes, far: Place) -> Place:
    """The number of rows and columns so far."""
    if any(pattern.search(chunk) for pattern in _FAR):
        for columns, row, empty in patterns.reference.findall(chunk):
            if not empty:
                far = max(far[0], int(row)), max(far[1], _column(columns.decode()) + 1)
        refuse_far(*far)
    return far


@dataclass(frozen=True)
class _Patterns:
    """What to look for in one sheet, spelled with the prefix it uses for its elements."""

    unusual: re.Pattern[bytes]
    """Any cell but a near one with a plain number or text: most sheets have none, and one search tells."""
    formula: bytes
    reference: re.Pattern[bytes]
    cell: re.Pattern[bytes]

    @classmethod
    def of(cls, head: bytes) -> "_Patterns":
        if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") or b"<!DOCTYPE" in head[:2000]:
            raise FileFault(DAMAGED)
        found = re.search(rb"<(\w+:)?worksheet\b", head)
        p = re.escape(found[1]) if found and found[1] else b""
        return cls(
            unusual=re.compile(
                rb'<%(p)sc\b(?! r="[AB]?[A-Z]\d{1,5}"(?: s="\d++")?+(?: t="(?:s|n|str|inlineStr)")?+/?+>'
                rb"(?!\s*<%(p)sf\b))" % {b"p": p}
            ),
            formula=b"<%sf" % p,
            reference=re.compile(rb"""<%sc\b[^>]*?\br=["']([A-Za-z]+)(\d+)["'][^>]*?(/?)>""" % p),
            cell=re.compile(
                rb"<%(p)sc\b([^>/]*)>\s*(<%(p)sf\b(?:[^>]*/>|[^>]*>[^<]*</%(p)sf>))?"
                rb"\s*(?:<%(p)sv\b[^>/]*>([^<]*)</%(p)sv>|<%(p)sv\s*/>)?" % {b"p": p}
            ),
        )

    def cells(self, chunk: bytes) -> Iterator[tuple[Place, str | None, bool]]:
        """Place, stored value, is it a formula: of the formulas and errors; None where no value is stored.
        A formula that yields text may yield an empty one."""
        for attributes, formula, value in self.cell.findall(chunk):
            kind = re.search(rb"""\bt=["'](\w+)["']""", attributes)
            is_error = kind is not None and kind[1] == b"e"
            place = re.search(rb"""\br=["']([A-Za-z]+)(\d+)["']""", attributes)
            if place and (formula or is_error):
                stored = value.decode() or ("" if kind and kind[1] == b"str" else None)
                yield (int(place[2]) - 1, _column(place[1].decode())), stored, bool(formula)


def _column(letters: str) -> int:
    index = 0
    for char in letters.upper():
        index = index * 26 + ord(char) - 64
    return index - 1
