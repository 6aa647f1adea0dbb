"""A form: one way in which clerks keep a kind of facts in a table."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gongkai.measures.facts import Fact
from gongkai.sources.desk import Desk
from gongkai.sources.fields import Field
from gongkai.sources.report import Report


@dataclass(frozen=True)
class Series:
    """Columns whose headers are data: months, outlets, dimensions. `key` gives what a header stands for, or
    None; the row's field `name` holds key → value, for the columns that the table has. `members` are the
    headers that a person may choose from."""

    name: str
    key: Callable[[str, Desk], Hashable | None]
    values: Field
    members: Callable[[Desk], Iterable[str]]
    required: bool = False


@dataclass(frozen=True)
class Form:
    """`row` is the NamedTuple of `fields` in their order, then the series if there is one. `make` turns a row
    into facts and tells the report what is wrong with it. An event form has a row an event; any other is a
    count form, whose totals row is checked and whose unit may stand once only. `words` in a title speak for
    the form where headers alone do not decide; the headers of a `vague` form never do. `closing` checks all
    rows together.
    """

    kind: str
    title: str
    row: Callable[[Iterable[Any]], Any]
    fields: tuple[Field, ...]
    make: Callable[[Any, Report], Sequence[Fact]]
    identity: str
    series: Series | None = None
    events: bool = False
    words: tuple[str, ...] = ()
    vague: bool = False
    closing: Callable[[list[tuple[int, Any]], Report], None] | None = None

    def label(self, key: Hashable) -> str:
        """The standard term of a field, or the header that a series key stands for."""
        return next((field.label for field in self.fields if field.name == key), str(key))
