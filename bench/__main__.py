"""Every promise of speed beside its peers, in one run: make bench"""

import platform
import sys
from pathlib import Path

from bench import assess, ingest, issue, pages, proofread


def main() -> int:
    """Run all, print the results, and say which promise is missed. Exit 1 if any is."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {cores()} cores")
    missed = []
    for benchmark in (issue, ingest, assess, proofread, pages):
        result = benchmark.run()
        benchmark.show(result)
        if not benchmark.kept(result):
            missed.append(benchmark.__name__)
    print(f"missed: {', '.join(missed)}" if missed else "every promise kept")
    return bool(missed)


def cores() -> int:
    """Processors this run may use."""
    import os

    return len(os.sched_getaffinity(0))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    sys.exit(main())
