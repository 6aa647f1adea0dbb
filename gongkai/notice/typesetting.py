"""Where a line breaks and where it stands: titles, signature, list of annexes, as plain arithmetic."""

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.notice import layout
from gongkai.notice.plan import AnnexPage, Imprint

_WIDE = frozenset("WFA")
# A title breaks best before or after these; 7.3.1: the sense stays whole, the lines balanced.
_BREAK_AFTER = ("办公室", "人民政府", "、", "，", "及", "和", "的", "季度", "年度", "情况")
_BREAK_BEFORE = ("情况", "工作", "通报", "统计表", "结果")
_NEVER_FIRST, _NEVER_LAST = "、，。；：）》”的", "（《“"
_AFTER_DIGIT = "0123456789年月日季个家件条%"
_SIGNATURE_GAP = 2
_GAP = 0.25
_LABEL = "附件："


def printable(text: str) -> str:
    """`text` without the characters no document format can hold (control characters, lone surrogates)."""
    if text.isprintable():
        return text
    return "".join(character for character in text if character in "\n\t" or not _unprintable(character))


def _unprintable(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs"} or ord(character) & 0xFFFE == 0xFFFE


def width(text: str) -> float:
    """Width of `text` in characters of its own size: 1 for a Chinese character, ½ for a Latin one, and
    ¼ for the gap that word processors leave between the two."""
    wide = [unicodedata.east_asian_width(character) in _WIDE for character in text]
    gaps = sum(_gap(text[place], text[place + 1]) for place in range(len(text) - 1))
    return sum(1.0 if one else 0.5 for one in wide) + _GAP * gaps


def _gap(left: str, right: str) -> bool:
    """Whether one is a Latin letter or digit and the other a Chinese character (not punctuation)."""
    return left.isalnum() and right.isalnum() and left.isascii() != right.isascii()


def chinese_date(day: date) -> str:
    """2022年8月9日: Arabic numerals, the year in full, month and day without a zero (7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def title_lines(title: str, most: float) -> tuple[str, ...]:
    """The lines of a centred title, none wider than `most` characters.

    A "\\n" is the office's own break; a line still too long is parted into lines of nearly equal width,
    where the sense allows.
    """
    given = [line.strip() for line in printable(title).split("\n")]
    return tuple(part for line in given if line for part in _balanced(line, most))


def _balanced(line: str, most: float) -> Iterator[str]:
    while width(line) > most:
        count = -(-width(line) // most)
        cut = min(_cuts(line, most), key=lambda place: _cost(line, place, width(line) / count))
        yield line[:cut].rstrip()
        line = line[cut:].lstrip()
    yield line


def _cuts(line: str, most: float) -> range:
    """Places where the first part is not empty and not too wide."""
    last = 1
    while last < len(line) - 1 and width(line[: last + 1]) <= most:
        last += 1
    return range(1, last + 1)


def _cost(line: str, cut: int, ideal: float) -> float:
    """How bad a break is, in characters of unevenness: best before 关于, worst inside a number or date."""
    head, tail = line[:cut], line[cut:]
    if (
        tail[0] in _NEVER_FIRST
        or head[-1] in _NEVER_LAST
        or (_is_digit(head[-1]) and tail[0] in _AFTER_DIGIT)
    ):
        return abs(width(head) - ideal) + 50
    if tail.startswith("关于"):
        return abs(width(head) - ideal) - 4
    sense = head.endswith(_BREAK_AFTER) or tail.startswith(_BREAK_BEFORE)
    return abs(width(head) - ideal) + (0 if sense else 4)


def _is_digit(character: str) -> bool:
    return character.isascii() and character.isdigit()


@dataclass(frozen=True)
class SignaturePlace:
    """Indents of the unsealed signature in characters: of the unit from the right, of the date from the left."""

    unit_right: float
    date_left: float


def signature_place(issuer: str, issued_on: date) -> SignaturePlace:
    """7.3.5.2, no seal: the unit ends 2 characters from the right, the date begins 2 after the unit's
    first; a date wider than the unit itself ends 2 from the right and the unit moves left with it."""
    unit, day = width(issuer), width(chinese_date(issued_on))
    right = float(layout.SIGNATURE_RIGHT)
    if day > unit:
        right += _SIGNATURE_GAP + day - unit
    line = layout.points(layout.PORTRAIT.text_width) / layout.ADVANCE
    return SignaturePlace(right, line - right - unit + _SIGNATURE_GAP)


@dataclass(frozen=True)
class AnnexLine:
    """A line of the list of annexes: what stands before the name, the name, their indents in characters."""

    label: str
    name: str
    label_left: float
    name_left: float


def annex_lines(annexes: tuple[AnnexPage, ...]) -> tuple[AnnexLine, ...]:
    """7.3.4: `附件：1. …`, two characters in, no end punctuation; a turned line begins under the name."""
    left = float(layout.PARAGRAPH_INDENT)
    names = [_name(annex) for annex in annexes]
    if len(names) == 1:
        return (AnnexLine(_LABEL, names[0], left, left + width(_LABEL)),)
    number_left = left + width(_LABEL)
    name_left = number_left + (1.5 if len(names) < 10 else 2)
    lines = []
    for place, (annex, name) in enumerate(zip(annexes, names, strict=True)):
        label = f"{annex.number}."
        lines.append(
            AnnexLine(_LABEL + label, name, left, name_left)
            if place == 0
            else AnnexLine(label, name, number_left, name_left)
        )
    return tuple(lines)


def _name(annex: AnnexPage) -> str:
    return printable(annex.title).replace("\n", "").rstrip("。.；;，,")


def annex_label(annex: AnnexPage, count: int) -> str:
    """`附件1`, or `附件` where there is only one (7.3.7)."""
    return f"附件{annex.number}" if count > 1 else "附件"


def contact_line(contact: str) -> str:
    """The note under the date (附注, 7.3.6), in brackets."""
    text = printable(contact).strip()
    return text if not text or text[0] in "（(" else f"（{text}）"


def addressee_line(addressee: str) -> str:
    """7.3.2: flush left, a full-width colon after the last name."""
    return printable(addressee).strip().rstrip(":：") + "："


def annex_title(title: str) -> tuple[float, tuple[str, ...]]:
    """Type size and lines of an annex title: 22 pt, down to 18 pt where that keeps it on one line."""
    room = layout.points(layout.PORTRAIT.text_width)
    if "\n" not in title:
        for size in (layout.TITLE_SIZE, 20.0, 18.0):
            if width(title) * size <= room:
                return size, (printable(title),)
    return layout.TITLE_SIZE, title_lines(title, room / layout.TITLE_SIZE)


def red_head_size(text: str) -> float:
    """Type size of the red head: as large as one line allows, within the bounds of 7.2.4."""
    room = layout.points(layout.PORTRAIT.text_width)
    fits = room * 0.96 / max(width(text), 1.0)
    return max(layout.RED_HEAD_SMALLEST, min(layout.RED_HEAD_LARGEST, fits))


def copies_line(found: Imprint) -> str:
    """7.4.3: `抄送：` and the copied organs, a full stop after the last."""
    return "抄送：" + printable(found.copy_to).strip().removeprefix("抄送：").rstrip("。") + "。"


def imprint_lines(found: Imprint) -> int:
    """Lines the imprint takes: the copies turn under their first name, one character in on both sides."""
    if not found.copy_to:
        return 1
    room = int(layout.points(layout.PORTRAIT.text_width) / layout.SMALL_SIZE) - 5
    return 1 + math.ceil((width(copies_line(found)) - 3) / room)
