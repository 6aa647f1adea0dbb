"""A copy of a document in which texts are replaced while its layout stays."""

import re
from collections.abc import Callable, Mapping

from gongkai.proofreading.document import Document
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.kinds import Kind, kind
from gongkai.sources.documents.opened import Opened
from gongkai.sources.documents.package import Package
from gongkai.sources.documents.pdf import images
from gongkai.sources.documents.read import document, embedded, open_document

_TAKE_OUT = "请删除内嵌的文件，或先对内嵌的文件单独脱敏后重试"

Mask = Callable[[Document], Mapping[int, str]]
"""Gives, for each piece that is to read otherwise, its place in `Document.pieces` and its new text."""

_ROUNDS = 8
"""Where pieces share letters (a paragraph before and after a tracked change), one round may leave a rest."""
_IMAGE = re.compile(rb"<img\b", re.IGNORECASE)
_NOT_IN_FILE_NAMES = str.maketrans(
    {"*": "＊", "?": "？", "/": "／", "\\": "＼", ":": "：", '"': "＂", "<": "＜", ">": "＞", "|": "｜"}
)


def masked(name: str, content: bytes, mask: Mask) -> tuple[str, bytes]:
    """The name and the bytes of the masked copy of a .docx, .xlsx, .txt, .md or .html. Letters change where they
    stand: runs, cells, notes, comments, tracked changes, properties keep their look; parts that are not touched stay
    byte for byte, only the picture of the first page is left out. `mask` is asked again of the copy until it finds
    nothing more to change.

    Raises DocumentError for what cannot be read or rewritten (a PDF, a document inside a document that holds what
    must go or cannot be read), and where `mask` finds something new in every copy. Pictures stay as they are:
    `pictures` counts them, so that somebody is told to look.
    """
    try:
        for _ in range(_ROUNDS):
            opened = open_document(content, name)
            inside = embedded(opened)
            if inside.unreadable:
                raise DocumentError(f"内嵌的文件（{'、'.join(inside.unreadable)}）无法检查", _TAKE_OUT)
            read = document(name, opened, inside)
            wanted = {place: text for place, text in mask(read).items() if text != read.pieces[place].text}
            if not wanted:
                return name, content
            name, content = _written(name, opened, wanted, len(read.pieces) - 1)
    except DocumentError as error:
        raise error.of(name) from error
    raise DocumentError("脱敏后仍有未脱敏的内容，未生成副本", "请在原文件中手工修改后重试", name)


def pictures(content: bytes) -> int:
    """How many pictures a document holds; what is written in them nobody here reads."""
    if content.startswith(b"PK"):
        return sum("/media/" in name for name in Package(content).names)
    found = kind(content)
    if found is Kind.PDF:
        return images(content)
    return len(_IMAGE.findall(content)) if found is Kind.HTML else 0


def _written(name: str, opened: Opened, wanted: dict[int, str], file_name: int) -> tuple[str, bytes]:
    if file_name in wanted:
        name = wanted.pop(file_name).translate(_NOT_IN_FILE_NAMES)
    if max(wanted, default=0) >= len(opened.pieces):
        raise DocumentError("内嵌的文件含有需要脱敏的内容", _TAKE_OUT)
    return name, opened.saved(wanted)
