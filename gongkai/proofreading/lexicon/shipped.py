"""The lexicons that come with the product, and the right words that are never wrong."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from gongkai.proofreading.exchanged import Exchanged
from gongkai.proofreading.lexicon.collocations import collocated
from gongkai.proofreading.lexicon.doubled import doubled
from gongkai.proofreading.lexicon.entry import Entry
from gongkai.proofreading.lexicon.phrasing import Phrasing, phrasings
from gongkai.proofreading.lexicon.reading import read

FOLDER = Path(__file__).parent
COMMON, ORDINARY, PHRASES = "common_words.txt", "ordinary_words.txt", "set_phrases.txt"
SLIPS, COLLOCATIONS, NEIGHBOURS, POLICY = (
    "slips.txt",
    "collocations.txt",
    "neighbours.txt",
    "policy_phrases.txt",
)


def names() -> tuple[str, ...]:
    """The shipped files of entries, in order of their names."""
    return tuple(sorted(path.name for path in FOLDER.glob("*.tsv")))


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry of every shipped file, in the order of files and lines; what is told by its neighbours last."""
    listed = [entry for name in names() for entry in read((FOLDER / name).read_text("utf-8"))]
    told = {entry.wrong for entry in listed}
    return (*listed, *(entry for entry in collocated(lines(COLLOCATIONS)) if entry.wrong not in told))


def lines(name: str) -> list[str]:
    """The lines of a file, without its comments."""
    return [line for line in (FOLDER / name).read_text("utf-8").splitlines() if not line.startswith("#")]


def words(name: str) -> tuple[str, ...]:
    """What stands in a file of words or groups of characters, without its comments."""
    return tuple(word for line in lines(name) for word in line.split())


@cache
def common_words() -> frozenset[str]:
    """Right words of official prose: what spans the edge of a hit speaks against it."""
    return frozenset(words(COMMON) + words(PHRASES))


@cache
def ordinary_words() -> frozenset[str]:
    """These, and words that any prose has: they speak against a form that nobody wrote down as wrong."""
    return common_words() | frozenset(words(ORDINARY))


@cache
def policy_phrases() -> tuple[Phrasing, ...]:
    """Phrases of policy language whose words and order are fixed."""
    return tuple(phrasings(lines(POLICY)))


@cache
def repeated() -> Mapping[str, str]:
    """What is written twice by mistake → once."""
    return doubled(words(COMMON))


@cache
def slips() -> Exchanged:
    """Right words with one character exchanged. Shared by all who search: it is the largest list."""
    return Exchanged(lines(SLIPS))
