"""Identity numbers that a tab or a line break in the middle of a paragraph or cell divides."""

import re

from gongkai.proofreading.document import Piece
from gongkai.proofreading.personal.find import find
from gongkai.proofreading.personal.kinds import Kind

_BREAK = r"[\t\n\v\r]"
_BREAKS = re.compile(_BREAK)
_EIGHTEEN = re.compile(rf"(?<![0-9A-Za-z])\d(?:{_BREAK}?\d){{16}}{_BREAK}?[\dXx](?![0-9A-Za-z])")


def joined(piece: Piece) -> Piece:
    """The piece with a space for each break inside an identity number, which a search reads over. Its length stays,
    so that letters are replaced where they stand. Other numbers are left apart: only this one proves, by its check
    digit and birth date, that it was one."""
    if not _BREAKS.search(piece.text):
        return piece
    return piece._replace(text=_EIGHTEEN.sub(_spaced, piece.text))


def _spaced(match: re.Match[str]) -> str:
    whole = _BREAKS.sub("", match[0])
    is_identity = len(whole) < len(match[0]) and any(hit.kind == Kind.IDENTITY for hit in find(whole))
    return _BREAKS.sub(" ", match[0]) if is_identity else match[0]
