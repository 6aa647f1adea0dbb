"""Figures that rest on no data stop the notice; rows left out of an import are said."""

import published
from breaking import changed

from gongkai.assessment.result import Unread
from gongkai.notice import crosscheck
from gongkai.notice.crosscheck import Note
from gongkai.notice.plan import Issue, Severity


def found(assessment=None, notes=()) -> dict[str, Issue]:
    case = published.weibin()
    issues = crosscheck.check(case.plan, case.office, assessment or case.assessment, notes=notes)
    return {issue.code: issue for issue in issues if issue.code.startswith(("unread:", "source:"))}


def test_a_whole_assessment_says_nothing():
    assert found() == {}


def test_duties_nothing_was_read_of_are_counted_named_and_set_against_the_register():
    units = [unit.name for unit in published.weibin().office.units if unit.ranked][:7]
    missing = tuple(Unread(kind="submissions", unit=unit, item="") for unit in units)
    issue = found(changed(published.weibin().assessment, unread=missing))["unread:submissions"]
    assert issue.severity is Severity.RED
    assert f"7家单位的报送任务没有读到数据，现在都按零计：{'、'.join(units[:6])}等7个。" in issue.message
    assert issue.left == "名册登记：41家单位的报送任务"
    assert issue.right == "已导入的数据：其中34项齐全"
    assert issue.units == tuple(units)


def test_a_column_is_named_with_its_unit_and_the_months_missing():
    missing = Unread(kind="columns", unit="财政局", item="财政信息", months=("2021-11", "2021-12"))
    issue = found(changed(published.weibin().assessment, unread=(missing,)))["unread:columns"]
    assert "财政局“财政信息”（11月、12月）" in issue.message


def test_messages_told_of_but_never_imported():
    kept = tuple(f for f in published.weibin().assessment.figures if not f.measure.startswith("messages."))
    issue = found(changed(published.weibin().assessment, figures=kept))["unread:messages"]
    assert issue.severity is Severity.RED
    assert "附件3" in issue.left


def test_rows_left_out_are_one_red_item_a_reason_with_their_places():
    notes = [Note("unit-unknown", "名册中没有", f"报送.xlsx 第{row}行", refused=True) for row in range(1, 9)]
    issue = found(notes=notes)["source:unit-unknown"]
    assert issue.severity is Severity.RED
    assert "有8处问题没有改正" in issue.message
    assert issue.left.endswith("报送.xlsx 第6行等8处")


def test_a_warning_stays_a_doubt():
    assert (
        found(notes=[Note("duplicate-row", "重复", "表")])["source:duplicate-row"].severity is Severity.AMBER
    )
