"""A look into an .xls before it is read: is it safe to open, and which cells hold an error.

The reader follows whatever chain of sectors a damaged file describes, round and round until memory ends,
and gives an error cell as a blank. So its records ([MS-XLS]) are looked through first.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from gongkai.sources import compound_file
from gongkai.sources.containers import LOCKED
from gongkai.sources.faults import Code, FileFault
from gongkai.sources.sheet_scan import DAMAGED, SheetNotes, Unreadable, refuse_far

_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_BOUNDSHEET, _EOF, _FORMULA, _TRUTH_OR_ERROR, _STRINGS, _PASSWORD = 0x85, 0x0A, 0x06, 0x205, 0xFC, 0x2F
_VALUES = {_FORMULA, _TRUTH_OR_ERROR, 0x203, 0x204, 0x27E, 0xFD, 0xBD}
"""Records that hold a cell: formula, boolean or error, number, label, packed number, shared string, several."""

Record = tuple[int, bytes]


def inspect(path: Path) -> dict[str, SheetNotes]:
    """Notes by sheet name. Raises FileFault for a damaged file, or a sheet that would not fit in memory."""
    try:
        stream = compound_file.stream(path.read_bytes(), ("Workbook", "Book"))
        return {name: _notes(stream, offset) for name, offset in _sheets(stream)}
    except (struct.error, IndexError, UnicodeDecodeError, compound_file.Unsound) as error:
        raise FileFault(DAMAGED) from error


def _records(stream: bytes, offset: int) -> Iterator[Record]:
    """Records from `offset` to the end of that part of the stream."""
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        yield kind, stream[offset + 4 : offset + 4 + length]
        if kind == _EOF:
            return
        offset += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    for kind, data in _records(stream, 0):
        if kind == _BOUNDSHEET:
            offset, _, length, wide = struct.unpack_from("<IHBB", data)
            name = data[8 : 8 + length * (2 if wide & 1 else 1)]
            yield name.decode("utf-16-le" if wide & 1 else "latin-1"), offset
        elif kind == _PASSWORD:
            raise FileFault(LOCKED)
        elif kind == _STRINGS and struct.unpack_from("<I", data, 4)[0] > len(stream):
            raise compound_file.Unsound("more strings than bytes")


def _notes(stream: bytes, offset: int) -> SheetNotes:
    notes, rows, columns = SheetNotes(truths=True), 0, 0
    for kind, data in _records(stream, offset):
        if kind not in _VALUES:
            continue
        row, column = struct.unpack_from("<HH", data)
        rows, columns = max(rows, row + 1), max(columns, column + 1)
        error = _error(kind, data)
        if error is not None:
            notes.unreadable[row, column] = Unreadable(Code.CELL_ERROR, _ERRORS.get(error, "#错误"))
    refuse_far(rows, columns)
    return notes


def _error(kind: int, data: bytes) -> int | None:
    """The code of the error that a cell holds."""
    if kind == _TRUTH_OR_ERROR and data[7] == 1:
        return data[6]
    if kind == _FORMULA and data[12:14] == b"\xff\xff" and data[6] == 2:
        return data[8]
    return None
