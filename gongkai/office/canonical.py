"""The canonical text of a pack: a line an entry, so that a register reads as a table, a change as a line.

tomli-w quotes the values; the layout is ours because it would break each long entry over many lines.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import tomli_w

from gongkai.office.faults import Table

BLOCKS = {"notices"}
"""Lists whose entries hold registers of their own: each entry is a [[block]]."""


def text(table: Table) -> str:
    """The table as TOML: plain keys first, then a [section] for each inner table, then the [[blocks]]."""
    sections = {key: value for key, value in table.items() if isinstance(value, dict)}
    blocks = {key: value for key, value in table.items() if key in BLOCKS}
    plain = {key: value for key, value in table.items() if key not in sections and key not in blocks}
    parts = [_lines(plain)]
    parts += [[f"[{key}]", *_lines(value)] for key, value in sections.items()]
    parts += [[f"[[{key}]]", *_lines(entry)] for key, entries in blocks.items() for entry in entries]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _lines(table: Table) -> list[str]:
    return [line for key, value in table.items() for line in _entry(key, value)]


def _entry(key: str, value: Any) -> Iterator[str]:
    """`key = value`; a list of tables has a line for each."""
    if not (isinstance(value, tuple) and value and isinstance(value[0], dict)):
        yield f"{key} = {_value(value)}"
        return
    yield f"{key} = ["
    yield from (f"  {_value(member)}," for member in value)
    yield "]"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_value(inner)}' for key, inner in value.items())} }}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return tomli_w.dumps({"value": _scalar(value)}).removeprefix("value = ").rstrip("\n")


def _scalar(value: Any) -> Any:
    """What tomli-w knows how to write: a whole Decimal as an integer, an enum's word as text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value.normalize()
    return str(value) if isinstance(value, str) else value
