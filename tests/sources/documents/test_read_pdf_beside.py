"""What lies on a page of a PDF, or beside its pages, leaves with the file: all of it is read."""

import zlib

import pytest
from document_files import places, saved, texts, word
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_objects import number, stream, words, written

from gongkai.proofreading.document import Document, Part
from gongkai.proofreading.personal.tables import find_in_document
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.documents.masked import masked, pictures
from gongkai.sources.documents.read import read

ID, MOBILE = "11010519491231002X", "13812345678"
RECT = b"/Rect[50 50 90 90]"


def annotated(*annotations: bytes, objects: tuple[bytes, ...] = (), catalog: bytes = b"") -> Document:
    """A page with these annotations; `objects` stand after them."""
    bodies = [b"<</Type/Annot%s%s>>" % (RECT, one) for one in annotations]
    references = b" ".join(b"%d 0 R" % number(place) for place in range(len(bodies)))
    return read("a.pdf", written([*bodies, *objects], page=b"/Annots[%s]" % references, catalog=catalog))


def test_comments_are_read_with_their_authors() -> None:
    document = annotated(
        b"/Subtype/Text/Contents%s/T%s" % (words(f"请核对，电话{MOBILE}"), words("赵六")),
        b"/Subtype/Highlight/Contents%s/F 2" % words("看不见的批注"),
    )
    assert texts(document, Part.COMMENT) == [f"请核对，电话{MOBILE}", "看不见的批注"]
    assert places(document)["第1页批注1"] == f"请核对，电话{MOBILE}"
    assert "赵六" in texts(document, Part.PROPERTY)


def test_typed_boxes_are_read_and_their_rich_text_where_it_differs() -> None:
    same = words('<body><p dir="ltr">盒中文字</p></body>')
    other = words(f"<body><p>身份证<b>{ID}</b></p></body>")
    document = annotated(
        b"/Subtype/FreeText/Contents%s/RC%s" % (words("盒中文字"), same),
        b"/Subtype/FreeText/Contents%s/RC%s" % (words("已删去"), other),
    )
    assert texts(document, Part.TEXT_BOX) == ["盒中文字", "已删去"]
    assert texts(document, Part.HIDDEN) == [f"身份证{ID}"]


def test_addresses_of_links_are_read() -> None:
    document = annotated(
        b"/Subtype/Link/A<</S/URI/URI(tel:%s)>>" % MOBILE.encode(),
        b"/Subtype/Link/A<</S/GoTo/D[3 0 R/Fit]>>",
        b"/Subtype/Link/A<</S/Launch/F(list-%s.xls)>>" % ID.encode(),
    )
    assert texts(document, Part.LINK) == [f"tel:{MOBILE}", f"list-{ID}.xls"]


def test_what_was_filled_into_a_form_is_read_under_its_label() -> None:
    fields = (
        b"/Subtype/Widget/FT/Tx/T(name)/TU%s/V%s" % (words("申请人姓名"), words("张三")),
        b"/Subtype/Widget/FT/Tx/T%s/V%s/DV%s/F 2" % (words("身份证号"), words(ID), words("请填写")),
        b"/Subtype/Widget/FT/Ch/T%s/V%s/Opt[%s %s]"
        % (words("经办"), words("甲"), words("甲"), words(MOBILE)),
        b"/Subtype/Widget/FT/Btn/T%s/V/Yes" % words("同意"),
    )
    form = b"/AcroForm<</Fields[%s]>>" % b" ".join(b"%d 0 R" % number(place) for place in range(len(fields)))
    document = annotated(*fields, catalog=form)
    assert texts(document, Part.TEXT_BOX) == ["申请人姓名：张三", f"身份证号：{ID}", "经办：甲"]
    assert texts(document, Part.HIDDEN) == ["请填写", MOBILE]
    found = [document.text[hit.start : hit.end] for hit in find_in_document(document)]
    assert found == ["张三", ID, MOBILE]


def test_a_field_that_the_form_has_lost_is_read_and_one_value_in_two_places() -> None:
    parent = b"<</FT/Tx/T%s/V%s/Kids[%d 0 R]>>" % (words("电话"), words(MOBILE), number(1))
    document = annotated(
        b"/Subtype/Widget/FT/Tx/T%s/V%s" % (words("旧电话"), words(ID)),
        b"/Subtype/Widget/Parent %d 0 R" % number(2),
        objects=(parent,),
        catalog=b"/AcroForm<</Fields[%d 0 R]>>" % number(2),
    )
    assert texts(document, Part.TEXT_BOX) == [f"旧电话：{ID}", f"电话：{MOBILE}"]


def test_bookmarks_scripts_and_descriptions_of_pictures_count_for_personal_data() -> None:
    bookmarks = b"<</Type/Outlines/First %d 0 R/Last %d 0 R>>" % (number(1), number(1))
    bookmark = b"<</Title%s/Parent %d 0 R/Dest[3 0 R/Fit]>>" % (words(f"身份证{ID}"), number(0))
    script = b"<</S/JavaScript/JS%s>>" % words(f'var phone = "{MOBILE}"')
    catalog = b"/Outlines %d 0 R/Names<</JavaScript<</Names[(a) %d 0 R]>>>>" % (number(0), number(2))
    found = read("a.pdf", written([bookmarks, bookmark, script], catalog=catalog))
    assert places(found)["书签1"] == f"身份证{ID}"
    assert places(found)["文件脚本1"] == f'var phone = "{MOBILE}"'


PICTURE = [
    stream(b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", b"a"),
    stream(b"", b"BT /F 16 Tf 50 400 Td (Notice) Tj ET q 100 0 0 100 0 0 cm /I Do Q"),
]


def test_what_a_reader_aloud_would_say_of_a_picture_is_read() -> None:
    root = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<</Nums[0[%d 0 R]]>>>>" % (number(3), number(3))
    figure = b"<</Type/StructElem/S/Figure/P %d 0 R/Pg 3 0 R/K 0/Alt%s>>" % (
        number(2),
        words(f"证件{ID}.jpg"),
    )
    catalog = b"/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R" % number(2)
    fonts = b"/Font<</F 5 0 R>>/XObject<</I %d 0 R>>" % number(0)
    page = b"/StructParents 0/Resources<<%s>>/Contents %d 0 R" % (fonts, number(1))
    found = read("a.pdf", written([*PICTURE, root, figure], catalog=catalog, page=page))
    assert texts(found, Part.HIDDEN) == [f"证件{ID}.jpg"]


PACKET = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    f'xmp:CreatorTool="WPS" pdfx:contact="{MOBILE}"><pdfx:own>张三</pdfx:own>'
    "<pdfx:count>60</pdfx:count><xmp:CreateDate>2022-06-30</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta>"
)


@pytest.mark.parametrize("packed", [False, True])
def test_the_metadata_packet_is_read_beside_the_properties(packed: bool) -> None:
    content = PACKET.encode()
    head = b"/Type/Metadata/Subtype/XML" + (b"/Filter/FlateDecode" if packed else b"")
    metadata = stream(head, zlib.compress(content) if packed else content)
    info = b"/Author%s/Company%s" % (words("张三"), words("某单位"))
    found = read("a.pdf", written([metadata], catalog=b"/Metadata %d 0 R" % number(0), info=info))
    assert texts(found, Part.PROPERTY) == ["张三", "某单位"]
    assert texts(found, Part.HIDDEN) == [MOBILE]


def test_a_broken_metadata_packet_is_searched_all_the_same() -> None:
    content = PACKET.replace("</pdfx:own>", "").encode()
    found = read("a.pdf", written([stream(b"/Type/Metadata", content)]))
    assert "张三" in texts(found, Part.HIDDEN)[0]


def attaching(content: bytes, *, pinned: bool) -> bytes:
    """A PDF in which a file lies."""
    file = b"<</Type/Filespec/F(a.bin)/UF%s/EF<</F %d 0 R>>>>" % (words(f"名单{MOBILE}.docx"), number(1))
    inner = stream(b"/Type/EmbeddedFile", content)
    pin = b"<</Type/Annot/Subtype/FileAttachment%s/FS %d 0 R>>" % (RECT, number(0))
    catalog = b"" if pinned else b"/Names<</EmbeddedFiles<</Names[(a) %d 0 R]>>>>" % number(0)
    return written(
        [file, inner, pin], catalog=catalog, page=b"/Annots[%d 0 R]" % number(2) if pinned else b""
    )


@pytest.mark.parametrize("pinned", [False, True])
def test_files_that_lie_in_a_pdf_are_read_with_their_names(pinned: bool) -> None:
    found = read("a.pdf", attaching(saved(word(f"身份证{ID}")), pinned=pinned))
    assert places(found)["内嵌文件1·第1段"] == f"身份证{ID}"
    assert f"名单{MOBILE}.docx" in texts(found, Part.PROPERTY)


def test_a_pdf_with_a_file_nobody_can_read_is_proofread_and_not_copied() -> None:
    content = attaching(b"\0\1\2", pinned=False)
    assert read("a.pdf", content).pieces[0].text == "Notice"
    with pytest.raises(DocumentError, match="无法检查"):
        masked("a.pdf", content, lambda document: {})


def test_pictures_on_the_pages_are_counted_for_somebody_to_look_at() -> None:
    image = stream(
        b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", b"a"
    )
    shown = stream(b"", b"q 100 0 0 100 0 0 cm /I Do Q")
    page = b"/Resources<</XObject<</I %d 0 R>>>>/Contents %d 0 R" % (number(0), number(1))
    assert pictures(written([image, shown], page=page)) == 1
    assert pictures(written()) == 0


def test_letters_that_are_not_seen_on_the_page_are_read() -> None:
    letters = [b"3 Tr (%s) Tj" % ID.encode(), b"0 Tr 900 900 Td (%s) Tj" % MOBILE.encode()]
    shown = stream(b"", b"BT /F 16 Tf 50 400 Td " + b" ".join(letters) + b" ET")
    document = read("a.pdf", written([shown], page=b"/Contents %d 0 R" % number(0)))
    assert ID in document.text
    assert MOBILE in document.text


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_a_pdf_broken_anywhere_is_read_or_clearly_refused(data: st.DataObject) -> None:
    """Objects that refer to themselves, to nothing, to others than they should."""
    content = attaching(b"a", pinned=True)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(9, len(content) - 1))
        put = data.draw(
            st.sampled_from([b"6", b"3", b"9", b"/", b"<<", b">", b"", b"-1", b"99999999999", b"("])
        )
        content = content[:place] + put + content[place + 1 :]
    said = ""
    try:
        said = read("a.pdf", content).pieces[-1].text
    except DocumentError as error:
        said = str(error)
    assert "a.pdf" in said
