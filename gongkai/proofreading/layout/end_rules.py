"""What stands below the text: the list of annexes, signature and date, the annexes, the imprint, long tables."""

import re
from collections.abc import Iterator

from gongkai.proofreading.layout.facts import Paragraph
from gongkai.proofreading.layout.roles import Role
from gongkai.proofreading.layout.rule import Broken, Judged, at, millimetres, size_name

_NOTE_END = ("。", "；", "，", "、", ".", ";")
_PADDED = re.compile(r"年0\d|月0\d")
_CHINESE_DAY = re.compile(r"[〇○零一二三四五六七八九]{4}年")
_NEAR_RIGHT = 8.0
"""A signature so many characters from the right edge is not at the right any more."""


def annex_note_colon(judged: Judged) -> Iterator[Broken]:
    """7.3.4: 附件 and a full-width colon."""
    for paragraph in judged.of(Role.ANNEX_NOTE):
        if re.match(r"附\s*件\s*:", paragraph.text.strip()):
            yield at(paragraph, "半角冒号", "全角冒号")


def annex_note_end(judged: Judged) -> Iterator[Broken]:
    """7.3.4: no mark after a name."""
    for paragraph in judged.of(Role.ANNEX_NOTE):
        if paragraph.text.strip().endswith(_NOTE_END):
            yield at(paragraph, paragraph.text.strip()[-1], "", "附件名称后不加标点")


def annex_note_gap(judged: Judged) -> Iterator[Broken]:
    """7.3.4: one blank line below the text."""
    first = next(judged.of(Role.ANNEX_NOTE), None)
    if first is None:
        return
    place = judged.layout.paragraphs.index(first)
    above = judged.layout.paragraphs[place - 1] if place else None
    room = first.before + (above.after if above else 0)
    if room < judged.profile.pitch / 2 and judged.roles[max(place - 1, 0)] is not Role.BLANK:
        yield at(first, "与正文之间没有空行", "空一行")


def signature_place(judged: Judged) -> Iterator[Broken]:
    """7.3.5: at the right."""
    for paragraph in judged.of(Role.SIGNATURE, Role.DATE):
        if not _at_right(paragraph):
            yield at(paragraph, "未靠右", "靠右编排")


def date_form(judged: Judged) -> Iterator[Broken]:
    """7.3.5.4: Arabic numerals, month and day without a zero."""
    for paragraph in judged.of(Role.DATE):
        text = re.sub(r"\s", "", paragraph.text)
        if _PADDED.search(text):
            yield at(paragraph, text, re.sub(r"(?<=[年月])0", "", text), "成文日期的月、日不编虚位（不补0）")
        elif _CHINESE_DAY.match(text):
            yield at(paragraph, text, "", "成文日期用阿拉伯数字标全年、月、日")


def annex_page(judged: Judged) -> Iterator[Broken]:
    """7.3.7: an annex begins a page."""
    for paragraph in judged.of(Role.ANNEX_MARK):
        if not paragraph.new_page:
            yield at(paragraph, "未另起一页", "另面编排")


def annex_mark_look(judged: Judged) -> Iterator[Broken]:
    """7.3.7: 三号 黑体."""
    profile = judged.profile
    for paragraph in judged.of(Role.ANNEX_MARK):
        right_size = abs(paragraph.size - profile.body_size) <= profile.size_tolerance
        if paragraph.font and (paragraph.font not in profile.annex_fonts or not right_size):
            yield at(
                paragraph,
                f"{paragraph.font} {size_name(paragraph.size)}",
                f"黑体 {size_name(profile.body_size)}",
            )


def annex_mark_form(judged: Judged) -> Iterator[Broken]:
    """7.3.7: flush left, 附件 and its number, nothing after it."""
    for paragraph in judged.of(Role.ANNEX_MARK):
        text = paragraph.text.strip()
        if text.endswith((":", "：")):
            yield at(paragraph, text, text.rstrip(":："), "附件序号后不加冒号")
        if paragraph.align in {"center", "right"} or paragraph.indent > judged.profile.indent_tolerance:
            yield at(paragraph, "未顶格", "居左顶格")


def imprint_size(judged: Judged) -> Iterator[Broken]:
    """7.4: 四号."""
    wanted = judged.profile.small_size
    for paragraph in judged.of(Role.IMPRINT):
        if paragraph.size and abs(paragraph.size - wanted) > judged.profile.size_tolerance:
            yield at(paragraph, size_name(paragraph.size), size_name(wanted))


def table_head(judged: Judged) -> Iterator[Broken]:
    """A table over several pages repeats its head."""
    for table in judged.layout.tables:
        if table.rows > judged.profile.long_table and not table.repeats:
            yield Broken(
                table.piece,
                0,
                f"{table.rows}行的表格跨页后没有表头",
                "每页都有表头（设置“在各页顶端重复标题行”）",
            )


def table_width(judged: Judged) -> Iterator[Broken]:
    """A table stays within the type area; a wide one stands on a turned page."""
    for table in judged.layout.tables:
        room = judged.layout.sections[table.section].text_width if judged.layout.sections else 0.0
        if table.width > room + 4 and room:
            yield Broken(
                table.piece,
                0,
                f"表宽{millimetres(table.width)}",
                f"不超过版心宽度{millimetres(room)}，或者用横页",
            )


def _at_right(paragraph: Paragraph) -> bool:
    """By alignment, or pushed there by an indent or by spaces."""
    if paragraph.align == "right":
        return paragraph.right < _NEAR_RIGHT
    return paragraph.indent >= _NEAR_RIGHT or paragraph.align == "center"
