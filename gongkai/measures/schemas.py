"""From a row type to the columns of its table, for every engine that has to hold one."""

from datetime import date
from typing import NamedTuple, get_args, get_type_hints


class Field(NamedTuple):
    """A column: `kind` is str, int, bool or date; `optional` where the value may be missing."""

    name: str
    kind: type
    optional: bool


def fields(row_type: type) -> tuple[Field, ...]:
    """The columns of a fact or register table, in order, from the annotations of its NamedTuple.

    Raises TypeError for an annotation that no table can hold: that is a fault of the code, not of a file.
    """
    return tuple(_field(name, hint) for name, hint in get_type_hints(row_type).items())


def _field(name: str, hint: type) -> Field:
    parts = [part for part in get_args(hint) or (hint,) if part is not type(None)]
    if len(parts) != 1 or parts[0] not in (str, int, bool, date):
        raise TypeError(f"no table holds a column {name}: {hint}")
    return Field(name, parts[0], optional=type(None) in get_args(hint))
