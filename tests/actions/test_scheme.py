"""A scheme is checked with the line of each fault, saved by one person at a time, and tried out without a trace."""

import pytest

from gongkai.actions import scheme
from gongkai.actions.scheme import Fault, SchemeError, SchemeMoved
from gongkai.assessment.result import AssessmentError
from gongkai.office.faults import PackError
from gongkai.records import assessments, schemes
from gongkai.records.audit import Who
from gongkai.records.models import Assessment, AuditEntry
from gongkai.terms import Period
from gongkai.workflows.rights import Forbidden
from gongkai.workflows.roles import Role
from tests.conftest import AT, CLERK
from tests.scored_office import Q2, actor, assessed, office, put_out, run, show

LATE = '{ kind = "event", points = -2 }'
OTHER = Who("另一经办", "测试")


def text() -> str:
    return scheme.text_of(office())


def save(new: str, based_on: str | None = None, role=Role.CLERK, by=CLERK) -> bool:
    started = scheme.digest(text()) if based_on is None else based_on
    return scheme.save(office(), new, based_on=started, actor=actor(role), by=by, at=AT)


def line(part: str) -> int:
    return next(number for number, row in enumerate(text().split("\n"), 1) if part in row)


def test_every_fault_stands_in_its_line(qianyang):
    wrong = text().replace("orders.late", "orders.lat").replace('on = "工作动态"', 'on = "工作动太"')
    found = scheme.faults(office(), wrong)
    assert [fault.line for fault in found] == [line('on = "工作动态"'), line("orders.late")]
    assert "是否应为“工作动态”" in found[0].message
    assert "是否应为“orders.late”" in found[1].message
    assert found[1].message.startswith("“工单超时”")


def test_shape_and_references_are_told_together(qianyang):
    wrong = text().replace("base = 300", 'base = "三百"').replace('groups = ["镇"] }', 'groups = ["乡"] }')
    found = scheme.faults(office(), wrong)
    assert Fault(7, "现为“三百”，应为数字") in found
    assert any(fault.line == line('{ name = "重点领域", ') and "“乡”" in fault.message for fault in found)


@pytest.mark.parametrize(
    ("added", "told"),
    [("\n[x", "末尾"), ("\ncommend = 4", "同一个键写了两次"), ("\n= 3", "不符合 TOML 语法")],
)
def test_what_is_no_toml_is_told_by_line(qianyang, added, told):
    lines = text().count("\n") + 2
    [fault] = scheme.faults(office(), text() + added)
    assert fault.line in (lines - 1, lines)
    assert told in fault.message


def test_the_stored_text_has_no_fault_and_saving_it_changes_nothing(qianyang):
    assert scheme.faults(office(), text()) == []
    assert save(text().replace("\n", "\r\n")) is False
    assert save(f"# 一句注释\n{text()}") is False
    assert not AuditEntry.objects.filter(action="scheme.save").exists()


def test_a_saved_scheme_is_the_office_s_and_its_versions_are_kept(qianyang):
    new = text().replace(LATE, LATE.replace("-2", "-3"))
    assert save(new)
    assert text() == new
    [latest, first] = schemes.versions(office())
    assert (latest.text, LATE in first.text) == (new, True)


def test_a_faulty_scheme_is_not_saved(qianyang):
    with pytest.raises(PackError):
        save(text().replace("orders.late", "orders.lat"))
    assert 'orders.lat"' not in text()


def test_the_second_of_two_people_is_told_who_was_first(qianyang):
    started = scheme.digest(text())
    save(text().replace("base = 300", "base = 310"), by=OTHER)
    with pytest.raises(SchemeMoved, match="另一经办已于2022-01-10 17:00改动了考核办法"):
        save(text().replace("base = 310", "base = 320"), based_on=started)
    assert "base = 310" in text()


def test_a_leader_does_not_edit_the_scheme(qianyang):
    with pytest.raises(Forbidden, match="修改考核办法由经办或科室负责人办理"):
        save(text() + " ", role=Role.LEADER)


def test_a_trial_moves_ranks_and_leaves_no_trace(qianyang, sheet):
    row = assessed(sheet)
    entries = AuditEntry.objects.count()
    trial = scheme.try_out(office(), Q2, text().replace(LATE, LATE.replace("-2", "-20")))
    totals = [{card.unit: str(card.total) for card in one.scorecards} for one in (trial.before, trial.after)]
    assert [one["审计局"] for one in totals] == ["298", "280"]
    assert [one["财政局"] for one in totals] == ["302", "302"]
    assert (Assessment.objects.count(), AuditEntry.objects.count()) == (1, entries)
    assert trial.row == row


def test_the_same_scheme_tried_out_gives_the_same_scores(qianyang, sheet):
    assessed(sheet)
    trial = scheme.try_out(office(), Q2, text())
    assert trial.before.scorecards == trial.after.scorecards
    assert trial.before.lines == trial.after.lines


def test_a_trial_says_which_adjustments_would_be_lost(qianyang, sheet):
    assessed(sheet)
    without = "\n".join(row for row in text().split("\n") if not row.strip().startswith('{ key = "新闻动态"'))
    with pytest.raises(AssessmentError, match="财政局的人工加减分“新闻动态”：考核办法中没有这一指标"):
        scheme.try_out(office(), Q2, without)


def test_a_trial_needs_an_assessment(qianyang):
    with pytest.raises(SchemeError, match="2022年三季度还没有考核结果"):
        scheme.try_out(office(), Period.parse("2022Q3"), text())


def test_a_new_scheme_leaves_published_results_as_they_are(qianyang, sheet):
    row = assessed(sheet)
    show()
    put_out()
    before = assessments.content(row)
    save(text().replace("base = 300", "base = 310"))
    assert assessments.content(assessments.newest(office(), Q2.code)) == before


def test_a_new_scheme_holds_from_the_next_assessment_on(qianyang, sheet):
    assessed(sheet)
    save(text().replace("base = 300", "base = 310"))
    assert assessments.content(run()).scorecards[0].base == 310
