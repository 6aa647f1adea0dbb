"""Constructions that Word and WPS write and people rarely think of: what can be printed or brought back is read, and
masked where it stands."""

import pytest
from document_files import W, part, run, saved, texts, with_parts, word
from docx.oxml import parse_xml
from test_masked_clean import ID, MOBILE, assert_clean
from test_masked_hidden_places import A, nowhere, with_typed

from gongkai.proofreading.document import Part
from gongkai.sources.documents.read import read

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
FIRST, REST = ID[:9], ID[9:]
LETTERS = "".join(f'<w:sym w:font="Arial" w:char="F0{ord(one):02X}"/>' for one in REST)


def of_runs(*pieces: str) -> str:
    return "".join(f"<w:r>{one}</w:r>" for one in pieces)


@pytest.mark.parametrize(
    "markup",
    [
        f"<w:r><w:t>{FIRST}</w:t><w:softHyphen/><w:t>{REST}</w:t></w:r>",
        f"<w:r><w:t>{ID[:6]}</w:t><w:noBreakHyphen/><w:t>{ID[6:14]}</w:t><w:noBreakHyphen/><w:t>{ID[14:]}</w:t></w:r>",
        f"<w:r><w:t>{FIRST}</w:t>{LETTERS}</w:r>",
        f'<w:smartTag w:uri="u" w:element="x">{run(FIRST)}</w:smartTag>{run(REST)}',
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(ID)}</w:sdtContent></w:sdt>",
        "".join(
            f"<w:r><w:ruby><w:rt>{run('甲')}</w:rt><w:rubyBase>{run(one)}</w:rubyBase></w:ruby></w:r>"
            for one in ID
        ),
        f"<m:oMath {M}><m:r><m:t>{FIRST}</m:t></m:r><m:r><m:t>{REST}</m:t></m:r></m:oMath>",
        of_runs(f'<w:instrText> QUOTE "{FIRST}</w:instrText>', f'<w:instrText>{REST}" </w:instrText>'),
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:default w:val="{ID}"/></w:textInput></w:ffData></w:fldChar></w:r>',
        f'<w:r><mc:AlternateContent {MC}><mc:Choice Requires="a"><w:t>甲</w:t></mc:Choice><mc:Choice Requires="b"><w:t>{ID}</w:t></mc:Choice></mc:AlternateContent></w:r>',
        f"<w:r><w:drawing><a:p {A}><a:r><a:t>{FIRST}</a:t></a:r><a:r><a:t>{REST}</a:t></a:r></a:p></w:drawing></w:r>",
        f'<w:r><w:pict><v:shape xmlns:v="urn:v"><v:textpath string="{ID}"/></v:shape></w:pict></w:r>',
    ],
)
def test_a_number_is_found_and_cut_however_it_is_put_in(markup: str) -> None:
    content = saved(word(markup))
    assert ID in read("a.docx", content).text.replace("-", "").replace("\x1f", "")
    assert nowhere(assert_clean("a.docx", content))


def test_pictures_of_a_font_are_no_letters() -> None:
    box = '<w:r><w:sym w:font="Wingdings" w:char="F058"/><w:t>同意</w:t></w:r>'
    assert texts(read("a.docx", saved(word(box))), Part.BODY) == ["同意"]


@pytest.mark.parametrize(
    "markup",
    [
        '<w:r><w:pict><v:shape xmlns:v="urn:v"><v:textpath string="申请人：张三明"/></v:shape></w:pict></w:r>',
        f'<w:hyperlink w:tooltip="申请人：张三明" w:anchor="a">{run("见")}</w:hyperlink>',
        f"<w:r><w:drawing><a:p {A}><a:r><a:t>申请人：</a:t></a:r><a:r><a:t>张三明</a:t></a:r></a:p></w:drawing></w:r>",
    ],
)
def test_a_name_is_read_in_drawings_and_hints(markup: str) -> None:
    content = saved(word(markup))
    assert "申请人：张三明" in read("a.docx", content).text
    assert "三明" not in part(assert_clean("a.docx", content), "word/document.xml")


def test_paragraphs_for_old_programs_are_masked_with_those_for_new_ones() -> None:
    def block(new: str, old: str) -> bytes:
        document = word("正文")
        choice = f'<mc:Choice Requires="a"><w:p>{run(new)}</w:p></mc:Choice>'
        markup = f"<mc:AlternateContent {MC} {W}>{choice}<mc:Fallback><w:p>{run(old)}</w:p></mc:Fallback></mc:AlternateContent>"
        document.element.body.insert(0, parse_xml(markup))
        return saved(document)

    same = block("申请人：张三明", "申请人：张三明")
    assert read("a.docx", same).text.count("张三明") == 1
    assert part(assert_clean("a.docx", same), "word/document.xml").count("张某某") == 2
    other = read("a.docx", block("甲", "申请人：张三明"))
    assert texts(other, Part.HIDDEN) == ["申请人：张三明"]


def test_a_diagram_is_read_once_and_masked_as_data_and_as_laid_out() -> None:
    paragraph = f"<a:p><a:r><a:t>电话{MOBILE[:5]}</a:t></a:r><a:r><a:t>{MOBILE[5:]}</a:t></a:r></a:p>"
    data = with_typed(
        saved(word("正文")), "word/diagrams/data1.xml", "drawingml.diagramData+xml", f"<d {A}>{paragraph}</d>"
    )
    types = part(data, "[Content_Types].xml").replace(
        "</Types>",
        '<Override PartName="/word/diagrams/drawing1.xml" ContentType="application/vnd.ms-office.drawingml.diagramDrawing+xml"/></Types>',
    )
    laid_out = f"<d {A}>{paragraph}<a:p><a:r><a:t>已删{ID}</a:t></a:r></a:p></d>"
    content = with_parts(data, {"[Content_Types].xml": types, "word/diagrams/drawing1.xml": laid_out})
    document = read("a.docx", content)
    assert texts(document, Part.TEXT_BOX) == [f"电话{MOBILE}"]
    assert texts(document, Part.HIDDEN) == [f"已删{ID}"]
    copy = assert_clean("a.docx", content)
    for name in ("word/diagrams/data1.xml", "word/diagrams/drawing1.xml"):
        assert MOBILE[5:] not in part(copy, name)
