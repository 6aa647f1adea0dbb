"""Whether what looks wrong is only where two right words meet: 发布署名文章 has no 布署 in it."""

from collections.abc import Collection

LONGEST = 4
"""Characters of the longest word that is looked up."""

SINGLES = frozenset(
    "的地得了着过和与及或在于是为以对从由向往自到至按把被将就才也都又再还更最很不未没无有可能会要应须需请"
    "其该此各每某本这那等所则即既但而且并若如因之者中上下内外前后里间时年月日个名人家户件次项条位元市县区省镇乡村局"
    "大小多少新老好高低一二三四五六七八九十两几第共同使让给用做作像却只并还仅经较些已性"
)
"""Characters that stand as words of their own between others."""


def accidental(text: str, start: int, end: int, words: Collection[str]) -> bool:
    """True if text[start:end] can be cut into right words of which at least one reaches over its edge.

    Cuts run from a word that begins at most LONGEST - 1 characters before `start`.
    """
    first = max(0, start - LONGEST + 1)
    starts = [(start, False)]
    for before in range(first, start):
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
