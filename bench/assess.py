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

ROWS = 10_000_000
ROUNDS = 3
AT_MOST_SQL, AT_LEAST_PANDAS = 1.3, 20.0


def run(rows: int = ROWS, pandas: bool = True) -> dict[str, float]:
    """Seconds of each (the best of three, taken in turns) and the two promised ratios."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "snapshot"
        assess_data.snapshot(folder, rows)
        first, _ = _timed(lambda: tables.compute(folder))
        contenders: dict[str, Callable[[], list[assess_peers.Row]]] = {
            "gongkai": lambda: _figures(folder),
            "sql": lambda: assess_peers.by_sql(folder),
        }
        if pandas:
            contenders["pandas"] = lambda: assess_peers.by_pandas(folder)
        best = _in_turns(contenders)
    ratios = {"gongkai / sql": best["gongkai"] / best["sql"]}
    if pandas:
        ratios["pandas / gongkai"] = best["pandas"] / best["gongkai"]
    return {"rows": rows, "first": first, **best, **ratios}


def _figures(folder: Path) -> list[assess_peers.Row]:
    return [
        (one.unit, one.item, one.measure, one.value, one.numerator, one.denominator)
        for one in tables.compute(folder)
    ]


def _in_turns(contenders: dict[str, Callable[[], list[assess_peers.Row]]]) -> dict[str, float]:
    """The best time of each; they take turns, so that a busy moment of the machine meets them all."""
    best: dict[str, float] = {}
    answers: dict[str, list[assess_peers.Row]] = {}
    for _ in range(ROUNDS):
        for name, answer in contenders.items():
            seconds, answers[name] = _timed(answer)
            best[name] = min(seconds, best.get(name, seconds))
    for name, rows in answers.items():
        assert rows == answers["gongkai"], f"{name} does not give the same figures"
    return best


def _timed(ask: Callable[[], Answer]) -> tuple[float, Answer]:
    start = time.perf_counter()
    answer = ask()
    return time.perf_counter() - start, answer


def show(result: dict[str, float]) -> None:
    print(f"assess: figures of {result['rows']:,.0f} work orders from their snapshot, best of {ROUNDS}")
    for name in ("gongkai", "sql", "pandas"):
        if name in result:
            print(f"  {name:<18}{result[name]:>9.3f} s")
    print(f"  {'first call':<18}{result['first']:>9.3f} s   (imports and the making of the query included)")
    print(f"  {'gongkai / sql':<18}{result['gongkai / sql']:>9.2f}     promised at most {AT_MOST_SQL}")
    if "pandas / gongkai" in result:
        print(
            f"  {'pandas / gongkai':<18}{result['pandas / gongkai']:>9.1f}     promised at least {AT_LEAST_PANDAS}"
        )


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
