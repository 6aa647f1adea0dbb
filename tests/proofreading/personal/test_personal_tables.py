"""The head of a column says what its cells are; a list in plain text is read the same way."""

import pytest

from gongkai.proofreading.document import Document, Part, Piece, Table
from gongkai.proofreading.personal.tables import find_in_document
from tests.proofreading.personal.persons import CARD, ID, MOBILE, seen


def document(*rows: tuple[str, ...]) -> Document:
    cells = [cell for row in rows for cell in row]
    pieces = [Piece(Part.BODY, "第1段", "公示名单"), *(Piece(Part.CELL, "", cell) for cell in cells)]
    numbers = iter(range(1, len(pieces)))
    return Document(
        "名单", tuple(pieces), (Table("表1", tuple(tuple(next(numbers) for _ in row) for row in rows)),)
    )


def in_table(*rows: tuple[str, ...]) -> list[tuple[str, str]]:
    made = document(*rows)
    return [(str(hit.kind), made.text[hit.start : hit.end]) for hit in find_in_document(made)]


HEAD = ("序号", "户主姓名", "身份证号码", "联系电话", "家庭住址", "补助金额（元）")
ROW = ("1", "张三", ID, "0917-3212345", "某镇某村三组45号", "1,200")
FOUND = [
    ("姓名", "张三"),
    ("身份证号", ID),
    ("固定电话", "0917-3212345"),
    ("详细住址", "某镇某村三组45号"),
    ("财产状况", "1,200"),
]


def test_columns_are_read_by_their_heads():
    assert in_table(HEAD, ROW) == FOUND


def test_a_title_above_the_head_does_not_matter():
    title = ("某镇救助名单", "", "", "", "", "")
    assert in_table(title, HEAD, ROW) == FOUND


def test_whoever_is_named_above_or_beside_the_columns_is_found():
    """A title row, a row longer than its head: what no column speaks for is read as text."""
    title = (f"某镇救助名单（王某 {MOBILE}）", "", "", "", "", "")
    assert in_table(title, HEAD, ROW) == [("手机号码", MOBILE), *FOUND]
    assert in_table(HEAD, (*ROW, MOBILE)) == [*FOUND, ("手机号码", MOBILE)]


def test_empty_cells_move_nothing_to_another_column():
    """An empty cell of a workbook is one and the same piece wherever it stands."""
    texts = ("序号", "姓名", "电话", "工单编号", "1", "", MOBILE, ID)
    pieces = tuple(Piece(Part.CELL, "", text) for text in texts)
    for row, found in (((4, 5, 5, 6), []), ((4, 5, 6, 5), [MOBILE]), ((4, 5, 5, 7), [])):
        made = Document("", pieces, (Table("表1", ((0, 1, 2, 3), row)),))
        hits = [hit for hit in find_in_document(made) if made.place(hit.start)[0] in row]
        assert [made.text[hit.start : hit.end] for hit in hits] == found


@pytest.mark.parametrize("divider", ["\t", "|", "，", "  ", " "])
def test_a_list_in_plain_text(divider):
    lines = [
        divider.join(("序号", "姓名", "身份证号", "住址", "手机")),
        divider.join(("1", "张三", ID, "某村三组", MOBILE)),
    ]
    assert seen("\n".join(lines)) == [("姓名", "张三"), ("身份证号", ID), ("手机号码", MOBILE)]


def test_a_list_in_markdown():
    text = f"| 姓名 | 银行卡号 |\n|---|---|\n| 张三 | {CARD} |\n| 李四 | 某银行 |\n\n以上名单"
    assert seen(text) == [("姓名", "张三"), ("银行卡号", CARD), ("姓名", "李四")]


def test_numbers_of_things_under_their_head_are_not_of_people():
    assert in_table(("工单编号", "承办单位"), (MOBILE, "县民政局"), (ID, "县水利局")) == []
    assert seen(f"工单编号\t承办单位\n{MOBILE}\t县民政局\n") == []


def test_people_in_office_may_be_named():
    assert in_table(("姓名", "职务", "办公电话"), ("张三", "局长", "0917-3212345")) == []
    assert in_table(("单位", "联系人", "联系电话"), ("县民政局", "李四", "0917-3212345")) == []
    assert in_table(("单位", "联系人", "联系电话"), ("县民政局", "李四", MOBILE)) == [
        ("姓名", "李四"),
        ("手机号码", MOBILE),
    ]


def test_a_form_names_its_fields_beside_them():
    form = (
        ("姓名", "张三", "性别", "男"),
        ("出生年月", "1980年5月", "身份证号", ID),
        ("住址", "某村三组", "备注", ""),
    )
    assert in_table(*form) == [("姓名", "张三"), ("出生日期", "1980年5月"), ("身份证号", ID)]


def test_a_table_without_heads_is_read_as_text():
    assert in_table(("财政局", MOBILE), ("水利局", "12")) == [("手机号码", MOBILE)]


def test_masked_rows_stay():
    masked = ("1", "张某某", f"61{'*' * 13}123", "138****5678", "某镇某村", "")
    assert in_table(HEAD, masked) == []


def test_a_merged_cell_is_found_once():
    pieces = tuple(Piece(Part.CELL, "", cell) for cell in ("姓名", "电话", "张三", MOBILE))
    made = Document("", pieces, (Table("表1", ((0, 1), (2, 3), (2, 3))),))
    assert len(find_in_document(made)) == 2


def test_figures_of_units_are_no_personal_data():
    rows = [("单位", "应报", "实报", "网站采用"), ("发改局", "24", "24", "5"), ("高家镇", "24", "15", "10")]
    assert in_table(*rows) == []
    assert seen("\n".join("\t".join(row) for row in rows)) == []


def test_the_kind_of_paper_beside_a_number_says_what_it_is():
    text = "学生\t证件类型\t证件号码\n林小华\t台湾居民来往大陆通行证\t02984417\n郭小明\t港澳居民来往内地通行证\tH10538826"
    assert [found for kind, found in seen(text) if kind == "通行证号"] == ["02984417", "H10538826"]


def test_any_column_of_people_tells_names_and_an_organisation_among_them_is_none():
    text = "业主\t门牌\t欠费（元）\n亢小利\t石门街76号\t214.50\n某镇老年活动中心\t石门街80号\t96.00"
    assert seen(text) == [("姓名", "亢小利"), ("详细住址", "石门街76号"), ("财产状况", "214.50")]
    text = "被补偿人\t附着物\n弓有才\t花椒树40棵"
    assert seen(text) == [("姓名", "弓有才")]
    assert seen("项目\t负责人\n某项目\t张小明") == []
