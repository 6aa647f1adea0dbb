"""A line of a lexicon: what must not stand there, and what should."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from gongkai.proofreading.hits import Level


class Genre(StrEnum):
    """What a text is for; some words are out of place only there."""

    GENERAL = "一般公文"
    GUIDE = "办事指南"
    PUBLICITY = "宣传推介"


class Entry(NamedTuple):
    """`wrong` is looked for, `right` is suggested ("" where only a person can say what).

    `exceptions` are words that contain `wrong` and are right; `genre` narrows the entry to texts of one genre;
    `since` is the day from which `right` is the right word: a text of an earlier day is left alone.
    """

    wrong: str
    right: str
    level: Level
    category: str
    source: str = ""
    exceptions: tuple[str, ...] = ()
    genre: Genre | None = None
    since: date | None = None
