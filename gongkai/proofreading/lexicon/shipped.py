"""The lexicons that come with the product, and the ordinary words that are never wrong."""

from functools import cache
from pathlib import Path

from gongkai.proofreading.lexicon.entry import Entry
from gongkai.proofreading.lexicon.reading import read

FOLDER = Path(__file__).parent
ORDINARY = "ordinary_words.txt"


def names() -> tuple[str, ...]:
    """The shipped files, in order of their names."""
    return tuple(sorted(path.name for path in FOLDER.glob("*.tsv")))


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry of every shipped file, in the order of files and lines."""
    return tuple(entry for name in names() for entry in read((FOLDER / name).read_text("utf-8")))


@cache
def ordinary_words() -> frozenset[str]:
    """Right words of official prose: what spans the edge of a hit speaks against it."""
    lines = (FOLDER / ORDINARY).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
