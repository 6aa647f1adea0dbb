"""What a command prints: tables, sentences, one JSON document; how far the work has come goes to stderr."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console, Group
from rich.status import Status
from rich.table import Table
from rich.text import Text

from gongkai.web.citizens import hidden

IN_A_PIPE = 120
"""Columns of a table where there is no terminal to ask."""

WHOLE = ("单位", "工作包", "代码")
"""Columns whose cells are copied or read at a glance, and never broken."""


def console() -> Console:
    """Standard output. What is printed is never markup: a cell may well hold 「[/]」 or 「:a:」."""
    width = None if sys.stdout.isatty() else IN_A_PIPE
    return Console(width=width, markup=False, emoji=False, highlight=False)


def say(sentence: str | Text, style: str | None = None) -> None:
    """A sentence on a line of its own, however long: paths in it can be copied."""
    sentence = hidden(sentence) if isinstance(sentence, str) else sentence
    console().print(sentence, style=style, soft_wrap=True)


def draw(drawn: Group) -> None:
    """Print a table under its title."""
    console().print(drawn)


def waiting(what: str) -> Status:
    """Says what is going on, on a terminal only, and not on standard output."""
    return Console(stderr=True, markup=False).status(what)


def print_json(content: Any) -> None:
    """One JSON document on standard output, no citizen's number in its words."""
    sys.stdout.write(json.dumps(_cut(content), ensure_ascii=False, indent=2, default=str) + "\n")


def _cut(content: Any) -> Any:
    if isinstance(content, str):
        return hidden(content)
    if isinstance(content, Mapping):
        return {_cut(name): _cut(each) for name, each in content.items()}
    return [_cut(each) for each in content] if isinstance(content, list | tuple) else content


def table(
    title: str,
    columns: Iterable[str],
    rows: Iterable[Sequence[Any]],
    numbers: Iterable[str] = (),
    widest: Mapping[str, int] | None = None,
) -> Group:
    """A table in the house's look under its title, which may be wider; columns named in `numbers` align right,
    those in `widest` take no more than so many character cells."""
    drawn = Table(header_style="bold")
    right = set(numbers)
    for name in columns:
        drawn.add_column(
            name,
            justify="right" if name in right else "left",
            overflow="fold",
            no_wrap=name in WHOLE,
            max_width=(widest or {}).get(name),
        )
    for row in rows:
        drawn.add_row(*map(cell, row))
    return Group(Text(hidden(title), "bold"), drawn)


def cell(value: object) -> Text:
    """A value as it is, nothing for None; a citizen's number is cut, and a control character from a file does nothing
    to the terminal."""
    if isinstance(value, Text):
        return value
    text = "" if value is None else hidden(str(value))
    return Text("".join(one if one.isprintable() or one == "\n" else "�" for one in text))
