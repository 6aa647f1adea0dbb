"""Words that are both right but taken for one another, told by the words beside them: 逾期不报, not 预期不报.

A line: the word taken wrongly, the word that is meant, the words before it that show so, the words after it.
"""

from collections.abc import Iterable, Iterator

from gongkai.proofreading.hits import Level
from gongkai.proofreading.lexicon.entry import Entry

CATEGORY = "易混词"


def collocated(lines: Iterable[str]) -> Iterator[Entry]:
    """Lines → an entry for each word with each of its neighbours; a pair told twice is one entry."""
    told: set[str] = set()
    for line in lines:
        wrong, right, before, after = [*line.split("\t"), ""][:4]
        pairs = [(word + wrong, word + right) for word in before.split()]
        pairs += [(wrong + word, right + word) for word in after.split()]
        for found, meant in pairs:
            if found not in told:
                told.add(found)
                yield Entry(found, meant, Level.DOUBT, CATEGORY)


def neighbours(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Lines of a word, the words before it and the words after it → each two that stand beside each other."""
    for line in lines:
        word, before, after = line.split("\t")
        yield from ((other, word) for other in before.split())
        yield from ((word, other) for other in after.split())
