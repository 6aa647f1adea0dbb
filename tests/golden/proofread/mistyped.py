"""Figures mistyped one at a time: `python -m tests.golden.proofread.mistyped [--show]`.

`relations.tsv` holds, for documents whose writers said so, figures that are bound by one relation (a sum, a rate, a
product …), as they stand in the text. A relation is noticed where something is told as soon as one of them is mistyped.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gongkai.proofreading.figures.find import find
from gongkai.sources.documents.read import read
from tests.golden.proofread import corpus

MOST = 4
"""Places at which a figure is mistyped that stands in several."""


class Relation(NamedTuple):
    """Figures of a document that are bound together."""

    document: str
    figures: tuple[str, ...]


def relations() -> Iterator[Relation]:
    """All that are known."""
    lines = (corpus.FOLDER / "relations.tsv").read_text("utf-8").splitlines()
    for line in lines[1:]:
        document, figures = line.split("\t")
        yield Relation(document, tuple(figures.split(" ")))


def noticed(relation: Relation) -> Iterator[str]:
    """The figures of a relation of which it is told that they are mistyped."""
    return (figure for figure in relation.figures if _is_noticed(relation.document, figure))


def mistyped(figure: str) -> str:
    """The figure with its middle digit three more: 1,286 → 1,586.

    >>> mistyped("96")
    '99'
    """
    places = [place for place, character in enumerate(figure) if character.isdigit()]
    at = places[len(places) // 2]
    digit = (int(figure[at]) + 3) % 10 or (0 if at else 5)
    return f"{figure[:at]}{digit}{figure[at + 1 :]}"


def _is_noticed(document: str, figure: str) -> bool:
    text = corpus.text(document)
    right = _told(text)
    alone = re.finditer(rf"(?<![\d.,A-Za-z]){re.escape(figure)}(?![\d]|[.,]\d)", text)
    places = [match.span() for match, _ in zip(alone, range(MOST), strict=False)]
    return any(_told(text[:start] + mistyped(figure) + text[end:]) - right for start, end in places)


@cache
def _told(text: str) -> frozenset[str]:
    return frozenset(hit.reason for hit in find(read("简报.md", text.encode())))


def main() -> None:
    """Print how many relations and figures are noticed, and with --show those that are not."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--show", action="store_true", help="list what is not noticed")
    show = asked.parse_args().show
    seen = [(relation, list(noticed(relation))) for relation in relations()]
    figures = sum(len(relation.figures) for relation, _ in seen)
    told = sum(len(each) for _, each in seen)
    lines = [
        f"relations {len(seen)}, noticed {sum(bool(each) for _, each in seen) / len(seen):.3f}",
        f"figures {figures}, noticed {told / figures:.3f}",
        *("\t".join((one.document, *one.figures)) for one, each in seen if show and not each),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
