"""The form of a register as a sheet: one and the same for writing and for reading."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

Kind = Literal["text", "number", "date"]
Shown = str | int | date | None
"""What a cell is written as."""


class Field(NamedTuple):
    """A column. `parse` makes what the register keeps of a cell's text, or raises CellFault; a blank cell is
    `blank`, and refused where the field is `required`. `width` is in half-width characters; `choices` are
    offered when the sheet is filled in."""

    header: str
    parse: Callable[[str], Any] = str
    required: bool = False
    blank: Any = ""
    kind: Kind = "text"
    width: float = 0
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """A sheet of a register; `notes` stand above its header."""

    title: str
    fields: Mapping[str, Field]
    notes: tuple[str, ...] = ()


class SheetColumn(NamedTuple):
    """A column to be written, for whoever knows a writer of spreadsheets."""

    header: str
    kind: Kind
    width: float
    choices: tuple[str, ...]


class RegisterSheet(NamedTuple):
    """A sheet to be written: rows are as long as `columns`."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Shown, ...], ...]
    notes: tuple[str, ...]


def sheet(form: Form, rows: Iterable[tuple[Shown, ...]]) -> RegisterSheet:
    """The form filled with rows, in the order of its fields."""
    columns = tuple(
        SheetColumn(field.header, field.kind, field.width, field.choices) for field in form.fields.values()
    )
    return RegisterSheet(form.title, columns, tuple(rows), form.notes)
