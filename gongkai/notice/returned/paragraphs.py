"""The paragraphs of the plan against those that came back."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from gongkai.notice.returned.alignment import Gap, gaps
from gongkai.notice.returned.expected import Line
from gongkai.notice.returned.gap import Sentences
from gongkai.notice.returned.result import Difference, DifferenceKind
from gongkai.notice.returned.tokens import Sort, Token, Tokenizer, Tokens, keys, sentences, words

_TOP = "正文之前"


def compare(expected: Sequence[Line], returned: Sequence[str], tokenizer: Tokenizer) -> list[Difference]:
    """Every difference between the lines of a plan and the paragraphs of a file, in the order of the plan."""
    left = [tokenizer.cut_runs(line.runs, place) for place, line in enumerate(expected)]
    right = [tokenizer.cut(text) for text in returned]
    places = tuple(line.place for line in expected)
    found = list(gaps([keys(line) for line in left], [keys(line) for line in right]))
    moved = _moved(found, left, right)
    differences: list[Difference] = []
    for gap in found:
        old = [line for line in left[gap.left] if keys(line) not in moved]
        new = [line for line in right[gap.right] if keys(line) not in moved]
        differences += _moves(left[gap.left], moved, places)
        differences += _within(old, new, places, _place_before(gap, places))
    return differences


def _moved(found: Sequence[Gap], left: Sequence[Tokens], right: Sequence[Tokens]) -> frozenset[Hashable]:
    """Lines that left one place and stand, word for word, in another."""
    gone = Counter(keys(line) for gap in found for line in left[gap.left])
    come = Counter(keys(line) for gap in found for line in right[gap.right])
    return frozenset(line for line, count in gone.items() if line and come[line] == count)


def _moves(
    lines: Sequence[Tokens], moved: frozenset[Hashable], places: Sequence[str]
) -> Iterator[Difference]:
    for line in lines:
        if keys(line) in moved:
            yield Difference(DifferenceKind.MOVED, places[line[0].line], words(line), words(line))


def _place_before(gap: Gap, places: Sequence[str]) -> str:
    return f"{places[gap.left.start - 1]}之后" if gap.left.start else _TOP


def _within(
    old: Sequence[Tokens], new: Sequence[Tokens], places: tuple[str, ...], before: str
) -> Iterator[Difference]:
    """A gap of whole lines, compared sentence by sentence, so that a paragraph parted or joined is seen as that."""
    left, right = (list(sentences(_joined(lines))) for lines in (old, new))
    for gap in gaps([keys(one) for one in left], [keys(one) for one in right]):
        stored = tuple(token for one in left[gap.left] for token in one)
        returned = tuple(token for one in right[gap.right] for token in one)
        place = places[left[gap.left.start - 1][-1].line] if gap.left.start else before
        yield from Sentences(stored, returned, places, place).differences()


def _joined(lines: Sequence[Tokens]) -> Iterator[Token]:
    """Lines one after the other, a break between them."""
    for number, line in enumerate(lines):
        if number:
            yield Token(Sort.BREAK, "\n", Sort.BREAK, line[0].line if line else 0)
        yield from (replace(token, line=token.line) for token in line)
