"""The list of problems opens in Excel with every problem on a line of its own."""

from io import BytesIO

import openpyxl
import plans

from gongkai.assessment.result import Finding, FindingKind
from gongkai.notice import problems
from gongkai.notice.plan import Issue, Severity

ISSUE = Issue("totals:annex1", Severity.RED, "合计与各行之和不符", "合计：665", "各行之和：664", ("财政局",))
FINDING = Finding(
    kind=FindingKind.SUBMISSION_SHORT,
    unit="财政局",
    item="",
    measure="submissions.submitted",
    value=8,
    target=24,
    text="=财政局实报信息8条，应报24条",
)


def opened(*args):
    return openpyxl.load_workbook(BytesIO(problems.render(plans.plan(), *args)))


def test_contradictions_and_findings_stand_on_two_sheets():
    book = opened([ISSUE], [FINDING])
    assert [cell.value for cell in book["校核问题"][2]] == [
        1, "须处理", "合计与各行之和不符", "合计：665", "各行之和：664", "财政局", "totals:annex1",
    ]  # fmt: skip
    assert [cell.value for cell in book["存在问题"][2]][1:3] == ["报送数量不足", "财政局"]


def test_numbers_are_numbers_and_text_is_never_a_formula():
    row = opened([], [FINDING])["存在问题"][2]
    assert (row[4].value, row[4].data_type) == (8, "n")
    assert (row[6].value, row[6].data_type) == ("=财政局实报信息8条，应报24条", "s")


def test_nothing_wrong_is_said_in_words():
    assert opened([], [])["校核问题"]["A2"].value == "未发现前后不一致之处。"


def test_the_same_problems_give_the_same_bytes():
    assert problems.render(plans.plan(), [ISSUE], [FINDING]) == problems.render(
        plans.plan(), [ISSUE], [FINDING]
    )
