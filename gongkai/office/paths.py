"""Texts of a raw table by the path they stand at, whatever else is wrong with the table."""

from collections.abc import Iterator
from typing import Any

from gongkai.office.faults import Location, Table

Place = tuple[Location, str]
"""A text and where it stands."""


def texts(raw: Any, path: str) -> Iterator[Place]:
    """Every text at the path, `[]` meaning each member of a list: columns[].duties[].units[]."""
    yield from ((place, value) for place, value in _walk(raw, path.split("."), ()) if isinstance(value, str))


def words(raw: Table, path: str) -> tuple[str, ...]:
    """The texts at the path, without their places."""
    return tuple(text for _, text in texts(raw, path))


def tables(raw: Any, name: str) -> Iterator[tuple[Location, Table]]:
    """The tables in the list `name`, each with its place."""
    return ((place, value) for place, value in _walk(raw, [f"{name}[]"], ()) if isinstance(value, dict))


def _walk(value: Any, steps: list[str], location: Location) -> Iterator[tuple[Location, Any]]:
    if not steps:
        yield location, value
        return
    name = steps[0].removesuffix("[]")
    if not isinstance(value, dict) or name not in value:
        return
    inner = value[name]
    if steps[0] == name:
        yield from _walk(inner, steps[1:], (*location, name))
    elif isinstance(inner, list):
        for index, member in enumerate(inner):
            yield from _walk(member, steps[1:], (*location, name, index))
