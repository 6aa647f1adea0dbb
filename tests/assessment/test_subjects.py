"""What a unit may object to: its own lines, problems and figures, and what is not there at all."""

from gongkai.assessment.result import Assessment, Finding, FindingKind, PointLine
from gongkai.assessment.subjects import LACKING, subjects
from gongkai.measures.figures import Figure

RESULT = Assessment(
    office="千阳",
    period="2022Q2",
    scheme="办法",
    scheme_version="1",
    snapshot="",
    figures=(
        Figure("财政局", "", "", "orders.handled", 8),
        Figure("财政局", "", "", "submissions.submitted", 8, target=24, met=False),
        Figure("财政局", "工作动态", "2022-05", "columns.window", 0, target=1, met=False),
        Figure("财政局", "", "", "orders.on_time_rate", None, 7, 8),
        Figure("审计局", "", "", "orders.handled", 5),
    ),
    lines=(
        PointLine(
            unit="财政局", dimension="日常工作", item="超时", label="热线工单超时", rule="", basis="", points=-2,
            measure="orders.late",
        ),
        PointLine(
            unit="财政局", dimension="新闻", item="新闻", label="新闻动态", rule="", basis="", points=2, reason="采用"
        ),
        PointLine(unit="审计局", dimension="新闻", item="新闻", label="新闻动态", rule="", basis="", points=3),
    ),
    findings=(
        Finding(
            kind=FindingKind.SUBMISSION_SHORT, unit="财政局", item="", measure="submissions.submitted", value=8,
            target=24, text="财政局实报信息8条，应报24条",
        ),
        Finding(
            kind=FindingKind.ORDER_LATE, unit="财政局", item="", measure="orders.late", value=1, target=None,
            text="财政局12345工单超时1件",
        ),
    ),
)  # fmt: skip


def test_a_unit_chooses_among_its_own_points_first_then_problems_then_figures():
    found = subjects(RESULT, "财政局")
    assert [(one.heading, one.label) for one in found] == [
        ("得分", "日常工作·热线工单超时（−2分）"),
        ("得分", "新闻·新闻动态（+2分，采用）"),
        ("存在问题", "报送数量不足：实报信息8条，应报24条"),
        ("存在问题", "12345工单超时1件"),
        ("未达到要求的数字", "信息报送·实报：8条，应达到24条"),
        ("未达到要求的数字", "栏目更新·时段更新“工作动态”2022年5月：0条，应达到1条"),
        ("其他数字", "12345工单·承办件：8件"),
        ("其他", LACKING),
    ]


def test_each_leads_to_its_figure():
    late, manual, *_ = subjects(RESULT, "财政局")
    assert (late.measure, manual.measure) == ("orders.late", "")


def test_a_unit_without_anything_may_say_that_something_is_missing():
    assert [one.label for one in subjects(RESULT, "民政局")] == [LACKING]
