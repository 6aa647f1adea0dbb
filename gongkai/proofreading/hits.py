"""What a proofreader finds: where, of which kind, how sure, why, and what to do."""

import hashlib
from enum import StrEnum
from typing import NamedTuple


class Group(StrEnum):
    PERSONAL = "个人信息"
    WORDING = "用语"
    FIGURES = "数据"
    LAYOUT = "格式"


class Level(StrEnum):
    """How sure: an error keeps a publication back until it is mended or dismissed with a reason."""

    ERROR = "错误"
    DOUBT = "存疑"
    HINT = "提示"


class Found(NamedTuple):
    """A place in one text: `kind` names what it is (身份证号, 错别字…), `suggestion` what should stand there, "" where
    only a person can say; `source` the rule or list it comes from."""

    start: int
    end: int
    group: Group
    kind: str
    level: Level
    reason: str
    suggestion: str = ""
    source: str = ""


class Span(NamedTuple):
    """Characters of a piece of a document."""

    piece: int
    start: int
    end: int


class Hit(NamedTuple):
    """A finding in a document. The first span is where it stands; others are the sides it is compared with."""

    group: Group
    kind: str
    level: Level
    spans: tuple[Span, ...]
    found: str
    reason: str
    suggestion: str = ""
    source: str = ""

    @property
    def key(self) -> str:
        """The same for the same finding in the same words: what was dismissed stays dismissed."""
        return key(self.group, self.kind, self.found, self.reason)


def key(group: Group, kind: str, found: str, reason: str) -> str:
    """Of what was found where. It can be guessed by whoever tries all numbers: never kept or shown as it is."""
    said = "\x1f".join((group, kind, found, reason))
    return hashlib.sha256(said.encode()).hexdigest()[:16]
