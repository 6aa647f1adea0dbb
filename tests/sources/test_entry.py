"""What a person types is read as a spreadsheet is; the place of a fault is the row they typed."""

from datetime import date

import pytest
from source_files import ReadRows, codes, office

from gongkai.measures.facts import Fact
from gongkai.sources import entry, registry
from gongkai.sources.entry import TypedRow
from gongkai.sources.faults import Code
from gongkai.sources.reading import Reading
from gongkai.terms import Period

QUARTER = Period.parse("2021Q4")
ORDER = {
    "number": "GD20211008000123456",
    "unit": "区财政局",
    "day": "2021-10-08",
    "due": "10月15日",
    "closed": "2021/10/14",
    "type": "求助类",
    "callback": "满意",
}


def typed(kind: str, *rows: TypedRow, form: str = "") -> Reading:
    return entry.read(kind, rows, office=office(), period=QUARTER, form=form)


def unplaced(facts: list[Fact]) -> list[tuple[object, ...]]:
    """Facts without sheet and row."""
    return [fact[:-2] for fact in facts]


TYPED: dict[str, list[TypedRow]] = {
    "submissions": [
        {"unit": "财政局", "day": "2021-10-08", "title": "年报", "late": "是", "outlet": "宝鸡日报"}
    ],
    "adoptions": [{"unit": "财政局", "day": "2021-10-08", "title": "年报", "outlet": "宝鸡日报"}],
    "columns": [{"column": "规范性文件", "unit": "司法局", "day": "2021-10-08", "title": "办法"}],
    "messages": [{"number": "L1", "unit": "财政局", "day": "2021-10-08", "due": "", "closed": ""}],
    "orders": [ORDER, ORDER | {"number": "GD2", "closed": ""}],
    "posts": [{"account": "平安石鼓", "platform": "新浪微博", "day": "2021-10-08", "title": "安全"}],
    "adjustments": [
        {
            "unit": "财政局",
            "item": "新闻动态加减分",
            "points": "-2.5",
            "reason": "失实",
            "person": "某某",
            "evidence": "截图",
            "day": "",
        }
    ],
}


@pytest.mark.parametrize("kind", registry.KINDS)
def test_typed_events_give_the_facts_of_a_spreadsheet(kind: str, read_rows: ReadRows) -> None:
    rows, form = TYPED[kind], registry.form(kind)
    sheet = [[form.label(field) for field in rows[0]], *([row[field] for field in rows[0]] for row in rows)]
    read, expected = typed(kind, *rows), read_rows(sheet, kind=kind)
    assert read.facts
    assert {each: unplaced(facts) for each, facts in read.facts.items()} == {
        each: unplaced(facts) for each, facts in expected.facts.items()
    }
    assert codes(read) == codes(expected)
    assert [(fact.sheet, fact.row) for fact in read.facts[kind]] == [
        ("手工录入", number) for number in range(1, len(rows) + 1)
    ]


def test_a_fault_names_the_row_typed_and_leads_to_its_field() -> None:
    read = typed("orders", ORDER, {}, ORDER | {"number": "GD2", "day": "去年", "closed": ""})
    (fault,) = read.errors
    assert (fault.row, fault.value, fault.code) == (3, "去年", Code.DAY_INVALID)
    assert read.layouts[0].field_at(fault.column) == "day"
    assert [fact.row for fact in read.facts["orders"]] == [1]


def test_a_name_that_may_mean_several_units_is_asked_about() -> None:
    (question,) = typed("orders", ORDER | {"unit": "姜谭"}).questions
    assert (question.text, question.places[0].row) == ("姜谭", 1)
    assert [choice.unit for choice in question.candidates] == ["姜谭办", "姜谭工业园"]


def test_a_number_left_blank_is_refused_as_in_a_spreadsheet() -> None:
    assert codes(typed("orders", ORDER | {"number": " "})) == [Code.BLANK]


def test_a_required_field_that_no_row_has_is_still_asked_for() -> None:
    read = typed("columns", {"column": "规范性文件", "unit": "司法局", "day": "2021-10-08"})
    assert [(read.layouts[0].field_at(fault.column), fault.code) for fault in read.errors] == [
        ("title", Code.BLANK)
    ]


@pytest.mark.parametrize("rows", [(), ({},), ({"unit": " ", "title": ""},)])
def test_a_form_sent_empty_says_so(rows: tuple[TypedRow, ...]) -> None:
    (fault,) = typed("submissions", *rows).errors
    assert fault.reason == "没有填写任何内容"


def test_a_row_that_a_spreadsheet_would_pass_over_is_not_lost_in_silence() -> None:
    good = {"unit": "财政局", "submitted": "3"}
    read = typed("submissions", good, {"unit": "合计", "submitted": "3"}, form="信息报送情况统计表")
    (fault,) = read.errors
    assert (fault.row, fault.value, fault.code) == (2, "合计", Code.ROW_UNREAD)
    only = typed("submissions", {"unit": "合计", "submitted": "3"}, form="信息报送情况统计表")
    assert codes(only) == [Code.ROW_UNREAD]


def test_counts_by_outlet_are_typed_by_the_outlets_names() -> None:
    row = {"unit": "财政局", "submitted": "8", "adopted:宝鸡日报": "2", "adopted:区政府网站": ""}
    read = typed("submissions", row, form="信息报送情况统计表")
    assert read.faults == []
    assert [(fact.outlet, fact.quantity) for fact in read.facts["adoptions"]] == [
        ("宝鸡日报", 2),
        ("区政府网站", 0),
    ]


def test_months_are_typed_by_their_names() -> None:
    row = {"column": "规范性文件", "unit": "司法局", "months:11月": "2"}
    (fact,) = typed("columns", row, form="栏目更新统计表（分月）").facts["columns"]
    assert (fact.day, fact.quantity) == (date(2021, 11, 30), 2)


def test_a_field_that_the_form_has_not_is_refused() -> None:
    assert codes(typed("orders", ORDER | {"weather": "晴"})) == [Code.MAPPING_INVALID]


def test_an_unknown_kind_or_form_is_refused_in_words() -> None:
    with pytest.raises(registry.UnknownKind, match="没有“weather”这种资料"):
        typed("weather", {})
    with pytest.raises(registry.UnknownKind, match="工单明细、工单办理情况统计表"):
        typed("orders", {}, form="天气表")


def test_equal_rows_have_one_digest() -> None:
    one, other = typed("orders", ORDER), typed("orders", ORDER | {"closed": ""})
    assert one.digest == typed("orders", dict(ORDER)).digest != other.digest
    assert one.name == "手工录入"
