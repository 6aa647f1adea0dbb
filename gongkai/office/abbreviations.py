"""When a short name stands for a long one, when it is only near, and how near.

A name is shortened by keeping characters in order. Kept in order is not enough: 国资局 is kept in 国土资源局
and is another bureau. So an abbreviation is *safe* only when the heads agree, every word of the long stem
gives its first character (or itself), and the short stem is no organ's own name.
"""

import re
from functools import cache

from gongkai.office.naming import Core
from gongkai.office.organs import organs

SAFE_HEADS = frozenset({"局", "分局", "委", "办公室", "大队"})
"""Heads of departments; a street, a centre or a company is never guessed from single characters."""
EMPTY_WORDS = frozenset({"管理", "服务", "事务", "工作"})
"""Words a bureau's short name may leave out: 应急管理局 is 应急局."""
PLACE_WORDS = frozenset({"城区"})
"""Words in front that only say where: 城区统一建设局 is 统建局."""
KIN = (
    frozenset({"局", "分局", "委", "办", "办公室"}),
    frozenset({"镇", "乡", "街道", "办", "园", "管委会"}),
    frozenset({"银行", "支行"}),
    frozenset({"公司", "集团"}),
)
"""Heads near enough to ask about."""


def same_head(one: str, other: str) -> bool:
    """Whether two heads are one: 办 is short for a street's and for an office's."""
    return one == other or {one, other} in ({"办", "街道"}, {"办", "办公室"})


def near_head(one: str, other: str) -> bool:
    """Whether a person may have meant the other head; a name that breaks off may mean any."""
    return not one or any(one in family and other in family for family in KIN)


def is_subsequence(short: str, long: str) -> bool:
    """Whether the characters of `short` stand in `long` in the same order."""
    rest = iter(long)
    return all(character in rest for character in short)


def is_safe(short: Core, long: str) -> bool:
    """Whether `short` can be taken for the unit of stem `long` and the same head without asking."""
    return (
        len(short.stem) >= 2
        and not is_empty(short.stem)
        and short.stem not in organs().known
        and _pattern(long).fullmatch(short.stem) is not None
    )


@cache
def _pattern(long: str) -> re.Pattern[str]:
    """统一建设 → 统一?建设?: each two-character word gives its first character or itself.

    A stem of one word has no abbreviation but those of organs.toml: 政务局 may be more than one bureau.
    """
    words = _words(long)
    if sum(word not in EMPTY_WORDS | PLACE_WORDS for word in words) < 2:
        return re.compile(r"(?!)")
    return re.compile("".join(_word(word, first=not place) for place, word in enumerate(words)))


def _words(stem: str) -> list[str]:
    """Two characters a word, as names of offices are made; nothing when they do not come out even."""
    return [] if len(stem) % 2 else [stem[start : start + 2] for start in range(0, len(stem), 2)]


def _word(word: str, *, first: bool) -> str:
    kept = f"{re.escape(word[0])}(?:{re.escape(word[1])})?"
    return f"(?:{kept})?" if word in (PLACE_WORDS if first else EMPTY_WORDS) else kept


def is_empty(stem: str) -> bool:
    """Whether the stem says nothing of its own: 服务局, 管理局."""
    words = _words(stem)
    return bool(words) and all(word in EMPTY_WORDS | {"监督"} for word in words)


def likeness(text: str, stem: str) -> float:
    """How alike two stems are, 0 to 1: the share of characters kept in order, of the shorter and of both.

    0 unless two characters agree and the text either begins like the stem or is kept in it: what only ends
    like the stem is another place's (金台区卫健局) or another office. An organ's own name must begin like
    it: 商务 stands in 招商服务 by chance.
    """
    kept = _common(text, stem)
    begins = text[:1] == stem[:1]
    if text != stem and (kept < 2 or not (begins or _is_part(text, stem))):
        return 0.0
    share = (kept / min(len(text), len(stem)) + 2 * kept / (len(text) + len(stem))) / 2
    return share if begins else 0.85 * share


def _is_part(text: str, stem: str) -> bool:
    return text not in organs().known and is_subsequence(text, stem)


def _common(one: str, other: str) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for character in one:
        before = row
        row = [0]
        for place, each in enumerate(other):
            row.append(before[place] + 1 if character == each else max(row[-1], before[place + 1]))
    return row[-1]
