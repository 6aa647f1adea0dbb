"""A PDF with a text layer is read as paragraphs; one without is refused as a scan."""

import pytest
from document_files import pdf, texts

from gongkai.proofreading.document import Part
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.masked import masked
from gongkai.sources.documents.pdf_lines import Line, paragraphs
from gongkai.sources.documents.read import read

SENTENCE = "二季度全县共受理工单391件，自主撤单60件，应办结331件，按期办结329件，其余事项正在办理之中。"


def test_a_paragraph_over_several_lines_is_one_piece() -> None:
    document = read("a.pdf", pdf(f"{SENTENCE}\n\n{SENTENCE}"))
    assert texts(document, Part.BODY) == [SENTENCE, SENTENCE]
    assert document.pieces[0].where == "第1页第1行"


def test_columns_of_a_table_stay_apart() -> None:
    document = read("a.pdf", pdf("#table(columns: (5cm, 5cm), [高崖镇], [7], [城关镇], [22])"))
    assert "高崖镇7" not in document.text.replace("\n", "|")


def test_a_paragraph_goes_on_after_the_page_number() -> None:
    full, rest = "各单位要认真对照检查，于8月26日", "前将整改情况报送。"
    lines = [Line(1, 1, full, 80, 516, 16), Line(1, 2, "— 1 —", 280, 320, 14), Line(2, 1, rest, 80, 300, 16)]
    lines.append(Line(2, 2, "特此通报。特此通报。特此通报。", 112, 516, 16))
    found = list(paragraphs(lines))
    assert [piece.text for piece in found] == [full + rest, "特此通报。特此通报。特此通报。", "— 1 —"]
    assert found[-1].part is Part.FOOTER


def test_properties_are_read() -> None:
    document = read("a.pdf", pdf('#set document(title: "公示", author: "张三")\n正文'))
    assert texts(document, Part.PROPERTY) == ["公示", "张三"]


def test_a_page_without_text_is_a_scan() -> None:
    empty = pdf("#rect(width: 3cm, fill: black)")
    with pytest.raises(DocumentError, match="扫描件"):
        read("扫描.pdf", empty)


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(DocumentError, match="已损坏"):
        read("a.pdf", b"%PDF-1.7\n" + b"nothing" * 30)


def test_a_locked_pdf_is_refused() -> None:
    """Keys that fit no password, least of all none."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    content += (
        b"xref\n0 4\n0000000000 65535 f \n%strailer<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<41><41>]>>" % table
    )
    content += b"\nstartxref\n%d\n%%%%EOF" % (content.index(b"xref"))
    with pytest.raises(DocumentError, match="密码"):
        read("a.pdf", content)


def test_a_pdf_is_not_masked_in_place() -> None:
    with pytest.raises(DocumentError, match="不能直接脱敏"):
        masked("a.pdf", pdf("电话13812345678"), lambda document: {0: "×"})
