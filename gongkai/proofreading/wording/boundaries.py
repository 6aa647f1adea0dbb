"""Whether what looks wrong is only where two right words meet: 发布署名文章 has no 布署 in it, 务必竟其功 no 必竟."""

from collections.abc import Collection

from gongkai.proofreading.personal.surnames import GIVEN, SINGLE

LONGEST = 4
"""Characters of the longest word that is looked up."""

_LENGTHS = tuple(range(LONGEST, 1, -1))

BACK = 12
"""Characters before a hit that are cut into words, at most."""

SINGLES = frozenset(
    "的地得了着过和与及或在于是为以对从由向往自到至按把被将就才也都又再还更最很不未没无有可能会要应须需请"
    "其该此各每某本这那等所则即既但而且并若如因之者中上下内外前后里间时年月日个名人家户件次项条位元市县区省镇乡村局"
    "大小多少新老好高低一二三四五六七八九十两几第共同使让给用做作像却只并还仅经较些已性们"
)
"""Characters that stand as words of their own between others."""


def accidental(text: str, start: int, end: int, words: Collection[str]) -> bool:
    """True if a right word reaches over the edge of text[start:end] and the rest fits.

    Either the text before it, read from its left, ends in a word that reaches in; or text[start:end] can be cut into
    right words of which one reaches over an edge.
    """
    return _reached(text, start, words) or _fits(text, start, end, words)


def _reached(text: str, start: int, words: Collection[str]) -> bool:
    """Longest words first, from the nearest mark before: does one of them cover both sides of `start`?"""
    at = start
    while at > max(0, start - BACK) and text[at - 1].isalpha():
        at -= 1
    while at < start:
        for length in _LENGTHS:
            if text[at : at + length] in words:
                at += length
                break
        else:
            at += 1
    return at > start


def _fits(text: str, start: int, end: int, words: Collection[str]) -> bool:
    """Cuts run from a word that begins at most LONGEST - 1 characters before `start`."""
    starts = [(start, False)]
    for before in range(max(0, start - LONGEST + 1), start):
        for after in range(start + 1, min(before + LONGEST, len(text)) + 1):
            if text[before:after] in words:
                starts.append((after, True))
    return any(_cut(text, at, end, words, over) for at, over in starts)


def _cut(text: str, at: int, end: int, words: Collection[str], over: bool) -> bool:
    if at >= end:
        return over or at > end
    if text[at] in SINGLES and _cut(text, at + 1, end, words, over):
        return True
    return any(
        text[at:after] in words and _cut(text, after, end, words, over or after > end)
        for after in range(at + 2, min(at + LONGEST, len(text)) + 1)
    )


def straddled(text: str, start: int, end: int, words: Collection[str]) -> bool:
    """True if a right word covers an edge of text[start:end]: in 迁改滞后 the word 滞后 takes half of 改滞 away.

    Before the place that does not count where another right word ends at its edge: 人民|政俯, though 民政 is a word;
    unless the text read from its left says so: 人民|政府|兵役.
    """
    return (
        overhung(text, start, end, words)
        or _enclosed(text, start, end, words)
        or _entered(text, start, end, words)
    )


def read_otherwise(text: str, start: int, end: int, words: Collection[str]) -> bool:
    """True if right words cover all of text[start:end] and reach over an edge of it: what has three characters and
    more is seldom half of another word by chance, as 病患 in 漫性|病患者."""
    return _enclosed(text, start, end, words) or _fits(text, start, end, words)


def _enclosed(text: str, start: int, end: int, words: Collection[str]) -> bool:
    """True if a longer right word holds all of text[start:end]: 和和美美."""
    return any(
        after - before > end - start and text[before:after] in words
        for before in range(max(0, end - LONGEST), start + 1)
        for after in range(end, min(len(text), before + LONGEST) + 1)
    )


def _entered(text: str, start: int, end: int, words: Collection[str]) -> bool:
    """True if a right word before text[start:end] reaches into it."""
    return any(
        text[before:after] in words
        for before in range(max(0, start - LONGEST + 1), start)
        for after in range(start + 1, min(end, before + LONGEST + 1))
    ) and (
        not any(text[before:start] in words for before in range(max(0, start - LONGEST), start - 1))
        or _reached(text, start, words)
    )


def overhung(text: str, start: int, end: int, words: Collection[str]) -> bool:
    """True if a right word that begins inside text[start:end] ends behind it."""
    return any(
        text[before:after] in words
        for before in range(max(start + 1, end - LONGEST + 1), end)
        for after in range(end + 1, min(len(text), before + LONGEST) + 1)
    )


def met_itself(text: str, start: int, end: int, length: int, words: Collection[str]) -> bool:
    """True if of what stands twice in the last `length` characters of text[start:end] one half belongs to a longer
    right word, or both of them: 代表|代表团, 目的|的, 和和美美."""
    half = end - length // 2
    return (
        _enclosed(text, start, end, words)
        or any(text[half:after] in words for after in range(end + 1, min(len(text), half + LONGEST) + 1))
        or any(text[before:half] in words for before in range(max(0, half - LONGEST), end - length))
    )


def stranded(text: str, start: int, end: int, words: Collection[str]) -> bool:
    """True if a character beside text[start:end] belongs to nothing known, as 囤 in 户主魏满囤: then what stands there
    may itself be half of a name or of a word that no list has."""
    before = text[start - 1 : start]
    behind = text[end : end + 1]
    return not (
        (
            not _chinese(before)
            or before in SINGLES
            or any(text[at:start] in words for at in range(max(0, start - LONGEST), start - 1))
        )
        and (
            not _chinese(behind)
            or behind in SINGLES
            or any(text[end:at] in words for at in range(end + 2, end + LONGEST + 1))
        )
    )


def coupled(text: str, start: int) -> bool:
    """True if text[start:] is the latter half of 应关尽关, 能通尽通: the same verb of what should and of what is done."""
    return text[start : start + 1] in "尽即" and text[start - 1 : start] == text[start + 1 : start + 2]


def _chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def named(text: str, start: int, end: int) -> bool:
    """True if text[start:end] may be part of a person's name, or stands in the quotation marks of a coined one:
    聘任江雨晴, 手机应用“秦务员”."""
    if end - start > 2:
        return False
    coined = text[start - 1 : start] == "“" and "”" in text[end : end + 3]
    given = text[start] in GIVEN and text[end - 1] in GIVEN
    return (
        coined
        or (given and text[start - 1 : start] in SINGLE)
        or (text[start] in SINGLE and text[end - 1] in GIVEN and text[end : end + 1] in GIVEN)
    )
