"""What was recognised can be seen: header, columns, what they were taken for, values that stand there."""

from pathlib import Path

import pytest
import xlsxwriter
from source_files import SUBMISSIONS, ReadRows, office, read, xlsx

from gongkai.measures.facts import FACTS
from gongkai.sources import adjusting
from gongkai.sources.adjusting import FormChoice
from gongkai.terms import Period

QUARTER = Period.parse("2021Q4")


def test_a_recognised_sheet_shows_what_each_column_was_taken_for(read_rows: ReadRows) -> None:
    (layout,) = read_rows(
        [["信息报送情况统计表"], *SUBMISSIONS, ["司法局", 24, 2, 0], ["卫健局", 24, 5, 1]]
    ).layouts
    assert (layout.sheet, layout.kind, layout.form) == ("Sheet1", "submissions", "信息报送情况统计表")
    assert (layout.first_row, layout.header_row, layout.mapped) == (2, 2, False)
    assert [(column.letter, column.header, column.field, column.meaning) for column in layout.columns] == [
        ("A", "单位", "unit", "报送单位"),
        ("B", "应报", "quota", "应报"),
        ("C", "实报", "submitted", "实报"),
        ("D", "网站采用", "adopted", "区政府网站"),
    ]
    assert [column.samples for column in layout.columns[:2]] == [("财政局", "石鼓镇", "司法局"), ("24",)]


def test_a_header_of_two_rows_shows_all_its_words(read_rows: ReadRows) -> None:
    rows = [["栏目", "单位", "各月更新", None], [None, None, "10月", "11月"], ["规范性文件", "司法局", 1, 0]]
    (layout,) = read_rows(rows).layouts
    assert (layout.first_row, layout.header_row) == (1, 2)
    assert [(column.header, column.field, column.meaning) for column in layout.columns[2:]] == [
        ("各月更新10月", "months", "2021年10月"),
        ("各月更新11月", "months", "2021年11月"),
    ]


def test_a_sheet_nobody_knows_shows_its_likeliest_header(read_rows: ReadRows) -> None:
    rows = [
        ["某某单位报表"],
        ["谁", "几条", None, "说明"],
        ["财政局", 8, "x", None],
        ["司法局", 2, None, None],
    ]
    (layout,) = read_rows(rows).layouts
    assert (layout.kind, layout.adjustable, layout.header_row) == ("", True, 2)
    assert layout.reason.startswith("不认识这张表")
    assert [(column.header, column.samples) for column in layout.columns] == [
        ("谁", ("财政局", "司法局")),
        ("几条", ("8", "2")),
        ("", ("x",)),
        ("说明", ()),
    ]


def test_a_sheet_that_is_no_table_says_that_it_cannot_be_mapped(read_rows: ReadRows) -> None:
    (layout,) = read_rows([["关于本季度情况的说明"], ["各单位报送及时。"]]).layouts
    assert (layout.adjustable, layout.reason) == (False, "没有找到表头")


def test_a_hidden_sheet_cannot_be_mapped(tmp_path: Path) -> None:
    path = tmp_path / "隐藏.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("说明").write(0, 0, "见下表")
        book.add_worksheet("底稿").write_row(0, 0, ["单位", "实报"])
        book.worksheets()[1].hide()
    assert [layout.adjustable for layout in read(path).layouts] == [False, False]


def test_the_signature_is_that_of_the_words_not_of_their_place(read_rows: ReadRows) -> None:
    plain = read_rows(SUBMISSIONS).layouts[0].signature
    assert read_rows([["标题"], *SUBMISSIONS[:2]], sheet="二月").layouts[0].signature == plain
    spaced = [["单 位", "应报", "实报", "网站采用", None], *SUBMISSIONS[1:]]
    assert read_rows(spaced).layouts[0].signature == plain
    other = [["单位", "应报", "实报", "宝鸡日报"], *SUBMISSIONS[1:]]
    assert read_rows(other).layouts[0].signature != plain


def test_other_headers_of_a_sheet_can_be_looked_at(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "表.xlsx", [["表一", "某某"], ["单位", "实报"], ["财政局", 8]])
    found = adjusting.headers_of(path, "Sheet1")
    assert [(each.first_row, each.header_row) for each in found][:3] == [(1, 1), (1, 2), (1, 3)]
    assert (2, 2) in [(each.first_row, each.header_row) for each in found]
    assert adjusting.headers_of(path, "没有这张") == ()


def choice(kind: str, form: str) -> FormChoice:
    return next(
        each for each in adjusting.choices(office(), QUARTER) if (each.kind, each.form) == (kind, form)
    )


def test_every_kind_offers_a_list_of_events_and_each_form_once() -> None:
    choices = adjusting.choices(office(), QUARTER)
    assert [each.kind for each in choices if each.events] == list(FACTS)
    assert len({(each.kind, each.form) for each in choices}) == len(choices)


def test_required_fields_of_a_form_are_known_with_their_labels() -> None:
    orders = choice("orders", "工单明细")
    assert orders.kind_label == "12345工单"
    assert [field.label for field in orders.fields if field.required] == [
        "工单编号",
        "承办单位",
        "受理日期",
        "办结日期",
    ]
    assert (orders.label("due"), orders.label("weather")) == ("办理期限", "")
    assert next(field.holds for field in orders.fields if field.key == "due") == "日期"


@pytest.mark.parametrize(
    ("kind", "form", "members"),
    [
        ("columns", "栏目更新统计表（分月）", ["months", "months:10月", "months:11月", "months:12月"]),
        ("adoptions", "信息采用情况统计表", ["adopted", "adopted:区政府网站", "adopted:宝鸡日报"]),
        (
            "adjustments",
            "政务公开考核打分表",
            ["scores", "scores:新闻动态", "scores:日常工作", "scores:政务新媒体"],
        ),
    ],
)
def test_columns_named_by_their_headers_can_be_chosen_one_by_one(
    kind: str, form: str, members: list[str]
) -> None:
    keys = [field.key for field in choice(kind, form).fields]
    assert keys[-len(members) :] == members


def test_months_of_a_period_longer_than_a_year_are_chosen_with_their_year() -> None:
    months = Period.parse("2021-01-01..2022-02-28")
    choices = adjusting.choices(office(), months)
    monthly = next(each for each in choices if each.form == "栏目更新统计表（分月）")
    assert "months:2021年1月" in [field.key for field in monthly.fields]
