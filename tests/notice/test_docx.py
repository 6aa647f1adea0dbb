"""The .docx, opened again: styles, sections, tables and properties a clerk or a program relies on."""

import zipfile
from datetime import date
from io import BytesIO

import docx as python_docx
import plans
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from gongkai.notice import docx, layout
from gongkai.notice.plan import Cell, Heading, Plan, Run, Table


def opened(plan: Plan) -> Document:
    return python_docx.Document(BytesIO(docx.render(plan)))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_every_part_has_a_named_style_in_the_font_of_the_standard() -> None:
    document = opened(plans.whole())
    fonts = {
        style.name: style.element.rPr.rFonts.get(qn("w:eastAsia"))
        for style in document.styles
        if style.element.rPr is not None
    }
    assert fonts["公文标题"] == "方正小标宋简体"
    assert fonts["公文正文"] == "仿宋_GB2312"
    assert fonts["Heading 1"] == "黑体"
    assert fonts["Heading 2"] == "楷体_GB2312"
    assert fonts["附件序号"] == "黑体"
    assert all(paragraph.style.name != "Normal" for paragraph in document.paragraphs if paragraph.text)


def test_a_font_windows_does_not_bring_has_the_name_of_one_it_does() -> None:
    with zipfile.ZipFile(BytesIO(docx.render(plans.plan()))) as archive:
        fonts = archive.read("word/fontTable.xml").decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in fonts
    assert '<w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/>' in fonts


def test_headings_appear_in_the_navigation_pane() -> None:
    document = opened(plans.plan())
    levels = {p.text: p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")}
    assert levels == {
        "一、总体情况": "Heading 1",
        "（一）政务信息报送情况": "Heading 2",
        "1.报送和采用情况。": "Heading 3",
        "二、存在问题": "Heading 1",
    }


def test_the_document_begins_with_its_title_and_no_empty_line() -> None:
    assert texts(opened(plans.plan()))[0].startswith("云岭县人民政府办公室")


def test_the_addressee_ends_with_a_full_width_colon_however_it_was_typed() -> None:
    for typed in ("各镇人民政府", "各镇人民政府:", "各镇人民政府："):
        assert "各镇人民政府：" in texts(opened(plans.plan(addressee=typed)))


def test_the_date_has_no_zeros_in_front() -> None:
    assert "2022年8月9日" in texts(opened(plans.plan(issued_on=date(2022, 8, 9))))


def test_the_list_of_annexes_has_no_end_punctuation_and_one_annex_no_number() -> None:
    one = plans.annex(1, "考核结果统计表。", plans.table(plans.SIMPLE, 3))
    assert "附件：考核结果统计表" in texts(opened(plans.plan(annexes=(one,))))
    several = texts(opened(plans.whole()))
    assert "附件：1.\t二季度政务信息报送情况统计表" in several
    assert "2.\t各部门二季度政务公开工作考核结果" in several


def test_bold_runs_stay_bold() -> None:
    document = opened(plans.plan())
    bold = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.bold]
    assert bold == ["665"]


def test_pages_are_a4_with_the_margins_of_the_standard_and_no_grid() -> None:
    document = opened(plans.whole())
    first, turned = document.sections
    assert [round(edge.mm) for edge in (first.top_margin, first.bottom_margin, first.left_margin, first.right_margin)] == [
        37, 35, 28, 26,
    ]  # fmt: skip
    assert (round(turned.page_width.mm), round(turned.page_height.mm)) == (297, 210)
    assert [
        round(edge.mm)
        for edge in (turned.left_margin, turned.right_margin, turned.top_margin, turned.bottom_margin)
    ] == [35, 37, 28, 26]
    assert not list(document.element.iter(qn("w:docGrid")))
    assert document.settings.odd_and_even_pages_header_footer


def test_widths_stand_in_the_grid_and_in_every_cell() -> None:
    document = opened(plans.whole())
    assert len(document.tables) == 4
    for table, annex in zip(document.tables, plans.ANNEXES, strict=True):
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        room = layout.points(layout.page_of(annex.layout).text_width) * 20
        assert sum(grid) == pytest.approx(room, abs=1)
        for row in table._tbl.tr_lst:
            assert sum(cell.tcPr.width for cell in row.tc_lst) // 635 == pytest.approx(sum(grid), abs=2)
            assert sum(cell.grid_span for cell in row.tc_lst) == len(grid)


def test_only_header_rows_repeat_and_no_row_splits() -> None:
    tables = opened(plans.whole()).tables
    depths = [1, 2, 3, 1]
    for table, depth in zip(tables, depths, strict=True):
        repeats = [row.trPr.find(qn("w:tblHeader")) is not None for row in table._tbl.tr_lst]
        assert repeats == [True] * depth + [False] * (len(repeats) - depth)
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)


def test_a_header_of_three_rows_is_merged_across_and_down() -> None:
    table = opened(plans.whole()).tables[2]
    seen = [[cell.text.replace("\n", "") for cell in table.rows[row].cells] for row in range(3)]
    assert seen[0] == ["承办单位", "工单", "工单", "工单", "工单", "按期办结率"]
    assert seen[1] == ["承办单位", "办理", "办理", "办理", "返工件", "按期办结率"]
    assert seen[2] == ["承办单位", "承办件", "按期办结件", "超时办结件", "返工件", "按期办结率"]


def test_a_flagged_cell_is_bold_and_shaded_and_no_other_is() -> None:
    table = opened(plans.plan(annexes=(plans.ANNEXES[3],))).tables[0]
    shaded = [
        (cell.text, bool(cell.paragraphs[0].runs[0].bold))
        for row in table.rows
        for cell in row.cells
        if cell._tc.tcPr.find(qn("w:shd")) is not None
    ]
    assert shaded == [("断更", True)]


def test_totals_are_bold() -> None:
    table = opened(plans.whole()).tables[2]
    assert [cell.paragraphs[0].runs[0].bold for cell in table.rows[-1].cells] == [True] * 6
    assert not table.rows[-2].cells[0].paragraphs[0].runs[0].bold


def test_two_halves_are_one_table_and_the_odd_row_out_leaves_a_blank() -> None:
    odd = plans.annex(1, "统计表", plans.table(plans.SIMPLE, 5), "two_up")
    table = opened(plans.plan(annexes=(odd,))).tables[0]
    names = [(row.cells[0].text, row.cells[4].text) for row in table.rows]
    assert names == [("单位", "单位"), ("第1镇", "第4镇"), ("第2镇", "第5镇"), ("第3镇", "")]


def test_an_empty_table_is_a_header_alone() -> None:
    empty = plans.annex(1, "统计表", plans.table(plans.SCORES, 0), "two_up")
    assert len(opened(plans.plan(annexes=(empty,))).tables[0].rows) == 2


def test_a_row_with_a_missing_cell_is_refused() -> None:
    torn = Table("sample", plans.SIMPLE, ((Cell("财政局"),),))
    with pytest.raises(ValueError, match="第1行有1格，表头有4列"):
        docx.render(plans.plan(annexes=(plans.annex(1, "统计表", torn),)))


def test_properties_and_file_times_come_from_the_plan() -> None:
    content = docx.render(plans.whole())
    properties = python_docx.Document(BytesIO(content)).core_properties
    assert properties.title == "云岭县人民政府办公室关于2022年二季度政务公开工作情况的通报"
    assert properties.author == "云岭县人民政府办公室"
    assert properties.created.date() == properties.modified.date() == date(2022, 8, 9)
    with zipfile.ZipFile(BytesIO(content)) as members:
        assert {member.date_time[:3] for member in members.infolist()} == {(2022, 8, 9)}


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert docx.render(plans.whole()) == docx.render(plans.whole())


@pytest.mark.parametrize("text", plans.HOSTILE, ids=range(len(plans.HOSTILE)))
def test_any_text_comes_through_as_text(text: str) -> None:
    content = opened(plans.saying(text))
    kept = "".join(character for character in text if character.isprintable() or character in "\n")
    assert kept in texts(content)
    assert kept in [cell.text for row in content.tables[0].rows for cell in row.cells]


def test_characters_no_document_can_hold_are_left_out() -> None:
    heading = Heading(1, (Run("一、总\x00体\x0b情\ud800况\ufffe"),))
    assert "一、总体情况" in texts(opened(plans.plan(body=(heading,))))
