"""What actions return, as a clerk reads it."""

import pytest
from fact_tables import fact

from gongkai.actions.comparing import Difference, Preview
from gongkai.assessment.result import Unread
from gongkai.measures.figures import Figure
from gongkai.records.readers import Place
from gongkai.records.replaced import Change
from gongkai.sources.faults import Choice, Code, Fault, Question, Severity
from gongkai.sources.reading import Reading, SheetReading
from gongkai.web import presenters

ERROR = Fault("报送", 7, "B", "若干", "不是数字", "请改为数字", Severity.ERROR, Code.COUNT_INVALID)
WARNING = ERROR._replace(severity=Severity.WARNING, reason="请核对")
QUESTION = Question("姜谭", (), (Choice("姜谭办", 0.8), Choice("姜谭工业园", 0.7)))


def preview(**differences: Difference) -> Preview:
    sheet = SheetReading("报送", "submissions", [], [WARNING, ERROR], [QUESTION])
    return Preview(Reading("表.xlsx", "", (sheet,)), differences, (ERROR,))


def figure(measure: str, value: int | None = 1, item: str = "", window: str = "", **more: object) -> Figure:
    return Figure("财政局", item, window, measure, value, **more)


def test_errors_come_before_what_is_to_be_looked_at():
    assert list(presenters.fault_rows(preview())) == [
        ("须改正", "工作表“报送”B7", "若干", "不是数字", "请改为数字"),
        ("请核对", "工作表“报送”B7", "若干", "请核对", "请改为数字"),
    ]


def test_a_change_shows_only_what_differs_and_in_words():
    old = fact("orders", "财政局", row=3, outcome="open", number="1", key="1")
    new = old._replace(outcome="late", unit="司法局", row=9)
    rows = list(presenters.change_rows(preview(orders=Difference(changed=[Change(old, new, 1)]))))
    assert rows == [("12345工单", old.key, "单位 财政局，办理结果 在办", "单位 司法局，办理结果 超时办结")]


def test_a_preview_in_json_has_counts_faults_and_questions():
    told = presenters.preview_json("表.xlsx", preview(orders=Difference(same=2)), None)
    assert told["counts"] == {"orders": {"added": 0, "changed": 0, "same": 2}}
    assert [(one["severity"], one["row"]) for one in told["faults"]] == [
        (Severity.ERROR.value, 7),
        (Severity.WARNING.value, 7),
    ]
    (question,) = told["questions"]
    assert question["text"] == "姜谭"
    assert {choice["unit"] for choice in question["candidates"]} == {"姜谭办", "姜谭工业园"}
    assert all(0 < choice["score"] < 1 for choice in question["candidates"])
    assert told.keys() == presenters.preview_json("表.xlsx", None, None, "读不了").keys()


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (figure("submissions.submitted", 8), "8"),
        (figure("orders.on_time_rate", None, numerator=20, denominator=22), "90.9%（20/22）"),
        (figure("orders.on_time_rate", None, numerator=0, denominator=0), "—（0/0）"),
    ],
)
def test_a_rate_is_shown_with_its_parts(shown, text):
    assert presenters.figure_text(shown) == text


def test_figures_stand_by_line_of_business_and_each_item_s_together():
    found = [
        figure("columns.total", item="乙栏"),
        figure("columns.short", item="甲栏"),
        figure("submissions.submitted"),
        figure("columns.updates", item="乙栏", window="2021-10"),
    ]
    grouped = presenters.by_kind(found)
    assert list(grouped) == ["submissions", "columns"]
    assert [(one.item, one.measure) for one in grouped["columns"]] == [
        ("乙栏", "columns.updates"),
        ("乙栏", "columns.total"),
        ("甲栏", "columns.short"),
    ]


def test_windows_stand_side_by_side_and_an_item_is_named_once():
    months = [figure("columns.updates", n, "栏", f"2021-{n}") for n in (10, 11)]
    judged = figure("columns.window", 10, "栏", "2021-10", target=1, met=True)
    behind = [Place("表.xlsx", "栏目", 5)]
    rows = list(presenters.figure_rows([*months, judged], lambda _: behind))
    assert [(row[0], row[2], row[3], row[4], row[5]) for row in rows] == [
        ("栏", "10月：10，11月：11", None, "", "表.xlsx 栏目 第5行"),
        ("", "10月：10", 1, "是", ""),
    ]


def test_places_name_file_and_sheet_once_and_rows_in_order():
    found = [Place("甲.xlsx", "一", row) for row in (7, 5, 5)] + [Place("乙.xlsx", "二", 2)]
    assert presenters.places(found) == "甲.xlsx 一 第5、7行；乙.xlsx 二 第2行"
    assert presenters.places([]) == ""


@pytest.mark.parametrize(
    ("rows", "text"), [([8], "第8行"), ([5, 6, 7], "第5、6、7行"), (list(range(5, 20)), "第5、6、7行等15行")]
)
def test_more_rows_than_fit_are_counted(rows, text):
    assert presenters.row_numbers(rows) == text


def test_each_measure_says_once_what_it_means():
    said = presenters.meanings([figure("submissions.submitted"), figure("submissions.submitted")])
    assert len(said) == 1
    assert "——" in said[0]


def test_a_zero_that_nobody_handed_in_says_so_where_others_name_their_file():
    missing = [
        Unread(kind="columns", unit="财政局", item="甲栏"),
        Unread(kind="columns", unit="财政局", item="乙栏", months=("2021-11", "2021-12")),
    ]
    figures = [
        figure("columns.total", 0, "甲栏"),
        figure("columns.total", 3, "乙栏"),
        figure("columns.total", 0, "丙栏"),
    ]
    behind = {"乙栏": [Place("表.xlsx", "栏目", 5)]}
    rows = presenters.figure_rows(figures, lambda one: behind.get(one.item, []), missing)
    assert [row[5] for row in rows] == ["未导入", "表.xlsx 栏目 第5行；11月、12月未导入", ""]


def test_duties_without_data_are_counted_by_kind_after_assessing():
    missing = [Unread(kind=kind, unit="财政局", item="") for kind in ("submissions", "columns", "columns")]
    assert "信息报送 1 项、栏目更新 2 项" in presenters.unread_text(missing)
    assert presenters.unread_text([]) == ""


def test_a_page_calls_people_by_name_and_leaves_sign_in_names_to_the_audit():
    assert presenters.person_name("经办某（weibin-jingban）") == "经办某"
    assert presenters.person_name("管理员某") == "管理员某"
    assert presenters.person_name("张某（挂职）") == "张某（挂职）"
