"""What each paragraph is: title, addressee, heading, signature…, by its words and where it stands."""

import re
from collections.abc import Sequence
from enum import StrEnum

from gongkai.proofreading.layout.facts import Paragraph


class Role(StrEnum):
    BLANK = "空行"
    HEAD = "版头"
    TITLE = "标题"
    ADDRESSEE = "主送机关"
    BODY = "正文"
    FIRST = "一级标题"
    SECOND = "二级标题"
    THIRD = "三级标题"
    FOURTH = "四级标题"
    ANNEX_NOTE = "附件说明"
    SIGNATURE = "发文机关署名"
    DATE = "成文日期"
    CONTACT = "附注"
    IMPRINT = "版记"
    ANNEX_MARK = "附件序号"
    ANNEX_TITLE = "附件标题"
    ANNEX = "附件正文"


_COUNT = "[一二三四五六七八九十百]{1,4}"
_HEADINGS = (
    (re.compile(rf"{_COUNT}[、.．]"), Role.FIRST),
    (re.compile(rf"[（(]{_COUNT}[）)]"), Role.SECOND),
    (re.compile(r"\d{1,2}(?:[.．](?!\d)|、)"), Role.THIRD),
    (re.compile(r"[（(]\d{1,2}[）)]"), Role.FOURTH),
)
_LONGEST_HEADING, _LONGEST_SENTENCE = 45, 24
_LONGEST_TITLE = 80
_LONGEST_SIGNATURE = 40
_DAY = re.compile(r"(?:\d{4}|[二〇○零一二三四五六七八九]{4})年.{1,3}月.{1,4}日")
_ANNEX_MARK = re.compile(rf"附\s*件\s*(?:\d{{1,2}}|{_COUNT})?\s*[:：]?")
_ANNEX_NOTE = re.compile(r"附\s*件\s*[:：]\s*\S")
_ANNEX_NEXT = re.compile(r"\d{1,2}\s*[.．、]\s*\S")
_NUMBER = re.compile(r".{1,20}[〔\[（(【]\d{4}[〕\]）)】].{0,3}\d+号")
_ENDS_SENTENCE = ("。", "；", "！", "？", "，")
_RED = frozenset({"FF0000", "E60012", "C00000", "ED1C24"})
_FIRST_LINES = 14


def roles(paragraphs: Sequence[Paragraph]) -> list[Role]:
    """The role of each paragraph, in order."""
    found = [Role.BODY if paragraph.text.strip() else Role.BLANK for paragraph in paragraphs]
    end = _annexes(paragraphs, found)
    start = _opening(paragraphs, found, end)
    _ends(paragraphs, found, start, end)
    for place in range(start, end):
        if found[place] is Role.BODY:
            found[place] = _heading(paragraphs[place].text.strip())
    return found


def stands_alone(text: str) -> bool:
    """Whether a paragraph that begins as a heading is only that: short, one sentence at most."""
    most = _LONGEST_SENTENCE if text.endswith("。") else _LONGEST_HEADING
    return len(text) <= most and "。" not in text[:-1] and "；" not in text


def _heading(text: str) -> Role:
    for mark, role in _HEADINGS:
        if mark.match(text):
            return role
    return Role.BODY


def _annexes(paragraphs: Sequence[Paragraph], found: list[Role]) -> int:
    """Where the notice ends and its annexes begin."""
    written = [place for place, role in enumerate(found) if role is Role.BODY]
    marks = [place for place in written[1:] if _ANNEX_MARK.fullmatch(paragraphs[place].text.strip())]
    if not marks:
        return len(paragraphs)
    titled = False
    for place in range(marks[0], len(paragraphs)):
        if found[place] is Role.BLANK:
            continue
        if place in marks:
            found[place], titled = Role.ANNEX_MARK, True
        elif titled and paragraphs[place].align == "center":
            found[place] = Role.ANNEX_TITLE
        else:
            titled = False
            found[place] = Role.IMPRINT if _is_imprint(paragraphs[place].text) else Role.ANNEX
    return marks[0]


def _opening(paragraphs: Sequence[Paragraph], found: list[Role], end: int) -> int:
    """Head, title and addressee; gives where the body begins."""
    first = [place for place in range(end) if found[place] is not Role.BLANK][:_FIRST_LINES]
    addressee = next((place for place in first[1:] if _is_addressee(paragraphs[place])), None)
    place = -1
    for place in first:
        if place == addressee:
            break
        if _is_head(paragraphs[place]):
            found[place] = Role.HEAD
        elif _is_title(paragraphs[place], before_addressee=addressee is not None):
            found[place] = Role.TITLE
        else:
            break
    else:
        return end
    if place == addressee:
        found[place] = Role.ADDRESSEE
        return place + 1
    return place


def _is_addressee(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    plain = not any(mark in text for mark in "。；") and _heading(text) is Role.BODY
    return text.endswith(("：", ":")) and plain and paragraph.align != "center" and paragraph.indent < 1


def _is_head(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    red = any(face.color.upper() in _RED for face in paragraph.faces if face.text.strip())
    return red or bool(_NUMBER.fullmatch(text)) or text.startswith(("签发人", "特急", "加急", "平急"))


def _is_title(paragraph: Paragraph, *, before_addressee: bool) -> bool:
    text = paragraph.text.strip()
    if len(text) > _LONGEST_TITLE or text.endswith(_ENDS_SENTENCE) or text.endswith(("：", ":")):
        return False
    return paragraph.align == "center" or paragraph.style.lower() in {"title", "标题"} or before_addressee


def _ends(paragraphs: Sequence[Paragraph], found: list[Role], start: int, end: int) -> None:
    """From the last line upwards: imprint, note, date, signature; the list of annexes above them."""
    written = [place for place in range(start, end) if found[place] is Role.BODY]
    while written and _is_imprint(paragraphs[written[-1]].text):
        found[written.pop()] = Role.IMPRINT
    while written and re.fullmatch(r"[（(].*[）)]", paragraphs[written[-1]].text.strip()):
        found[written.pop()] = Role.CONTACT
    if written and _DAY.fullmatch(re.sub(r"\s", "", paragraphs[written[-1]].text)):
        found[written.pop()] = Role.DATE
        while written and _is_signature(paragraphs[written[-1]].text):
            found[written.pop()] = Role.SIGNATURE
    _annex_notes(paragraphs, found, written)


def _annex_notes(paragraphs: Sequence[Paragraph], found: list[Role], written: list[int]) -> None:
    notes = [place for place in written if _ANNEX_NOTE.match(paragraphs[place].text.strip())]
    if not notes or not all(
        _ANNEX_NEXT.match(paragraphs[place].text.strip()) for place in written if place > notes[-1]
    ):
        return
    for place in written:
        if place >= notes[-1]:
            found[place] = Role.ANNEX_NOTE


def _is_signature(text: str) -> bool:
    plain = not any(mark in text for mark in "。；：，:") and not _ANNEX_NEXT.match(text.strip())
    return plain and len(text.strip()) <= _LONGEST_SIGNATURE and not _ANNEX_NOTE.match(text.strip())


def _is_imprint(text: str) -> bool:
    plain = text.strip()
    return plain.startswith(("抄送", "分送", "主送：")) or (plain.endswith("印发") and len(plain) < 60)
