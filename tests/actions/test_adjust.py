"""Points entered by hand: with reason, person and evidence, counted from the next assessment on, taken back on record."""

import pytest

from gongkai.actions import adjust, storing
from gongkai.actions.adjust import AdjustError
from gongkai.actions.publish import PublishError
from gongkai.records import adjustments, assessments
from gongkai.records.models import AuditEntry
from gongkai.workflows.rights import Forbidden
from gongkai.workflows.roles import Role
from tests.conftest import AT, CLERK
from tests.scored_office import Q2, actor, assessed, office, put_out, run, show

TYPED = {
    "unit": "财政局",
    "item": "新闻动态",
    "points": "2.5",
    "reason": "市级媒体采用",
    "person": "经办某",
    "evidence": "剪报",
    "day": "2022-05-10",
}


@pytest.fixture
def result(qianyang, sheet):
    return assessed(sheet)


def enter(role=Role.CLERK, file=None, **changes: str):
    return adjust.enter(office(), Q2, TYPED | changes, file=file, actor=actor(role), by=CLERK, at=AT)


def take_back(number: int, reason="录错了单位", role=Role.CLERK):
    return adjust.take_back(office(), Q2, number, reason=reason, actor=actor(role), by=CLERK, at=AT)


def total(unit="财政局") -> str:
    newest = assessments.newest(office(), Q2.code)
    return str(next(card.total for card in assessments.content(newest).scorecards if card.unit == unit))


def test_an_entry_counts_from_the_next_assessment_on_and_says_why(result):
    batch = enter()
    assert batch.file_name.startswith("手工录入 2022-01-10 17:00")
    run()
    assert total() == "304.5"
    lines = assessments.content(assessments.newest(office(), Q2.code)).lines_by_unit["财政局"]
    entered = next(line for line in lines if line.reason == "市级媒体采用")
    assert (entered.person, entered.evidence) == ("经办某", "剪报")


def test_a_file_is_evidence_enough_and_is_found_from_the_line(result, settings, tmp_path):
    settings.FILES = tmp_path / "files"
    file = storing.run(
        office(), "采用截图.pdf", [b"%PDF-1.7 a"], 10, accepted=storing.EVIDENCE, by=None, at=AT
    )
    enter(evidence="", file=file)
    found = adjustments.files(office(), Q2.code, "财政局")
    assert found["新闻动态", "市级媒体采用", "经办某", "附件：采用截图.pdf"] == file


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"unit": "不存在的局"}, "unit", "单位“不存在的局”"),
        ({"item": "热线工单超时"}, "item", "指标“热线工单超时”不是考核办法中的人工指标"),
        ({"points": "两分"}, "points", "分值“两分”"),
        ({"points": ""}, "points", "分值没有填写，请补填"),
        ({"reason": " "}, "reason", "事由没有填写，请补填"),
        ({"evidence": ""}, "evidence", "佐证没有填写，请补填"),
        ({"day": "2023-05-10"}, "day", "日期“2023-05-10”"),
    ],
)
def test_every_field_says_what_is_wrong_with_it(result, changes, field, told):
    with pytest.raises(AdjustError, match=told) as refused:
        enter(**changes)
    assert field in refused.value.faults


def test_the_same_entry_is_not_taken_twice_nor_changed_behind_anybody_s_back(result):
    enter()
    for changes in ({}, {"points": "5"}):
        with pytest.raises(AdjustError, match="没有重复录入"):
            enter(**changes)
    assert len([one for one in adjustments.entered(office(), Q2.code) if one.alone]) == 3


def test_taking_back_needs_a_reason_and_leaves_it_on_record(result):
    batch = enter()
    with pytest.raises(AdjustError, match="必须写明理由"):
        take_back(batch.pk, " ")
    take_back(batch.pk)
    run()
    assert total() == "302"
    assert AuditEntry.objects.get(action="adjustment.undo").new == {"reason": "录错了单位"}


def test_other_imports_are_not_taken_back_here(result):
    with pytest.raises(AdjustError, match="不是人工加减分"):
        take_back(result.batches[1])


def test_only_the_clerk_enters_and_takes_back(result):
    with pytest.raises(Forbidden, match="录入人工加减分由经办办理"):
        enter(Role.DIRECTOR)
    with pytest.raises(Forbidden, match="录入人工加减分由经办办理"):
        take_back(result.batches[0], role=Role.LEADER)


def test_nothing_is_entered_into_a_published_period(result):
    show()
    put_out()
    with pytest.raises(PublishError, match="已于2022年7月10日发布并冻结"):
        enter()
    assert "冻结" in adjust.check_open(office(), Q2)
