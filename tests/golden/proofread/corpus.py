"""The labelled corpus: invented documents of the genre, and what a careful reader marks in each.

`NNN-genre.md` holds a text, `labels.tsv` what is to be marked in it: the text and which occurrence of it. A label
of the group 两可 is a place where good readers differ: marking it is neither right nor wrong.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
EITHER_WAY = "两可"


class Label(NamedTuple):
    """A place to be marked: the `occurrence`-th time (from 1) that `text` stands in `document`."""

    document: str
    group: str
    kind: str
    text: str
    occurrence: int

    def span(self, written: str) -> tuple[int, int]:
        """Start and end in the text of the document. Raises ValueError where it does not stand there."""
        start = -1
        for _ in range(self.occurrence):
            start = written.index(self.text, start + 1)
        return start, start + len(self.text)


def names() -> list[str]:
    """The file names of all documents, in order."""
    return sorted(path.name for path in FOLDER.glob("[0-9]*.md"))


def text(name: str) -> str:
    """What a document says."""
    return (FOLDER / name).read_text(encoding="utf-8")


def genre(name: str) -> str:
    """The genre of a document: `012-通知.md` → 通知."""
    return Path(name).stem.split("-", 1)[1]


@cache
def labels() -> tuple[Label, ...]:
    """All labels, document by document."""
    with (FOLDER / "labels.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Label(row["document"], row["group"], row["kind"], row["text"], int(row["occurrence"]))
            for row in rows
        )


def of(name: str) -> list[Label]:
    """The labels of a document."""
    return [label for label in labels() if label.document == name]


def clean() -> list[str]:
    """The documents in which nothing is to be marked."""
    marked = {label.document for label in labels() if label.group != EITHER_WAY}
    return [name for name in names() if name not in marked]
