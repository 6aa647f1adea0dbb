"""Cells told with what their column says: a row becomes a line `姓名：张三；身份证号：…`, searched like any other text."""

import re
from collections.abc import Sequence
from itertools import groupby

from gongkai.proofreading.hits import Found
from gongkai.proofreading.lexicon.shipped import ordinary_words
from gongkai.proofreading.personal.cues import WORDS, Cue
from gongkai.proofreading.personal.labels import (
    cue_for,
    is_label,
    is_money,
    is_official,
    is_person,
    is_rate,
    names_paper,
)
from gongkai.proofreading.personal.names import is_name
from gongkai.proofreading.personal.surnames import GIVEN

Cell = tuple[int, int]
"""Where a cell stands in the text."""

_AMOUNT = re.compile(r"\s*[0-9０-９][0-9０-９,，.．]*\s*")
_DIGIT = re.compile(r"\d")
_VALUES = frozenset("男女是否无有")
_PAPERS = frozenset(f"{WORDS[Cue.IDENTITY]} {WORDS[Cue.CARD]}".split())
"""Columns beside which a column of names is of private persons, whatever it is headed."""
_FIRST_ROWS, _LOOKED_AT = 5, 30


class Told:
    """A text made of cells, and the way back from its places to those of the text they were taken from."""

    def __init__(self, text: str) -> None:
        self._of = text
        self.covered: set[int] = set()
        """Where the cells begin of which it tells, those of the head among them."""
        self._parts: list[str] = []
        self._length = 0
        self._segments: list[tuple[int, int, int]] = []

    def say(self, words: str) -> None:
        """Words that stand in no cell."""
        self._parts.append(words)
        self._length += len(words)

    def cell(self, cell: Cell) -> str:
        """The words of a cell, in one line."""
        written = self._of[cell[0] : cell[1]].replace("\n", " ")
        self.covered.add(cell[0])
        self._segments.append((self._length, self._length + len(written), cell[0]))
        self.say(written)
        return written

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def back(self, hits: Sequence[Found]) -> list[Found]:
        """Hits in a cell, without what was said around it, at their places there; `hits` are in order."""
        found, at = [], 0
        for hit in hits:
            while at < len(self._segments) and self._segments[at][1] <= hit.start:
                at += 1
            if at == len(self._segments):
                break
            start, end, original = self._segments[at]
            if start <= hit.start < end:
                shift = original - start
                found.append(hit._replace(start=hit.start + shift, end=min(hit.end, end) + shift))
        return found


def header(text: str, rows: Sequence[Sequence[Cell]]) -> int:
    """The row that heads the columns: among its cells labels, and none that is a value. -1 for none."""
    for number, row in enumerate(rows[:_FIRST_ROWS]):
        filled = [cell for start, end in dict.fromkeys(row) if (cell := text[start:end].strip())]
        if any(map(cue_for, filled)):
            labels = sum(map(is_label, filled))
            heads = len(filled) > 1 and 3 * labels >= len(filled) and not any(map(_is_value, filled))
            return number if heads else -1
    return -1


def _is_value(cell: str) -> bool:
    return not is_label(cell) and (
        bool(_DIGIT.search(cell)) or cell in _VALUES or (is_name(cell) and cell not in ordinary_words())
    )


def told(text: str, rows: Sequence[Sequence[Cell]], head: Sequence[Cell]) -> Told:
    """Rows under a head, a line each."""
    heads = [text[start:end] for start, end in head]
    paid = any(is_money(cue_for(each)) and "标准" not in each for each in heads)
    cues = ["" if is_rate(each, paid) else cue_for(each) for each in heads]
    if any(map(is_official, heads)):
        cues = ["" if is_person(cue) else cue for cue in cues]
    if _PAPERS.intersection(cues):
        cues = ["姓名" if not cue and _of_names(text, rows, place) else cue for place, cue in enumerate(cues)]
    people = any(is_person(cue) for cue in cues)
    result = Told(text)
    result.covered.update(start for start, _ in head)
    for row in rows:
        for place, (cell, before) in enumerate(zip(row, (None, *row), strict=False)):
            if cell == before:  # one cell over several columns
                continue
            cue = cues[place] if place < len(cues) else ""
            if cue and place and names_paper(heads[place - 1]):
                cue = cue_for(text[slice(*row[place - 1])]) or cue
            result.say(f"{cue}：" if cue else "")
            written = result.cell(cell)
            result.say("元；" if people and is_money(cue) and _AMOUNT.fullmatch(written) else "；")
        result.say("\n")
    return result


def _of_names(text: str, rows: Sequence[Sequence[Cell]], place: int) -> bool:
    """Whether what stands below a head that says nothing of it are names."""
    cells = [text[slice(*row[place])].strip() for row in rows[:_LOOKED_AT] if place < len(row)]
    filled = [cell for cell in cells if cell]
    return bool(filled) and 3 * sum(map(_is_likely_name, filled)) >= 2 * len(filled)


def _is_likely_name(cell: str) -> bool:
    return is_name(cell) and GIVEN.issuperset(cell[1:]) and cell not in ordinary_words()


def told_as_form(text: str, rows: Sequence[Sequence[Cell]]) -> Told:
    """A form: a label, and beside it what it names."""
    result = Told(text)
    for row in rows:
        for cell, _ in groupby(row):
            written = result.cell(cell)
            result.say("：" if cue_for(written) else "；")
        result.say("\n")
    return result
