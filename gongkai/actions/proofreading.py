"""A text or a file proofread, or made into a copy that may be published. Nothing of it is kept or written down."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import PurePath

from django.conf import settings

from gongkai.office.proofreading import LeftWord, OwnWord, ProofreadingSettings
from gongkai.proofreading.document import Document, Part, plain
from gongkai.proofreading.hits import Hit, Level
from gongkai.proofreading.layout.profile import LayoutProfile
from gongkai.proofreading.lexicon.entry import Entry
from gongkai.proofreading.lexicon.reading import OWN
from gongkai.proofreading.masking import DEFAULT, PROFILES, Profile, mask_all
from gongkai.proofreading.personal.find import find
from gongkai.proofreading.proofread import Rules, masked_pieces, proofread
from gongkai.proofreading.wording import Wording
from gongkai.records import proofreading as records
from gongkai.records.models import Office
from gongkai.sources.documents.checked import check_length, checked
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.kinds import Kind, kind
from gongkai.sources.documents.masked import masked, pictures

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
OFFICES_KEPT = 8
LONGEST = 300_000
LONGEST_MASKED = 1_000_000
"""Characters of a text or file that somebody waits for before a page: some ten seconds. A command takes more."""

_OF_THE_FILE = {Part.FILE_NAME, Part.PROPERTY}
"""Every file has a name: a scan with nothing else in it was not proofread."""


class TextRefused(ValueError):
    """There is nothing to proofread, or it is no document; says what to hand in."""


def proofread_text(text: str, rules: Rules) -> tuple[Document, tuple[Hit, ...]]:
    """A text that was typed or pasted, a piece a line, with its findings. Raises TextRefused for an empty one,
    DocumentError for one that is too long."""
    if not text.strip():
        raise TextRefused("还没有要校对的内容，请粘贴文字，或选择一个文件")
    document = plain("", text)
    check_length(document, LONGEST)
    return document, proofread(document, rules)


def proofread_file(name: str, content: bytes, rules: Rules) -> tuple[Document, tuple[Hit, ...]]:
    """A file that was handed in, with its findings. Raises TextRefused, DocumentError."""
    _check(name, content)
    document, hits = checked(name, content, rules, LONGEST)
    if not any(piece.text.strip() for piece in document.pieces if piece.part not in _OF_THE_FILE):
        raise TextRefused(f"“{name}”中没有可以校对的文字；图片里的文字不能识别，请人工核对")
    return document, hits


def mask_text(text: str, profile: str, rules: Rules) -> str:
    """The text as it may be published: searched again, nothing is found. Raises TextRefused for an empty one,
    DocumentError for one that is too long."""
    if not text.strip():
        raise TextRefused("还没有要脱敏的内容，请粘贴文字，或选择一个文件")
    check_length(plain("", text), LONGEST_MASKED)
    masked_text = mask_all(text, _profile(profile), rules.allowed, rules.today)
    if find(masked_text, rules.allowed, today=rules.today):
        raise TextRefused("脱敏后仍有没有隐去的内容，请在原文中手工修改后重试")
    return masked_text


def mask_file(name: str, content: bytes, profile: str, rules: Rules) -> tuple[str, bytes]:
    """Name and content of the copy that may be published once somebody has looked at its pictures: the name says how
    many there are, because it is all that is read of a download. Raises TextRefused, DocumentError."""
    _check(name, content)
    how = _profile(profile)

    def texts(document: Document) -> dict[int, str]:
        check_length(document, LONGEST_MASKED)
        return masked_pieces(document, how, rules.allowed, today=rules.today)

    copy, changed = masked(name, content, texts)
    path = PurePath(copy)
    images = pictures(changed)
    left = f"，{images}张图片未处理" if images else ""
    return f"{path.stem}（已脱敏{left}）{path.suffix}", changed


def rules(office: Office | None, today: date) -> Rules:
    """What is looked for in a text of a day: by the desk, the commands and the cross-check of a notice alike.
    Without an office what is shipped."""
    if office is None:
        return Rules(wording=(_wording((), ()),), today=today)
    own, public = records.asked(office)
    return Rules(
        wording=(_wording(own.words, own.left_words),),
        allowed=public,
        dismissed=records.dismissed(office),
        today=today,
        layout=_layout(own.settings),
        unchecked=own.settings.unchecked,
    )


def usual_mask(office: Office | None) -> str:
    """The way in which an office cuts personal data, by its name."""
    return _profile(records.asked(office).own.settings.mask if office else "").name


def _check(name: str, content: bytes) -> None:
    if len(content) > settings.UPLOAD_BYTES:
        raise TextRefused(f"“{name}”过大，请拆分成几个文件后分别校对")
    try:
        found = kind(content)
    except DocumentError as error:
        raise error.of(name) from error
    wanted = ENDINGS.get(PurePath(name).suffix.lower())
    if wanted is None:
        raise TextRefused(f"“{name}”不是能校对的文件，请选择 {'、'.join(ENDINGS)} 文件")
    if found is not wanted and not (wanted is Kind.HTML and found is Kind.TEXT):
        raise TextRefused(f"“{name}”的内容与扩展名不符，请核对文件后重新选择")


def _profile(name: str) -> Profile:
    return PROFILES.get(name, DEFAULT)


def _layout(wanted: ProofreadingSettings) -> LayoutProfile:
    """The standard with what the office has otherwise."""
    usual = LayoutProfile()
    return replace(
        usual,
        title_fonts=(*usual.title_fonts, *wanted.title_fonts),
        body_fonts=(*usual.body_fonts, *wanted.body_fonts),
        top=float(wanted.top_margin or usual.top),
        left=float(wanted.left_margin or usual.left),
        bottom=float(wanted.bottom_margin or usual.bottom),
        right=float(wanted.right_margin or usual.right),
        pitch=float(wanted.pitch or usual.pitch),
    )


@lru_cache(maxsize=OFFICES_KEPT)
def _wording(words: tuple[OwnWord, ...], left: tuple[LeftWord, ...]) -> Wording:
    """Compiled once in a process for all who ask for the same words: it takes a third of a second."""
    own = (
        Entry(word.wrong, word.right, Level(word.level.value), OWN, word.note, word.exceptions)
        for word in words
    )
    return Wording(additions=own, dismissed=frozenset(word.wrong for word in left))
