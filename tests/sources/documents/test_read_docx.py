"""A .docx is read whole: what stands on paper, and what does not."""

from document_files import part, places, run, saved, texts, with_parts, word

from gongkai.proofreading.document import Part
from gongkai.sources.documents.read import read


def test_a_paragraph_is_one_piece_however_many_runs_it_has() -> None:
    document = read("a.docx", saved(word(run("电话1381") + run("234", "<w:b/>") + run("5678。"), "第二段")))
    assert texts(document, Part.BODY) == ["电话13812345678。", "第二段"]
    assert document.pieces[1].where == "第2段"
    assert document.pieces[-1] == (Part.FILE_NAME, "文件名", "a.docx", "")


def test_a_merged_cell_is_named_in_every_place_it_covers() -> None:
    document = word("附件1 统计表")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "横"
    table.cell(0, 2).merge(table.cell(2, 2)).text = "竖"
    table.cell(1, 0).text = "甲\n乙"
    found = read("a.docx", saved(document))
    (grid,) = found.tables
    shown = [[found.pieces[place].text for place in row] for row in grid.cells]
    assert shown == [["横", "横", "竖"], ["甲\n乙", "", "竖"], ["", "", "竖"]]
    assert found.pieces[grid.cells[1][0]].where == "表1第2行第1列"
    assert found.pieces[grid.before].text == "附件1 统计表"


def test_a_tracked_change_is_read_as_it_will_be_and_as_it_was() -> None:
    content = saved(
        word(
            run("身份证110101")
            + f'<w:del w:id="1" w:author="王某某">{run("19900307", kind="delText")}</w:del>'
            + f'<w:ins w:id="2" w:author="王某某">{run("********")}</w:ins>'
            + run("1234")
        )
    )
    document = read("a.docx", content)
    assert texts(document, Part.BODY) == ["身份证110101********1234"]
    assert texts(document, Part.DELETED) == ["身份证110101199003071234"]
    assert "王某某" in texts(document, Part.PROPERTY)


def test_hidden_letters_are_read_apart() -> None:
    document = read(
        "a.docx", saved(word(run("联系人") + run("张三", "<w:vanish/>"), run("见", '<w:vanish w:val="0"/>')))
    )
    assert texts(document, Part.BODY) == ["联系人", "见"]
    assert texts(document, Part.HIDDEN) == ["联系人张三"]


def test_headers_footers_properties_and_style_names_are_read() -> None:
    document = word()
    document.add_heading("一、总体情况", 1)
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "经办人张三"
    document.core_properties.author = "李四"
    document.core_properties.title = "公示"
    found = read("a.docx", saved(document))
    assert found.pieces[0].style == "heading 1"
    assert texts(found, Part.HEADER) == ["内部资料"]
    assert texts(found, Part.FOOTER) == ["经办人张三"]
    assert places(found)["文件属性：作者"] == "李四"
    assert places(found)["文件属性：标题"] == "公示"


def test_a_comment_is_read_with_its_author() -> None:
    document = word("正文")
    document.add_comment(document.paragraphs[0].runs, text="请核对张三的住址", author="赵六", initials="Z")
    found = read("a.docx", saved(document))
    assert texts(found, Part.COMMENT) == ["请核对张三的住址"]
    assert "赵六" in texts(found, Part.PROPERTY)


def test_a_text_box_kept_twice_is_read_once() -> None:
    box = "<w:txbxContent><w:p>" + run("盒中文字") + "</w:p></w:txbxContent>"
    content = saved(
        word(
            '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("段中文字")
        )
    )
    found = read("a.docx", content)
    assert texts(found, Part.BODY) == ["段中文字"]
    assert texts(found, Part.TEXT_BOX) == ["盒中文字"]


def test_addresses_of_links_are_read_from_relations_and_fields() -> None:
    document = word(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:z@example.cn" </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("写信")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document.part.relate_to("http://example.cn/13812345678", "http://x/hyperlink", is_external=True)
    found = read("a.docx", saved(document))
    assert texts(found, Part.BODY) == ["写信"]
    assert texts(found, Part.LINK) == [' HYPERLINK "mailto:z@example.cn" ', "http://example.cn/13812345678"]


def test_footnotes_are_read_without_their_separators() -> None:
    content = saved(word("正文"))
    types = part(content, "[Content_Types].xml").replace(
        "</Types>",
        '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.footnotes+xml"/></Types>',
    )
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:type="separator" w:id="-1"><w:p>{run("——")}</w:p></w:footnote>'
        f'<w:footnote w:id="1"><w:p>{run("住址不公开")}</w:p></w:footnote></w:footnotes>'
    )
    found = read("a.docx", with_parts(content, {"[Content_Types].xml": types, "word/footnotes.xml": notes}))
    assert texts(found, Part.NOTE) == ["住址不公开"]


def test_a_document_inside_the_document_is_read() -> None:
    inner = saved(word("内嵌的名单：张三"))
    content = with_parts(saved(word("正文")), {"word/embeddings/inner.docx": inner})
    assert places(read("a.docx", content))["内嵌文件1·第1段"] == "内嵌的名单：张三"
