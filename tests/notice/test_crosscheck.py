"""The gate on the two published cases: what is known to be doubtful is shown, and nothing is red."""

import published
import pytest

from gongkai.notice import crosscheck
from gongkai.notice.crosscheck import Note
from gongkai.notice.crosscheck.registry import CHECKS
from gongkai.notice.plan import Issue, Severity


def issues(case: published.Published, notes: tuple[Note, ...] = ()) -> list[Issue]:
    return crosscheck.check(case.plan, case.office, case.assessment, notes=notes)


def about(found: list[Issue], code: str) -> list[tuple[str, str]]:
    return [(issue.left, issue.right) for issue in found if issue.code == code]


@pytest.mark.parametrize("case", [published.weibin, published.qianyang])
def test_the_sample_notices_can_be_issued(case):
    assert [issue for issue in issues(case()) if issue.severity is Severity.RED] == []


def test_weibin_shows_every_published_figure_that_differs():
    found = issues(published.weibin())
    assert about(found, "statement:posts.published") == [("正文一、4：946", "现有数据：918")]
    assert about(found, "statement:register.columns") == [("正文一、2：39", "现有数据：37")]
    assert about(found, "statement:columns.total") == [("正文一、2：328", "现有数据：317")]
    assert about(found, "statement:account.platform") == [("正文二、3：微信订阅号", "现有数据：微信服务号")]
    assert about(found, "statement:rules.posting") == [("附件4备注：1条/5自然日", "现有数据：1条/5工作日")]
    assert len(found) == 5


def test_qianyang_shows_both_denominators_side_by_side():
    ((left, right),) = about(issues(published.qianyang()), "order_denominators")
    assert left.endswith("389/391 = 99.5%")
    assert right.endswith("329/331 = 99.4%")


def test_qianyang_shows_its_unapproved_account_and_its_uneven_groups():
    found = {issue.code: issue for issue in issues(published.qianyang())}
    assert found["unapproved_account"].units == ("高崖镇",)
    assert "重点领域2" in found["score_groups"].right
    assert "重点领域2" not in found["score_groups"].left
    assert set(found) == {
        "unapproved_account",
        "score_groups",
        "order_denominators",
        "statement:orders.on_time",
    }


def test_what_an_import_found_odd_is_shown_again():
    note = Note("duplicate", "“批准和实施信息”与发改局重复一行，只计一次", "columns.xlsx 第31行")
    (shown,) = [issue for issue in issues(published.weibin(), (note,)) if issue.code == "source:duplicate"]
    assert shown.severity is Severity.AMBER
    assert (shown.message, shown.left) == (note.message, note.place)


def test_every_issue_has_words_for_the_clerk_and_a_code_without_spaces():
    for case in (published.weibin(), published.qianyang()):
        for issue in issues(case):
            assert issue.message
            assert " " not in issue.code


def test_each_check_is_registered_once():
    assert len(set(CHECKS)) == len(CHECKS)
