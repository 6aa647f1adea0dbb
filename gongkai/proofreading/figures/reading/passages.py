"""The narrative as passages: wrapped lines joined, width made alike, spaces gone, every place kept."""

import re
from collections.abc import Collection, Iterator

from gongkai.proofreading.document import Document, Part
from gongkai.proofreading.figures.reading.passage import Passage, Run

READ = frozenset({Part.BODY, Part.TEXT_BOX, Part.NOTE, Part.INSERTED})
"""Parts that are read as narrative; what was deleted or hidden says nothing any more."""
WRAPPED = 20
"""Characters from which a line that breaks off without a mark goes on in the next."""
LONGEST = 20_000
"""Characters of a passage; a longer paragraph is read in portions, so that memory stays bounded."""
_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    ord(given): kept for given, kept in zip("﹪−()（），；;：:！？", "%-（）（），；；：：！？", strict=True)
}
_COMMA = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")
_WIDE = r"\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e﹪−();:,"
_OF_FORM = r"\s*_`\u200b-\u200f\u202a-\u202e\u2060\ufeff"
_CHANGED, _MARKED, _UNLIKE = map(re.compile, (f"[{_WIDE}]", f"[{_OF_FORM}]+", f"[{_WIDE}{_OF_FORM}]"))
_LEADING = re.compile(r"\s*(?:#{1,6}|>|[-*+•●])\s+|\s+")
_EMPTY = re.compile(
    r"\*\*|__|`|[\u200b-\u200f\u202a-\u202e\u2060\ufeff]+"
    r"|(?<![0-9A-Za-z])\s+|\s+(?![0-9A-Za-z])|(?<=[A-Za-z])\s+(?=\d)|(?<=\d)\s+(?=[A-Za-z])"
    r"|(?<=[1-9]) (?=\d{3}(?!\d))|(?<=[1-9]\d) (?=\d{3}(?!\d))|(?<=[1-9]\d\d) (?=\d{3}(?!\d))"
)
_ENDED = re.compile(r"(?:[。！？；：…”）》】—\-|.]|表|名单|结果|通报|通知|公告|公示|报告)$")
_OPENING = re.compile(
    r"(?:第[一二三四五六七八九十]+[章节条]|[一二三四五六七八九十]+[、.]|（[一二三四五六七八九十\d]+）|\d{1,2}[.、．]|附件|附表|附：|备注|注：|抄送|\d{4}年\d{1,2}月\d{1,2}日$|[一二三四五六七八九]是|[一-龥]{2,6}：)"
)
SHORT = 80
"""Characters with spaces below which a line is short."""
_SEEN = 12
"""Characters of the next paragraph that a passage knows."""


def plain_width(text: str) -> str:
    """The same text, character for character, with figures, letters and marks in the width they are read in."""
    return _COMMA.sub("，", text.translate(_WIDTH)) if _CHANGED.search(text) else text


def compact(text: str) -> str:
    """The text in one width and without spaces: 单 位 → 单位."""
    if (text.isalnum() and text.isascii()) or not _UNLIKE.search(text):
        return text
    plain = plain_width(text)
    return "".join(plain[start:end] for start, end in _kept(plain))


def lines(document: Document, apart: Collection[int] = ()) -> Iterator[str]:
    """The short lines of the narrative, compact: where a date or the word 附件 stands alone."""
    for place, piece in enumerate(document.pieces):
        if len(piece.text) < SHORT and piece.part in READ and place not in apart:
            yield compact(piece.text)


def passages(document: Document, apart: Collection[int] = ()) -> Iterator[Passage]:
    """The narrative of a document; pieces named in `apart` (tables) are left out."""
    waiting: list[Passage] = []
    for passage in _joined(document, apart):
        if waiting:
            yield Passage(waiting[0].text, waiting[0].runs, passage.text[:_SEEN])
        waiting = [passage]
    yield from waiting


def _joined(document: Document, apart: Collection[int]) -> Iterator[Passage]:
    """Pieces, those put together that are lines of one paragraph."""
    whole: list[Passage] = []
    open_ended = False
    for place, piece in enumerate(document.pieces):
        if place in apart or piece.part not in READ:
            open_ended = False
            continue
        for portion in _portions(place, piece.text):
            if whole and not (open_ended and portion.text and not _OPENING.match(portion.text)):
                yield _together(whole)
                whole = []
            whole.append(portion)
            open_ended = _is_open(portion.text, piece.style) and sum(len(one.text) for one in whole) < LONGEST
    if whole:
        yield _together(whole)


def _is_open(text: str, style: str) -> bool:
    """Whether the next line goes on with this one."""
    breaks_off = text.endswith(("，", "、")) or (len(text) >= WRAPPED and not _ENDED.search(text[-8:]))
    return breaks_off and not style.lower().startswith(("heading", "title"))


def _portions(place: int, written: str) -> Iterator[Passage]:
    """A piece, cut behind a full stop where it is too long for one passage."""
    begin = 0
    while begin == 0 or begin < len(written):
        end = begin + LONGEST
        if end < len(written):
            end = written.rfind("。", begin, end) + 1 or end
        text = plain_width(written[begin:end])
        kept = list(_kept(text))
        runs: list[Run] = []
        length = 0
        for start, stop in kept:
            runs.append(Run(length, place, begin + start))
            length += stop - start
        yield Passage(
            "".join(text[start:stop] for start, stop in kept), tuple(runs or [Run(0, place, begin)])
        )
        begin = end


def _together(whole: list[Passage]) -> Passage:
    if len(whole) == 1:
        return whole[0]
    runs: list[Run] = []
    length = 0
    for one in whole:
        runs.extend(Run(run.start + length, run.piece, run.offset) for run in one.runs)
        length += len(one.text)
    return Passage("".join(one.text for one in whole), tuple(runs))


def _kept(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of the text between marks of form and spaces that say nothing."""
    leading = _LEADING.match(text)
    at = leading.end() if leading else 0
    for marked in _MARKED.finditer(text, at):
        place = marked.start()
        while place < marked.end():
            gap = _EMPTY.match(text, place)
            if gap is None:
                place += 1
                continue
            if place > at:
                yield at, place
            at = place = gap.end()
    if at < len(text):
        yield at, len(text)
