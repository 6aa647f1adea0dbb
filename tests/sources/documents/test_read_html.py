"""A web page is read as it is shown; what it says without showing is read apart."""

from document_files import places, texts

from gongkai.proofreading.document import Document, Part
from gongkai.sources.documents.read import read


def page(body: str, head: str = "") -> Document:
    return read("a.html", f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def test_in_line_elements_and_white_space_do_not_part_a_sentence() -> None:
    document = page("<div>办结\n   <b>3</b>29\t件，<i>其中</i></div><p>投诉类</p>尾<br>行")
    assert texts(document, Part.BODY) == ["办结 329 件，其中", "投诉类", "尾\n行"]


def test_title_tags_descriptions_and_addresses_are_read() -> None:
    document = page(
        '<img src="/a.png" alt="张三证件照"><a href="mailto:z%40example.cn" title="写信">联系</a>',
        '<title>公示</title><meta name="Description" content="名单"><meta name="viewport" content="x">',
    )
    assert places(document)["网页标题"] == "公示"
    assert texts(document, Part.PROPERTY) == ["名单", "张三证件照", "写信"]
    assert texts(document, Part.LINK) == ["/a.png", "mailto:z@example.cn"]


def test_what_is_not_shown_is_hidden_and_programs_are_not_read() -> None:
    document = page(
        '<p style="display: none">暗</p><div hidden><p>藏</p></div><!-- 注13812345678 --><script>var 张三 = 1</script>'
        "<style>p{}</style><p>明</p>"
    )
    assert texts(document, Part.HIDDEN) == ["暗", "藏", " 注13812345678 "]
    assert texts(document, Part.BODY) == ["明"]


def test_spans_of_a_table_are_spelled_out() -> None:
    document = page(
        "<p>统计表</p><table><tr><th rowspan=2>单位</th><th colspan=2>件数</th></tr><tr><td>应</td><td>实</td></tr>"
        "<tr><td>甲<td><p>1</p><p>2</p><td>3</table>"
    )
    (table,) = document.tables
    assert [[document.pieces[place].text for place in row] for row in table.cells] == [
        ["单位", "件数", "件数"],
        ["单位", "应", "实"],
        ["甲", "1\n2", "3"],
    ]
    assert document.pieces[table.cells[2][2]].where == "表1第3行第3列"
    assert document.pieces[table.before].text == "统计表"


def test_a_page_in_the_encoding_it_declares() -> None:
    content = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><p>宝鸡</p></html>'
    assert texts(read("a.html", content.encode("gbk")), Part.BODY) == ["宝鸡"]


def test_entities_are_letters_and_nothing_is_fetched() -> None:
    document = page("<p>&#49;38&#x31;2345678&nbsp;&lt;</p><iframe src='http://example.cn'></iframe>")
    assert texts(document, Part.BODY) == ["13812345678 <"]


def test_a_page_nested_without_end_is_a_result() -> None:
    assert "底" in page("<div>" * 1_500 + "底").text
