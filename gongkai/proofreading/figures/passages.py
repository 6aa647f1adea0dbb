"""The narrative as passages: wrapped lines joined, width made alike, spaces gone, every place kept."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gongkai.proofreading.document import Document, Part
from gongkai.proofreading.hits import Span

READ = frozenset({Part.BODY, Part.TEXT_BOX, Part.NOTE, Part.INSERTED})
"""Parts that are read as narrative; what was deleted or hidden says nothing any more."""
WRAPPED = 20
"""Characters from which a line that breaks off without a mark goes on in the next."""
LONGEST = 2000
"""Characters of a sentence that are read; a longer one is no sentence."""
_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    ord(given): kept for given, kept in zip("﹪−()（），；;：:！？", "%-（）（），；；：：！？", strict=True)
}
_COMMA = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")
_EMPTY = re.compile(
    r"\A\s*(?:#{1,6}|>|[-*+•●])\s+|\*\*|__|`|[\u200b-\u200f\u202a-\u202e\u2060\ufeff]+"
    r"|(?<![0-9A-Za-z])\s+|\s+(?![0-9A-Za-z])|(?<=[A-Za-z])\s+(?=\d)|(?<=\d)\s+(?=[A-Za-z])"
    r"|(?<=[1-9]) (?=\d{3}(?!\d))|(?<=[1-9]\d) (?=\d{3}(?!\d))|(?<=[1-9]\d\d) (?=\d{3}(?!\d))"
)
_ENDED = re.compile(r"(?:[。！？；：…”）》】—\-|.]|表|名单|结果|通报|通知|公告|公示|报告)$")
_OPENING = re.compile(
    r"(?:第[一二三四五六七八九十]+[章节条]|[一二三四五六七八九十]+[、.]|（[一二三四五六七八九十\d]+）|\d{1,2}[.、．]|附件|附表|附：|备注|注：|抄送|\d{4}年\d{1,2}月\d{1,2}日$|[一二三四五六七八九]是)"
)
_SENTENCE = re.compile(r"[^。！？\n]{1,2000}[。！？]?")


class Run(NamedTuple):
    """Characters that stand together in a passage and in a piece."""

    start: int
    piece: int
    offset: int


@dataclass(frozen=True)
class Passage:
    """A paragraph as one text without spaces, in half width; `runs` lead back to the document's pieces."""

    text: str
    runs: tuple[Run, ...]

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch of the text; it ends with the piece it begins in."""
        first, last = self._run(start), self._run(max(start, end - 1))
        while last.piece != first.piece:
            last = self.runs[self.runs.index(last) - 1]
            end = self.runs[self.runs.index(last) + 1].start
        return Span(
            first.piece,
            first.offset + start - first.start,
            last.offset + max(start, end - 1) - last.start + 1,
        )

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Start and end of each sentence."""
        return (match.span() for match in _SENTENCE.finditer(self.text))

    def _run(self, start: int) -> Run:
        return self.runs[bisect_right(self.runs, start, key=lambda run: run.start) - 1]


def plain_width(text: str) -> str:
    """The same text, character for character, with figures, letters and marks in the width they are read in."""
    return _COMMA.sub("，", text.translate(_WIDTH))


def compact(text: str) -> str:
    """The text in one width and without spaces: 单 位 → 单位."""
    return _EMPTY.sub("", plain_width(text))


def passages(document: Document, apart: Iterable[int] = ()) -> list[Passage]:
    """The narrative of a document; pieces named in `apart` (tables) are left out."""
    without, found, open_ended = frozenset(apart), list[list[int]](), False
    for place, piece in enumerate(document.pieces):
        if place in without or piece.part not in READ:
            open_ended = False
            continue
        text = compact(piece.text)
        if open_ended and text and not _OPENING.match(text):
            found[-1].append(place)
        else:
            found.append([place])
        open_ended = text.endswith(("，", "、")) or (len(text) >= WRAPPED and not _ENDED.search(text))
        open_ended = open_ended and not piece.style.lower().startswith(("heading", "title"))
    return [_passage(document, places) for places in found]


def _passage(document: Document, places: list[int]) -> Passage:
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for place in places:
        text = plain_width(document.pieces[place].text)
        for start, end in _kept(text):
            runs.append(Run(length, place, start))
            texts.append(text[start:end])
            length += end - start
    return Passage("".join(texts), tuple(runs or [Run(0, places[0], 0)]))


def _kept(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in _EMPTY.finditer(text):
        if gap.start() > at:
            yield at, gap.start()
        at = gap.end()
    if at < len(text):
        yield at, len(text)
