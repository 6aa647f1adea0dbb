"""How well the proofreader reads the corpus: `python -m tests.golden.proofread.measure [--show]`."""

import argparse
import sys
from collections.abc import Iterator

from tests.golden.proofread import marked
from tests.golden.proofread.judging import Judged, by_group, by_kind


def table(judged: tuple[Judged, ...]) -> Iterator[str]:
    """A line a group: labelled, met, right marks, false marks, precision, recall; then a line a kind."""
    yield "group\tlabelled\tmet\tright\tfalse\tprecision\trecall"
    for score in by_group(judged).values():
        counts = f"{score.labelled}\t{score.met}\t{score.right}\t{score.false}"
        yield f"{score.category}\t{counts}\t{score.precision:.3f}\t{score.recall:.3f}"
    yield ""
    yield "group\tkind\tlabelled\tmet"
    for group, kind, labelled, met in by_kind(judged):
        yield f"{group}\t{kind}\t{labelled}\t{met}"


def faults(judged: tuple[Judged, ...]) -> Iterator[str]:
    """What was missed and what was marked wrongly, document by document."""
    for one in judged:
        for label in one.missed:
            yield f"missed\t{one.document}\t{label.group}\t{label.kind}\t{label.text}"
        for mark in one.false:
            said = f"{mark.group}\t{mark.kind}\t{mark.level}\t{mark.found}\t{mark.reason}"
            yield f"false\t{one.document}\t{said}"


def main() -> None:
    """Print the table, and with --show every miss and false alarm."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--show", action="store_true", help="list misses and false alarms")
    show = asked.parse_args().show
    judged = marked.judged()
    lines = [*table(judged), *(["", *faults(judged)] if show else [])]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
