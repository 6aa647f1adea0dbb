"""Cells already understood once.

Spreadsheets repeat themselves: a hundred thousand rows hold some forty units and ninety days. A reader is
a dict from the cell as it stands to what it means, filled on first sight.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from gongkai.sources.faults import CellFault, Code
from gongkai.sources.fields import Blank
from gongkai.sources.workbook import Value

MOST_KEPT = 5000
"""Different cells a reader remembers; titles and numbers never repeat and need not be kept."""
ABSENT: Any = None
"""Stands in a row for a column that the table does not have; every reader gives None for it."""

_BLANK: dict[Blank, object] = {Blank.NONE: None, Blank.ZERO: 0, Blank.EMPTY: "", Blank.NO: False}


class Reader(dict[Any, Any]):
    """Cell → meaning. Raises CellFault, or Unsure for a name, on a cell that has none."""

    def __init__(self, parse: Callable[[Value], object], blank: Blank) -> None:
        super().__init__({ABSENT: None})
        self._parse = parse
        self._blank = blank

    def __missing__(self, cell: Value) -> object:
        meaning = self._parse(cell)
        if meaning is None:
            if self._blank not in _BLANK:
                raise CellFault(Code.BLANK, "没有填写", "请补填")
            meaning = _BLANK[self._blank]
        if len(self) < MOST_KEPT:
            self[cell] = meaning
        return meaning


class DayReader(Reader):
    """Days; a moment is looked up by its day, for moments hardly repeat."""

    def __missing__(self, cell: Value) -> object:
        if isinstance(cell, datetime):
            return self[cell.date()]
        if isinstance(cell, str) and ":" in cell:
            day, _, time = cell.strip().partition(" ")
            if time.replace(":", "").isdigit():
                return self[day]
        return super().__missing__(cell)
