"""What an office asks of the proofreader beside what is shipped: words of its own, contacts that are public."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import Field

from gongkai.office.faults import Location, Table
from gongkai.office.frozen import Frozen
from gongkai.office.paths import tables, texts

Millimetres = Decimal | None
LONGEST_WORD, LONGEST_CONTACT, LONGEST_NOTE = 40, 100, 500
"""Characters."""
MOST_WORDS = 5000


class WordLevel(StrEnum):
    """How a word is told; an error keeps a notice back."""

    ERROR = "错误"
    DOUBT = "存疑"
    HINT = "提示"


class OwnWord(Frozen):
    """`wrong` is told wherever it stands, but inside the longer words of `exceptions`; `right` is suggested, ""
    where only a person can say. The same word in the shipped lexicon gives way to it."""

    wrong: str
    right: str = ""
    level: WordLevel = WordLevel.DOUBT
    exceptions: tuple[str, ...] = ()
    note: str = ""


class LeftWord(Frozen):
    """A wrong form of the shipped lexicon that is not told here, and why."""

    wrong: str
    note: str = ""


class PublicContact(Frozen):
    """A phone, mailbox, address or account that anybody may read, and whose it is."""

    value: str
    note: str


class ProofreadingSettings(Frozen):
    """`mask` names the way in which personal data is cut, "" for the usual one. Of the layout, what differs from
    GB/T 9704—2012: fonts accepted too, margins in millimetres, line pitch in points, rules left alone by key."""

    mask: str = ""
    title_fonts: tuple[str, ...] = ()
    body_fonts: tuple[str, ...] = ()
    top_margin: Millimetres = Field(default=None, ge=5, le=100)
    left_margin: Millimetres = Field(default=None, ge=5, le=100)
    bottom_margin: Millimetres = Field(default=None, ge=5, le=100)
    right_margin: Millimetres = Field(default=None, ge=5, le=100)
    pitch: Decimal | None = Field(default=None, ge=12, le=60)
    unchecked: tuple[str, ...] = ()


class Proofreading(Frozen):
    words: tuple[OwnWord, ...] = ()
    left_words: tuple[LeftWord, ...] = ()
    public_contacts: tuple[PublicContact, ...] = ()
    settings: ProofreadingSettings = ProofreadingSettings()


def faults(raw: Table) -> Iterator[tuple[Location, str, str]]:
    """Of a raw office.toml: where, what is wrong with an entry, and what to do."""
    lists = raw.get("proofreading")
    found = [*_words(lists), *_contacts(lists)]
    for path in ("words[].note", "left_words[].note", "public_contacts[].note"):
        found += [
            (place, f"备注有{len(note)}字", f"不超过{LONGEST_NOTE}字")
            for place, note in texts(lists, path)
            if len(note) > LONGEST_NOTE
        ]
    for place, found_there, expected in found:
        yield ("proofreading", *place), found_there, expected


def _words(lists: Any) -> Iterator[tuple[Location, str, str]]:
    entries = [*tables(lists, "words")]
    if len(entries) > MOST_WORDS:
        yield ("words",), f"词条有{len(entries)}条", f"不超过{MOST_WORDS}条"
    for place, word in entries:
        wrong = str(word.get("wrong", ""))
        if fault := _not_a_word(wrong):
            yield (*place, "wrong"), *fault
        elif wrong == word.get("right"):
            yield (*place, "right"), "建议写法与错误写法相同", "请改正，或留空由校对人员判断"
        if len(str(word.get("right", ""))) > LONGEST_WORD:
            yield (*place, "right"), "建议写法过长", f"不超过{LONGEST_WORD}字"
        for inner, longer in texts(word, "exceptions[]"):
            if wrong not in longer or wrong == longer or len(longer) > LONGEST_WORD:
                rule = f"应当是包含“{wrong}”的更长的词，不超过{LONGEST_WORD}字"
                yield (*place, *inner), f"例外“{longer[:LONGEST_WORD]}”不合要求", rule


def _not_a_word(wrong: str) -> tuple[str, str] | None:
    """One character would be told everywhere, and so would a lone mark or number."""
    if len(wrong) < 2:
        return "错误写法至少两个字", "一个字会处处提示，请把前后的字一并写上"
    if len(wrong) > LONGEST_WORD:
        return f"错误写法有{len(wrong)}字", f"不超过{LONGEST_WORD}字，请只写有错的词"
    if wrong != wrong.strip() or not wrong.isprintable():
        return "错误写法前后或中间有空白、换行", "请删去"
    if not any(character.isalpha() for character in wrong):
        return "错误写法中没有文字", "至少要有一个汉字或字母"
    return None


def _contacts(lists: Any) -> Iterator[tuple[Location, str, str]]:
    for place, value in texts(lists, "public_contacts[].value"):
        if not 5 <= len(value.strip()) <= LONGEST_CONTACT:
            yield (
                place,
                f"“{value[:LONGEST_CONTACT]}”不像联系方式",
                f"应为5至{LONGEST_CONTACT}个字符，一条只写一个",
            )
    for place, note in texts(lists, "public_contacts[].note"):
        if not note.strip():
            yield place, "没有写明是谁的联系方式", "例如“县政务服务中心咨询电话”"
