"""A text or a file proofread, or made into a copy that may be published. Nothing of it is kept or written down."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from pathlib import PurePath

from django.conf import settings

from gongkai.proofreading.document import Document, plain
from gongkai.proofreading.hits import Hit
from gongkai.proofreading.masking import DEFAULT, PROFILES, Profile, mask_all
from gongkai.proofreading.proofread import Rules, masked_pieces, proofread
from gongkai.proofreading.wording import Wording
from gongkai.sources.documents.checked import checked
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.kinds import Kind, kind
from gongkai.sources.documents.masked import masked

ENDINGS = {
    ".docx": Kind.DOCX,
    ".xlsx": Kind.XLSX,
    ".pdf": Kind.PDF,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".md": Kind.TEXT,
    ".txt": Kind.TEXT,
}
"""What may be handed in; the content must be what the ending says."""


class TextRefused(ValueError):
    """There is nothing to proofread, or it is no document; says what to hand in."""


def proofread_text(
    text: str, today: date, dismissed: Collection[str] = ()
) -> tuple[Document, tuple[Hit, ...]]:
    """A text that was typed or pasted, a piece a line, with its findings but those whose
    keys were `dismissed`. Raises TextRefused for an empty one."""
    if not text.strip():
        raise TextRefused("还没有要校对的内容，请粘贴文字，或选择一个文件")
    document = plain("", text)
    return document, proofread(document, rules(today, dismissed))


def proofread_file(
    name: str, content: bytes, today: date, dismissed: Collection[str] = ()
) -> tuple[Document, tuple[Hit, ...]]:
    """A file that was handed in, with its findings. Raises TextRefused, DocumentError."""
    _check(name, content)
    return checked(name, content, rules(today, dismissed))


def mask_text(text: str, profile: str, today: date) -> str:
    """The text as it may be published. Raises TextRefused for an empty one."""
    if not text.strip():
        raise TextRefused("还没有要脱敏的内容，请粘贴文字，或选择一个文件")
    return mask_all(text, _profile(profile), today=today)


def mask_file(name: str, content: bytes, profile: str, today: date) -> tuple[str, bytes]:
    """Name and content of the copy that may be published. Raises TextRefused, DocumentError."""
    _check(name, content)
    copy, changed = masked(
        name, content, lambda document: masked_pieces(document, _profile(profile), today=today)
    )
    path = PurePath(copy)
    return f"{path.stem}（已脱敏）{path.suffix}", changed


def _check(name: str, content: bytes) -> None:
    wanted = ENDINGS.get(PurePath(name).suffix.lower())
    if wanted is None:
        raise TextRefused(f"“{name}”不是能校对的文件，请选择 {'、'.join(ENDINGS)} 文件")
    if len(content) > settings.UPLOAD_BYTES:
        raise TextRefused(f"“{name}”过大，请拆分成几个文件后分别校对")
    try:
        found = kind(content)
    except DocumentError as error:
        raise error.of(name) from error
    if found is not wanted and not (wanted is Kind.HTML and found is Kind.TEXT):
        raise TextRefused(f"“{name}”的内容与扩展名不符，请核对文件后重新选择")


def _profile(name: str) -> Profile:
    return PROFILES.get(name, DEFAULT)


def rules(today: date, dismissed: Collection[str] = ()) -> Rules:
    """What is looked for in a text of a day: also by the cross-check of a notice."""
    return Rules(wording=(_wording(),), dismissed=dismissed, today=today)


@lru_cache(maxsize=1)
def _wording() -> Wording:
    """Compiled once in a process: it takes a third of a second."""
    return Wording()
