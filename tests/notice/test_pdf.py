"""The .pdf: any text prints, the same plan gives the same bytes, and no machine prints empty boxes."""

from io import BytesIO

import pdfplumber
import plans
import pypdfium2
import pytest
from paper import sheets

from gongkai.notice import fonts, pdf
from gongkai.notice.plan import Paragraph, Run


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    return "".join(text.split()).replace("\ufffe", "").replace("\u200b", "")


@pytest.mark.parametrize("text", plans.HOSTILE, ids=range(len(plans.HOSTILE)))
def test_any_text_comes_through_as_text(text: str) -> None:
    printed = text_of(pdf.render(plans.saying(text)))
    if len(text) < 1000:
        assert "".join(text.split()).replace("😀", "").replace("𠮷", "") in printed.replace("😀", "").replace(
            "𠮷", ""
        )
    else:
        assert printed.count(text[0]) >= 2 * len(text)


def test_a_long_latin_word_breaks_inside_the_type_area() -> None:
    for page in sheets(pdf.render(plans.saying("w" * 3000))):
        assert max(line.right for line in page.lines) <= 184.1


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert pdf.render(plans.whole()) == pdf.render(plans.whole())


def test_properties_come_from_the_plan() -> None:
    found = pypdfium2.PdfDocument(pdf.render(plans.plan())).get_metadata_dict()
    assert found["Title"] == "云岭县人民政府办公室关于2022年二季度政务公开工作情况的通报"
    assert found["Author"] == "云岭县人民政府办公室"
    assert found["CreationDate"].startswith("D:20220809")


def test_a_machine_without_chinese_fonts_prints_with_the_packaged_one() -> None:
    assert set(fonts.chains((), system=False).values()) == {(fonts.LAST_RESORT,)}
    content = pdf.render(plans.formal(), folders=(), system=False)
    assert "政务公开工作情况的通报" in text_of(content)
    assert fonts_in(content) == {"NotoSansCJKsc"}


def fonts_in(content: bytes) -> set[str]:
    with pdfplumber.open(BytesIO(content)) as document:
        names = {char["fontname"] for page in document.pages for char in page.chars}
    return {name.split("+")[-1].split("-")[0] for name in names}


def test_every_role_has_a_font_and_government_fonts_come_first() -> None:
    for role, names in fonts.CHAINS.items():
        assert fonts.LAST_RESORT in fonts.chains()[role]
        open_ones = [name for name in names if name.startswith(("Fandol", "Noto", "AR PL", "Source"))]
        assert names.index(open_ones[0]) >= 4


def test_a_rare_character_missing_in_one_font_is_taken_from_another() -> None:
    body = (Paragraph((Run("鿍𬭚镕"),)),)
    content = pdf.render(plans.plan(body=body))
    assert "镕" in text_of(content)


def test_figures_in_bold_and_line_breaks_are_kept() -> None:
    body = (Paragraph((Run("甲\n乙"), Run("665", bold=True))),)
    lines = [line.text for line in sheets(pdf.render(plans.plan(body=body)))[0].lines]
    assert "甲" in lines
    assert "乙665" in lines
