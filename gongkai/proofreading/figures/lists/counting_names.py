"""How many names a list tells, and a number held against them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.hits import Hit, Level, Span

FAR = 2
"""How far the number may be from the names and still be meant for them."""
LONGEST = 24
"""Characters of a name."""
_NUMBER = re.compile(r"共?\d+[家个名](?:单位|部门)?$")
_QUOTED = re.compile(r"“[^”]{0,40}”|《[^》]{0,60}》|（[^（）]{0,60}）")
_TOLD = re.compile(
    r"\d+(?:\.\d+)?(?:个|家|件|条|篇|项|人次|次|人|户|万元|元|分|%|名|亩|公里|处|起|吨|天)?$|^\d"
)
_OPEN = re.compile(r"等|其他|其余")


class Names(NamedTuple):
    """A list of names: as it stands, how many at least and at most, and where; none at least where it is no list."""

    text: str
    least: int
    most: int
    span: Span


def held(count: Decimal, said: str, span: Span, names: Names) -> Iterator[Hit]:
    """The number, as it is said at `span`, where it is near that of the names and is not theirs."""
    if not names.least or names.least <= count <= names.most:
        return
    told = names.most if count > names.most else names.least
    if abs(told - count) <= FAR:
        reason = f"写明“{said}”，实际列出{told}个（{names.text[:60]}）"
        yield hit(Kind.ENUMERATION, Level.DOUBT, said, reason, span, names.span)


def counted(names: str) -> tuple[int, int]:
    """How many names stand in a list at least and at most (和 joins two or stands in one); (0, 0) where they are none
    or not all."""
    plain = _NUMBER.sub("", _QUOTED.sub(lambda found: "某" * len(found[0]), names))
    pieces = plain.split("、")
    if len(pieces) < 2 or _OPEN.search(plain) or any(_TOLD.search(piece) for piece in pieces):
        return 0, 0
    if any(not piece or len(piece) > LONGEST for piece in pieces):
        return 0, 0
    joined = sum(len(re.findall("(?<=.)(?:以及|[和及与])(?=.)", piece)) for piece in pieces)
    last = re.search("(?<=..)(?:以及|[和及与])(?=..)", pieces[-1])
    least = len(pieces) + (1 if last and _is_apart(pieces, last.start()) else 0)
    return least, len(pieces) + joined


def _is_apart(pieces: list[str], place: int) -> bool:
    """Whether 和 in the last piece joins two names that both end as the others do: …栏目和…栏目."""
    ends = {piece[-1] for piece in pieces[:-1]}
    return len(ends) == 1 and pieces[-1][place - 1] in ends
