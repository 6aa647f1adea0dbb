"""Each rule of GB/T 9704 speaks when it is broken, alone, and with the place."""

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from official import FANG, HEI, KAI, SONG, TITLE, Spoil, W, content, dress, hits, line, notice, of

from gongkai.proofreading.hits import Level
from gongkai.proofreading.layout.profile import LayoutProfile
from gongkai.proofreading.layout.rules import RULES, check, is_official
from gongkai.sources.documents.docx_layout import layout
from gongkai.sources.documents.read import read


def font(start: str, name: str, size: float = 16) -> Spoil:
    return lambda document: dress(of(document, start).runs[0], name, size)


def text(start: str, new: str) -> Spoil:
    return lambda document: setattr(of(document, start).runs[0], "text", new)


def look(start: str, name: str, value: object) -> Spoil:
    return lambda document: setattr(of(document, start).paragraph_format, name, value)


def page(name: str, value: object) -> Spoil:
    return lambda document: setattr(document.sections[0], name, value)


def footers(change: Spoil) -> Spoil:
    """The same in both footers."""

    def spoil(document: object) -> None:
        section = document.sections[0]  # type: ignore[attr-defined]
        for footer in (section.footer, section.even_page_footer):
            change(footer.paragraphs[0])

    return spoil


def turned(document: object) -> None:
    section = document.add_section()  # type: ignore[attr-defined]
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = Mm(20)


def single(document: object) -> None:
    paragraph = of(document, "各单位")  # type: ignore[arg-type]
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE


def no_head(document: object) -> None:
    row = document.tables[0].rows[0]._tr  # type: ignore[attr-defined]
    row.remove(row.trPr)


def wide(document: object) -> None:
    for column in document.tables[0].columns:  # type: ignore[attr-defined]
        column.width = Mm(80)


BREAKERS: list[tuple[str, Spoil, str]] = [
    ("page-size", page("page_width", Mm(216)), "216×297毫米"),
    ("margins", page("left_margin", Mm(31.8)), "左边距31.8毫米"),
    ("turned-margins", turned, "上边距20毫米"),
    ("page-number", footers(lambda one: one.clear()), "没有页码"),
    ("number-form", footers(lambda one: [setattr(run, "text", "") for run in one.runs]), "1"),
    ("number-look", footers(lambda one: dress(one.runs[0], HEI, 9)), "黑体 9磅"),
    (
        "number-side",
        footers(lambda one: setattr(one, "alignment", WD_ALIGN_PARAGRAPH.CENTER)),
        "页码未按单双页分列右、左",
    ),
    ("title-font", font("关于", HEI, 22), HEI),
    ("title-size", font("关于", TITLE, 18), "小二（18磅）"),
    ("title-place", look("关于", "alignment", WD_ALIGN_PARAGRAPH.LEFT), "未居中"),
    ("addressee-place", look("各镇", "first_line_indent", Pt(14)), "缩进0.9字"),
    ("addressee-colon", text("各镇", "各镇人民政府:"), "半角冒号"),
    ("body-font", font("各单位", SONG), SONG),
    ("body-size", font("各单位", FANG, 14), "四号（14磅）"),
    ("body-indent", look("各单位", "first_line_indent", Pt(0)), "缩进0字"),
    ("line-pitch", look("各单位", "line_spacing", Pt(24)), "行距24磅"),
    ("line-rule", single, "1倍行距"),
    ("first-heading-font", font("一、", FANG), FANG),
    ("second-heading-font", font("（一）", FANG), FANG),
    ("heading-mark", text("1.", "1、信息报送。"), "1、"),
    ("no-text-page", text("各单位", "（此页无正文）"), "此页无正文"),
    ("annex-note-colon", text("附件：", "附件:1.完成情况统计表"), "半角冒号"),
    ("annex-note-end", text("2.问题", "2.问题清单。"), "。"),
    ("annex-note-gap", look("附件：", "space_before", Pt(0)), "与正文之间没有空行"),
    ("signature-place", look("2022年", "alignment", WD_ALIGN_PARAGRAPH.LEFT), "未靠右"),
    ("date-form", text("2022年", "2022年08月09日"), "2022年08月09日"),
    ("annex-page", look("附件1", "page_break_before", False), "未另起一页"),
    ("annex-mark-look", font("附件1", FANG), "仿宋_GB2312 三号（16磅）"),
    ("annex-mark-form", text("附件1", "附件1："), "附件1："),
    ("imprint-size", font("抄送", FANG, 16), "三号（16磅）"),
    ("table-head", no_head, "30行的表格跨页后没有表头"),
    ("table-width", wide, "表宽240毫米"),
]


def test_a_notice_in_the_layout_of_the_standard_has_no_hit() -> None:
    assert hits(notice()) == []


@pytest.mark.parametrize(("key", "spoil", "found"), BREAKERS, ids=[key for key, *_ in BREAKERS])
def test_a_rule_speaks_alone_when_it_is_broken(key: str, spoil: Spoil, found: str) -> None:
    document = notice()
    spoil(document)
    name = next(rule.name for rule in RULES if rule.key == key)
    told = hits(document)
    assert {hit.kind for hit in told} == {name}
    assert found in {hit.found for hit in told}


def test_every_rule_has_its_breaker() -> None:
    assert [key for key, *_ in BREAKERS] == [rule.key for rule in RULES]


def test_the_same_fault_in_many_paragraphs_is_told_once_with_all_its_places() -> None:
    document = notice()
    for start in ("各单位", "1.", "（1）"):
        font(start, SONG)(document)
    (hit,) = hits(document)
    pieces = read("a.docx", content(document)).pieces
    assert [pieces[span.piece].text[:2] for span in hit.spans] == ["各单", "1.", "（1"]
    assert "共3处" in hit.reason
    assert hit.level is Level.ERROR


def test_an_office_may_ask_for_something_else_or_turn_a_rule_off() -> None:
    document = notice()
    font("各单位", "宋体")(document)
    facts = layout(content(document))
    assert list(check(facts, without={"body-font"})) == []
    own = LayoutProfile(body_fonts=(*LayoutProfile().body_fonts, "宋体"))
    assert list(check(facts, own)) == []


def test_a_heading_run_into_its_text_may_be_set_as_text() -> None:
    document = notice()
    text("（一）", "（一）完成情况。各单位任务完成较好。")(document)
    font("（一）", FANG)(document)
    assert hits(document) == []


def test_indent_by_full_width_spaces_is_an_indent() -> None:
    document = notice()
    look("各单位", "first_line_indent", Pt(0))(document)
    text("各单位", "　　各单位要认真整改。")(document)
    assert hits(document) == []


def test_fonts_come_from_styles_and_what_they_are_based_on() -> None:
    document = notice()
    base = document.styles.add_style("基础", 1)
    base.font.size = Pt(16)
    base.element.get_or_add_rPr().append(parse_xml(f'<w:rFonts {W} w:eastAsia="{KAI}"/>'))
    own = document.styles.add_style("报告正文", 1)
    own.base_style = base
    paragraph = line(document, "")
    paragraph.style = own
    paragraph.add_run("附件中的文字")
    last = layout(content(document)).paragraphs[-1]
    assert (last.font, last.size, last.style) == (KAI, 16.0, "报告正文")


def test_a_draft_without_addressee_or_date_is_no_official_document() -> None:
    document = notice()
    for paragraph in document.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    assert not is_official(layout(content(document)))
