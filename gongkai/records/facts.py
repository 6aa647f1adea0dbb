"""Facts in bulk: they go in and out as the NamedTuples of `gongkai.measures.facts`.

Rows are written with one prepared statement: building a hundred thousand model objects costs more than
reading the spreadsheet they came from.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Manager, QuerySet

from gongkai.measures.facts import FACTS, SUBJECTS, Fact
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.records.chunks import chunks
from gongkai.records.models import FACT_MODELS, Batch, FactModel, Office
from gongkai.terms import Period

KEYS_AT_ONCE = 900  # below SQLite's limit of parameters in one statement
ROWS_AT_ONCE = 5000
PLACE = ("sheet", "row")
"""Where a fact stood in its file: the last two fields of each."""
Rows = TypeVar("Rows", bound="QuerySet[FactModel]")
Stored = tuple[int, Fact]  # the batch it came from, and the fact


def model(kind: str) -> "Manager[FactModel]":
    """The table of a kind."""
    return FACT_MODELS[kind].objects  # type: ignore[attr-defined,no-any-return]


def of(office: Office, period: str, kind: str) -> "QuerySet[FactModel]":
    """The facts of a kind in an office and period."""
    return model(kind).filter(office=office, period=period)


def read(office: Office, period: str, kind: str) -> Iterator[Fact]:
    """Every fact, ordered by key: the same facts come in the same order whatever imported them."""
    rows = of(office, period, kind).order_by("key").values_list(*FACTS[kind]._fields)
    yield from map(FACTS[kind]._make, rows.iterator(chunk_size=ROWS_AT_ONCE))


def of_batch(batch: Batch, kind: str) -> Iterator[Fact]:
    """The facts of a kind that a batch wrote and no later one has changed."""
    rows = of(batch.office, batch.period, kind).filter(batch=batch).order_by("id")
    values = rows.values_list(*FACTS[kind]._fields)
    yield from map(FACTS[kind]._make, values.iterator(chunk_size=ROWS_AT_ONCE))


def stored(office: Office, period: str, kind: str, keys: Sequence[str]) -> dict[str, Stored]:
    """Those of the keys that are there already: key → (batch id, fact)."""
    facts = of(office, period, kind)
    if not facts.exists():
        return {}
    found: dict[str, Stored] = {}
    for some in chunks(keys, KEYS_AT_ONCE):
        chosen = facts.filter(key__in=some).order_by()
        for batch, *values in chosen.values_list("batch_id", *FACTS[kind]._fields):
            fact = FACTS[kind]._make(values)
            found[fact.key] = (batch, fact)
    return found


def values(fact: Fact) -> tuple[Any, ...]:
    """What a fact says, without where it stood: the same row of another file is the same fact."""
    return fact[: -len(PLACE)]


def precision(office: Office, period: str, kind: str, unit: str, about: str) -> str | None:
    """How exactly the facts of a unit and subject are known, None where there are none.

    Any one of them tells, because nothing else is let in beside it: of ten million only one is read.
    """
    facts = of(office, period, kind).filter(unit=unit)
    if kind in SUBJECTS:
        facts = facts.filter(**{SUBJECTS[kind]: about})
    return next(iter(facts.order_by().values_list("precision", flat=True)[:1]), None)


def counted(rows: "Rows", figure: Figure) -> "Rows":
    """Those of the facts of the figure's kind that it counts: of its unit, of its column, account, outlet or
    type of order where it has one, in its part of the period."""
    rows = rows.filter(unit=figure.unit)
    kind = MEASURES[figure.measure].kind
    about = "type" if kind == "orders" else SUBJECTS.get(kind)
    if figure.item and about:
        rows = rows.filter(**{about: figure.item})
    if figure.window:
        window = Period.parse(figure.window)
        rows = rows.filter(day__range=(window.start, window.end))
    return rows


def subjects(office: Office, period: str, kind: str) -> set[str]:
    """The columns, accounts or outlets that the facts of a kind are about."""
    rows = of(office, period, kind).order_by()
    return set(rows.values_list(SUBJECTS[kind], flat=True).distinct())


def insert(office: Office, period: str, batch: Batch, kind: str, rows: Iterable[Fact]) -> None:
    """Write new facts of a batch with one prepared statement."""
    fields = FACTS[kind]._fields
    columns = ["office_id", "period", "batch_id", *fields]
    quoted = ", ".join(connection.ops.quote_name(name) for name in columns)
    table = connection.ops.quote_name(FACT_MODELS[kind]._meta.db_table)
    statement = f"INSERT INTO {table} ({quoted}) VALUES ({', '.join(['%s'] * len(columns))})"
    odd = _odd_places(kind)
    owner = (office.pk, period, batch.pk)
    values = (owner + _adapted(row, odd) for row in rows)
    with connection.cursor() as cursor:
        for chunk in chunks(values, ROWS_AT_ONCE):
            cursor.executemany(statement, chunk)


def delete(office: Office, period: str, kind: str, keys: Iterable[str]) -> None:
    """Remove the facts with these keys."""
    for some in chunks(keys, KEYS_AT_ONCE):
        of(office, period, kind).filter(key__in=some).delete()


def as_json(fact: Fact) -> dict[str, Any]:
    """A fact as plain values that JSON can hold."""
    return {name: plain(value) for name, value in fact._asdict().items()}


def plain(value: Any) -> Any:
    """A field of a fact as JSON can hold it."""
    return str(value) if isinstance(value, date) else value


def from_json(kind: str, values: Mapping[str, Any]) -> Fact:
    """The fact that `as_json` wrote down."""
    days = _day_places(kind)
    fields = FACTS[kind]._fields
    read_back = (
        date.fromisoformat(values[name]) if place in days and values[name] else values[name]
        for place, name in enumerate(fields)
    )
    return FACTS[kind]._make(read_back)


def _day_places(kind: str) -> frozenset[int]:
    hints = FACTS[kind].__annotations__
    return frozenset(
        place for place, name in enumerate(FACTS[kind]._fields) if hints[name] in (date, date | None)
    )


def _odd_places(kind: str) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """The places whose values the database's driver does not take as they are, or takes slowly: days, and
    words of an enumeration, of which SQLite asks each time how they are to be written."""
    words = (place for place, name in enumerate(FACTS[kind]._fields) if name in ("precision", "outcome"))
    return *((place, _day) for place in _day_places(kind)), *((place, str) for place in words)


def _adapted(row: Fact, odd: tuple[tuple[int, Callable[[Any], Any]], ...]) -> tuple[Any, ...]:
    """The row as the database's driver wants it."""
    values: list[Any] = list(row)
    for place, written in odd:
        values[place] = written(values[place])
    return tuple(values)


@lru_cache(maxsize=4096)
def _day(value: date | None) -> Any:
    return connection.ops.adapt_datefield_value(value)
