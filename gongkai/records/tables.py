"""The one door from a snapshot's rows to arithmetic: Parquet in, figures out, by the embedded engine."""

from collections.abc import Callable
from functools import cache
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongkai.measures import registry
from gongkai.measures.facts import FACTS
from gongkai.measures.figures import Figure
from gongkai.measures.presence import Presence, presence
from gongkai.measures.registers import REGISTERS
from gongkai.records.snapshots import path_of

if TYPE_CHECKING:
    import ibis

Expression = Callable[["dict[str, ibis.Table]"], "ibis.Table"]


def compute(folder: Path) -> tuple[Figure, ...]:
    """Every figure of the snapshot in `folder`, in the order of `measures.registry.figures`.

    Digests are not looked at here: whoever did not write the snapshot a moment ago calls
    `snapshots.read` first.
    """
    return tuple(Figure._make(row) for row in _ask(folder, question("duckdb")))


def present(folder: Path) -> frozenset[Presence]:
    """Of what the facts of the snapshot in `folder` speak at all, in the kinds that units owe."""
    return frozenset(Presence._make(row) for row in _ask(folder, question("duckdb", presence)))


def _ask(folder: Path, sql: str) -> list[Any]:
    import duckdb

    # nothing is fetched or loaded at run time: the machine may have no network
    offline = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    with duckdb.connect(config=offline) as engine:
        for kind in FACTS | REGISTERS:
            engine.read_parquet(escape(str(path_of(folder, kind)))).create_view(kind)
        rows: list[Any] = engine.execute(sql).fetchall()
    return rows


@cache
def question(dialect: str, asked: Expression = registry.figures) -> str:
    """The SQL that asks an engine for every figure, or for `asked`; it depends on nothing but the measures."""
    import ibis

    return str(ibis.to_sql(asked(registry.tables()), dialect=dialect))
