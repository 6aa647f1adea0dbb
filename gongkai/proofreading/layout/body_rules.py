"""The text itself and its headings."""

from collections.abc import Iterator
from itertools import chain

from gongkai.proofreading.layout.facts import Pitch
from gongkai.proofreading.layout.roles import Role, stands_alone
from gongkai.proofreading.layout.rule import Broken, Judged, at, number, size_name

_HEADINGS = (Role.FIRST, Role.SECOND, Role.THIRD, Role.FOURTH)
_INDENTED = (Role.BODY, *_HEADINGS)
_WRITTEN = (*_INDENTED, Role.ADDRESSEE)
_MARKED_WRONG = (
    ("、", Role.SECOND),
    ("、", Role.THIRD),
    ("、", Role.FOURTH),
    (".", Role.FIRST),
    ("．", Role.FIRST),
)


def body_font(judged: Judged) -> Iterator[Broken]:
    """5.2.2: 仿宋体. A heading of the third or fourth level that stands alone is often bold or 黑体: not asked."""
    run_in = (one for one in judged.of(Role.THIRD, Role.FOURTH) if not stands_alone(one.text.strip()))
    for paragraph in chain(judged.of(Role.BODY), run_in):
        if paragraph.font and paragraph.font not in judged.profile.body_fonts:
            yield at(paragraph, paragraph.font, judged.profile.body_fonts[0])


def body_size(judged: Judged) -> Iterator[Broken]:
    """5.2.2: 三号."""
    wanted = judged.profile.body_size
    for paragraph in judged.of(*_WRITTEN):
        if paragraph.size and abs(paragraph.size - wanted) > judged.profile.size_tolerance:
            yield at(paragraph, size_name(paragraph.size), size_name(wanted))


def body_indent(judged: Judged) -> Iterator[Broken]:
    """7.3.3: two characters."""
    profile = judged.profile
    for paragraph in judged.of(*_INDENTED):
        if paragraph.align != "center" and abs(paragraph.indent - profile.indent) > profile.indent_tolerance:
            yield at(paragraph, f"缩进{number(round(paragraph.indent, 1))}字", f"{number(profile.indent)}字")


def line_pitch(judged: Judged) -> Iterator[Broken]:
    """5.2.3: 22 lines on a page. Only what is given in points can be measured."""
    profile = judged.profile
    for paragraph in judged.of(*_WRITTEN):
        measured = paragraph.rule in {Pitch.EXACT, Pitch.GRID}
        if measured and abs(paragraph.pitch - profile.pitch) > profile.pitch_tolerance:
            yield at(
                paragraph, f"行距{number(paragraph.pitch)}磅", f"{number(profile.pitch)}磅左右（每面22行）"
            )


def line_rule(judged: Judged) -> Iterator[Broken]:
    """5.2.3: a multiple of the font's own height is another one in each program."""
    for paragraph in judged.of(*_WRITTEN):
        if paragraph.rule in {Pitch.MULTIPLE, Pitch.LEAST}:
            multiple = paragraph.rule is Pitch.MULTIPLE
            found = f"{number(paragraph.pitch)}倍行距" if multiple else f"最小值{number(paragraph.pitch)}磅"
            yield at(paragraph, found, f"固定值{number(judged.profile.pitch)}磅")


def first_heading_font(judged: Judged) -> Iterator[Broken]:
    """7.3.3: 黑体."""
    return _heading_font(judged, Role.FIRST, judged.profile.first_heading_fonts)


def second_heading_font(judged: Judged) -> Iterator[Broken]:
    """7.3.3: 楷体."""
    return _heading_font(judged, Role.SECOND, judged.profile.second_heading_fonts)


def heading_mark(judged: Judged) -> Iterator[Broken]:
    """7.3.3: 一、 （一） 1. （1）."""
    for mark, role in _MARKED_WRONG:
        for paragraph in judged.of(role):
            text = paragraph.text.strip()
            after = (
                text.partition("）")[2]
                if text[0] in "（("
                else text.lstrip("0123456789一二三四五六七八九十百")
            )
            if after.startswith(mark):
                shown = text[: text.index(mark) + 1]
                yield at(paragraph, shown, "一、　（一）　1.　（1）", f"层次序数“{shown}”后的标点不规范")


def no_text_page(judged: Judged) -> Iterator[Broken]:
    """7.3.5.4: a page that holds only the signature is not made by saying so."""
    for paragraph in judged.layout.paragraphs:
        if "此页无正文" in paragraph.text:
            yield at(paragraph, "此页无正文", "", "不得以“此页无正文”的方法解决落款与正文不同页的问题")


def _heading_font(judged: Judged, role: Role, fonts: tuple[str, ...]) -> Iterator[Broken]:
    """Only where the heading is a paragraph of its own: run into the text it is set in many ways."""
    for paragraph in judged.of(role):
        if stands_alone(paragraph.text.strip()) and paragraph.font and paragraph.font not in fonts:
            yield at(paragraph, paragraph.font, fonts[0])
