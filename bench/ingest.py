"""Import of a large .xlsx of work orders, end to end, beside django-import-export on the same file.

python -m bench.ingest [--rows 100000]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import orders_book
from gongkai.office import files

ROWS = 100_000
ROUNDS = 3
AT_LEAST_ROWS, AT_LEAST_PEER, AT_MOST_MEMORY = 20_000, 10.0, 400.0


def run(rows: int = ROWS) -> dict[str, float]:
    """Rows a second of both, their ratio, and our peak of memory in MB; each in a process of its own,
    on a new database: the best of three for us, one run for the peer, which takes minutes."""
    office = files.read(Path("offices/weibin"))
    names = [name for unit in office.units for name in (unit.name, *unit.aliases)]
    with tempfile.TemporaryDirectory() as place:
        book = Path(place) / "工单.xlsx"
        orders_book.write(book, rows, names)
        ours = min(
            (_import("bench.ingest_gongkai", book) for _ in range(ROUNDS)), key=lambda one: one["seconds"]
        )
        peer = _import("bench.ingest_peer", book)
    assert ours["rows"] == peer["rows"] == rows
    return {
        "rows": rows,
        "gongkai": rows / ours["seconds"],
        "peer": rows / peer["seconds"],
        "gongkai / peer": peer["seconds"] / ours["seconds"],
        "memory": ours["peak"],
        "peer memory": peer["peak"],
    }


def _import(module: str, book: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "GONGKAI_HOME": home, "DJANGO_SETTINGS_MODULE": f"{module}_settings"}
        if module == "bench.ingest_gongkai":
            environment["DJANGO_SETTINGS_MODULE"] = "gongkai.config.settings"
        command = [sys.executable, "-m", module, str(book)]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        return json.loads(done.stdout)  # type: ignore[no-any-return]


def kept(result: dict[str, float]) -> bool:
    """Whether the promises hold."""
    return (
        result["gongkai"] >= AT_LEAST_ROWS
        and result["gongkai / peer"] >= AT_LEAST_PEER
        and result["memory"] <= AT_MOST_MEMORY
    )


def show(result: dict[str, float]) -> None:
    print(f"ingest: {result['rows']:,} work orders from .xlsx to the database")
    print(f"  gongkai               {result['gongkai']:>10,.0f} rows/s   promised at least {AT_LEAST_ROWS:,}")
    print(f"  django-import-export  {result['peer']:>10,.0f} rows/s")
    print(
        f"  gongkai / peer        {result['gongkai / peer']:>10.1f}          promised at least {AT_LEAST_PEER:.0f}"
    )
    print(f"  gongkai peak memory   {result['memory']:>10.0f} MB       promised at most {AT_MOST_MEMORY:.0f}")
    print(f"  peer peak memory      {result['peer memory']:>10.0f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=ROWS)
    show(run(parser.parse_args().rows))
