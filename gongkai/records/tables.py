"""The one door from a snapshot's rows to arithmetic: Parquet in, figures out, by the embedded engine."""

from functools import cache
from glob import escape
from pathlib import Path

from gongkai.measures import registry
from gongkai.measures.facts import FACTS
from gongkai.measures.figures import Figure
from gongkai.measures.registers import REGISTERS
from gongkai.records.snapshots import path_of


def compute(folder: Path) -> tuple[Figure, ...]:
    """Every figure of the snapshot in `folder`, in the order of `measures.registry.figures`.

    Digests are not looked at here: whoever did not write the snapshot a moment ago calls
    `snapshots.read` first.
    """
    import duckdb

    # nothing is fetched or loaded at run time: the machine may have no network
    offline = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    with duckdb.connect(config=offline) as engine:
        for kind in FACTS | REGISTERS:
            engine.read_parquet(escape(str(path_of(folder, kind)))).create_view(kind)
        rows = engine.execute(question("duckdb")).fetchall()
    return tuple(Figure._make(row) for row in rows)


@cache
def question(dialect: str) -> str:
    """The SQL that asks an engine for every figure; it depends on nothing but the measures."""
    import ibis

    return str(ibis.to_sql(registry.figures(registry.tables()), dialect=dialect))
