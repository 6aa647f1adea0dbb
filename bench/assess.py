"""How long the figures of a large period take, beside hand-written SQL and pandas on the same files.

python -m bench.assess [--rows 10000000] [--no-pandas]
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bench import assess_data, assess_peers
from gongkai.records import tables

Answer = TypeVar("Answer")
Ask = Callable[[], list[assess_peers.Row]]

ROWS = 10_000_000
ROUNDS, PANDAS_ROUNDS = 5, 2
SQL, PANDAS = "gongkai / sql", "pandas / gongkai"
AT_MOST_SQL, AT_LEAST_PANDAS = 1.3, 20.0


def run(rows: int = ROWS, pandas: bool = True) -> dict[str, float]:
    """Seconds of each, the best of those taken in turns, and their ratios.

    pandas is asked twice: as most people write it, reading the table whole, and reading only the
    columns that are needed.
    """
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "snapshot"
        assess_data.snapshot(folder, rows)
        first, expected = _timed(lambda: _figures(folder))
        engines = {"gongkai": lambda: _figures(folder), "sql": lambda: assess_peers.by_sql(folder)}
        best = _in_turns(engines, ROUNDS, expected)
        if pandas:
            whole, chosen = "pandas", "pandas, few columns"
            frames = {
                whole: lambda: assess_peers.by_pandas(folder),
                chosen: lambda: assess_peers.by_pandas(folder, assess_peers.NEEDED),
            }
            best |= _in_turns(frames, PANDAS_ROUNDS, expected)
    ratios = {f"{name} / gongkai": best[name] / best["gongkai"] for name in best if name.startswith("pandas")}
    return {"rows": rows, "first call": first, **best, SQL: best["gongkai"] / best["sql"], **ratios}


def kept(result: dict[str, float]) -> bool:
    """Whether both promises hold; without pandas only the first is looked at."""
    return result[SQL] <= AT_MOST_SQL and result.get(PANDAS, AT_LEAST_PANDAS) >= AT_LEAST_PANDAS


def _figures(folder: Path) -> list[assess_peers.Row]:
    return [
        (one.unit, one.item, one.measure, one.value, one.numerator, one.denominator)
        for one in tables.compute(folder)
    ]


def _in_turns(asked: dict[str, Ask], rounds: int, expected: list[assess_peers.Row]) -> dict[str, float]:
    """The best time of each; they take turns, so that a busy moment of the machine meets them all."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, answer in asked.items():
            seconds, rows = _timed(answer)
            assert rows == expected, f"{name} does not give the same figures"
            best[name] = min(seconds, best.get(name, seconds))
    return best


def _timed(ask: Callable[[], Answer]) -> tuple[float, Answer]:
    start = time.perf_counter()
    answer = ask()
    return time.perf_counter() - start, answer


PROMISES = {SQL: f"at most {AT_MOST_SQL}", PANDAS: f"at least {AT_LEAST_PANDAS:.0f}"}


def show(result: dict[str, float]) -> None:
    """Seconds and ratios, a line each; `first call` includes the imports and the making of the query."""
    print(f"assess: figures of {result['rows']:,.0f} work orders from their snapshot")
    for name, value in result.items():
        if "/" in name:
            promise = PROMISES.get(name)
            print(f"  {name:<30}{value:>8.2f}" + (f"   promised {promise}" if promise else ""))
        elif name != "rows":
            print(f"  {name:<30}{value:>8.3f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument(
        "--no-pandas", dest="pandas", action="store_false", help="pandas takes minutes and gigabytes"
    )
    arguments = parser.parse_args()
    show(run(arguments.rows, arguments.pandas))


if __name__ == "__main__":
    main()
