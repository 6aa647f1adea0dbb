"""存在问题: each kind from its figure, in order, with the numbers in the sentence."""

import pytest
from assessment_builders import count, make_office, make_scheme, make_unit, run

from gongkai.assessment.findings import findings
from gongkai.assessment.problems import PROBLEMS
from gongkai.assessment.result import Finding, FindingKind
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.terms import Period

ACCOUNT = "高崖印象·微信订阅号"
OFFICE = make_office(
    make_scheme(),
    [make_unit("财政局"), make_unit("高崖镇", "镇")],
    columns=[
        {"name": name, "category": "主动公开", "duties": [{"units": ["财政局"], "frequency": "1条/2周"}]}
        for name in ("规划信息", "政府债务")
    ],
    accounts=[
        {
            "name": "高崖印象",
            "platform": "微信订阅号",
            "unit": "高崖镇",
            "holder": "高崖镇",
            "filing": "未经报备",
        }
    ],
)


def found(*figures: Figure) -> list[tuple[FindingKind, str]]:
    return [(one.kind, one.text) for one in run(OFFICE, *figures).findings]


@pytest.mark.parametrize(
    ("kind", "text", "figures"),
    [
        (
            FindingKind.ZERO_SUBMISSION,
            "财政局报送信息为0，应报24条",
            [count("submissions.zero", 1), count("submissions.submitted", 0, due=24)],
        ),
        (
            FindingKind.SUBMISSION_SHORT,
            "财政局实报信息8条，应报24条",
            [count("submissions.short", 16), count("submissions.submitted", 8, due=24)],
        ),
        (FindingKind.LATE_SUBMISSION, "财政局迟报信息2条", [count("submissions.late", 2)]),
        (
            FindingKind.COLUMN_BLANK,
            "财政局“政府债务”栏目2022年二季度更新为0",
            [count("columns.blank", 1, item="政府债务"), count("columns.total", 0, item="政府债务")],
        ),
        (FindingKind.MESSAGE_LATE, "财政局网民留言逾期1件", [count("messages.late", 1)]),
        (FindingKind.ORDER_LATE, "财政局12345工单超时2件", [count("orders.late", 2)]),
        (FindingKind.ORDER_REDONE, "财政局12345工单返工3件", [count("orders.redone", 3)]),
        (
            FindingKind.ACCOUNT_LAPSED,
            "财政局“某县财政·微信订阅号”账号断更：原创信息7条，应发12条",
            [
                count("posts.lapsed", 1, item="某县财政·微信订阅号"),
                count("posts.original", 7, item="某县财政·微信订阅号", due=12),
            ],
        ),
        (
            FindingKind.ACCOUNT_UNAPPROVED,
            f"高崖镇未经报备开设账号1个：“{ACCOUNT}”",
            [count("accounts.unapproved", 1, "高崖镇")],
        ),
    ],
)
def test_each_kind_of_problem_is_said_with_its_numbers(
    kind: FindingKind, text: str, figures: list[Figure]
) -> None:
    assert found(*figures) == [(kind, text)]


def test_a_short_column_tells_each_window_it_missed() -> None:
    figures = [count("columns.short", 2, item="规划信息")] + [
        count("columns.window", value, item="规划信息", window=window, due=2)
        for window, value in [("2022-04", 1), ("2022-05", 2), ("2022-06", 0)]
    ]

    assert found(*figures) == [
        (
            FindingKind.COLUMN_SHORT,
            "财政局“规划信息”栏目更新不达标：4月更新1条，应更新2条；6月更新0条，应更新2条",
        )
    ]


def test_across_two_years_a_window_is_told_with_its_year() -> None:
    figures = [
        count("columns.short", 1, item="规划信息"),
        count("columns.window", 0, item="规划信息", window="2022-01", due=2),
    ]

    (finding,) = findings(OFFICE, Period.parse("2021-12-01..2022-01-31"), figures)

    assert "2022年1月更新0条" in finding.text


def test_a_finding_leads_to_the_figure_a_person_reads() -> None:
    figures = [count("submissions.zero", 1), count("submissions.submitted", 0, due=24)]

    assert run(OFFICE, *figures).findings == (
        Finding(
            kind=FindingKind.ZERO_SUBMISSION,
            unit="财政局",
            item="",
            measure="submissions.submitted",
            value=0,
            target=24,
            text="财政局报送信息为0，应报24条",
        ),
    )


def test_problems_come_by_kind_and_then_as_the_registers_list_them() -> None:
    figures = [
        count("orders.late", 1),
        count("columns.blank", 1, item="政府债务"),
        count("columns.blank", 1, "高崖镇", item="规划信息"),
        count("columns.blank", 1, item="规划信息"),
        count("submissions.zero", 1, "高崖镇"),
    ]

    assert [(one.kind, one.unit, one.item) for one in run(OFFICE, *figures).findings] == [
        (FindingKind.ZERO_SUBMISSION, "高崖镇", ""),
        (FindingKind.COLUMN_BLANK, "财政局", "规划信息"),
        (FindingKind.COLUMN_BLANK, "财政局", "政府债务"),
        (FindingKind.COLUMN_BLANK, "高崖镇", "规划信息"),
        (FindingKind.ORDER_LATE, "财政局", ""),
    ]


def test_a_blank_column_is_both_blank_and_short() -> None:
    figures = [count("columns.short", 3, item="规划信息"), count("columns.blank", 1, item="规划信息")]

    assert [kind for kind, _ in found(*figures)] == [FindingKind.COLUMN_SHORT, FindingKind.COLUMN_BLANK]


def test_a_figure_of_zero_is_no_problem() -> None:
    assert found(*(count(problem.sign, 0) for problem in PROBLEMS.values())) == []


def test_every_kind_has_a_sign_that_is_measured() -> None:
    assert set(PROBLEMS) == set(FindingKind)
    assert {problem.sign for problem in PROBLEMS.values()} | {one.shown for one in PROBLEMS.values()} <= set(
        MEASURES
    )
