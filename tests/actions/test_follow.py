"""Each step of an item is checked, written down and audited; the second of two people is told."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from gongkai.actions import follow, rectify, storing
from gongkai.actions.follow import ItemMoved
from gongkai.actions.rectify import RectifyError
from gongkai.records import audit, models
from gongkai.records.audit import Who
from gongkai.workflows.rectification import Event
from gongkai.workflows.rights import Actor, Forbidden
from gongkai.workflows.roles import Role
from gongkai.workflows.states import WrongMove
from tests.conftest import AT
from tests.records.issued import assessment, finding, notice

DEADLINE = date(2022, 1, 20)
LATER = AT + timedelta(days=20)
LIAISON = Actor("信息员某", frozenset({Role.LIAISON}), "财政局")
OTHER_UNIT = Actor("信息员某", frozenset({Role.LIAISON}), "教体局")
CLERK = Actor("经办某", frozenset({Role.CLERK}))
DIRECTOR = Actor("科长某", frozenset({Role.DIRECTOR}))
SUPERVISION = Actor("督查某", frozenset({Role.SUPERVISION}))


@pytest.fixture
def office(weibin) -> models.Office:
    row = models.Office.objects.get(key=weibin)
    found = [
        finding("财政局", "零报送"),
        finding("财政局", "断更", "渭滨财政·微博", measure="posts.original"),
    ]
    rectify.open_items(notice(assessment(row, found)), deadline=DEADLINE, by=Who("经办某"), at=AT)
    return row


@pytest.fixture
def scan(office, settings, tmp_path) -> models.StoredFile:
    settings.FILES = tmp_path / "files"
    content = b"%PDF-1.4 \xe6\x95\xb4\xe6\x94\xb9"
    return storing.run(office, "报告.pdf", [content], len(content), accepted=storing.SCANS, by=None, at=AT)


@pytest.fixture
def take(office) -> Callable[..., models.Rectification]:
    """Take a step with item 1 (or those of `versions`) and return the first."""

    def taken(event: Event, actor: Actor, at: datetime = AT, versions=None, **given) -> models.Rectification:
        chosen = versions or {1: None}
        return follow.step(office, event, chosen, actor=actor, by=Who(actor.person), at=at, **given)[0]

    return taken


@pytest.fixture
def submitted(take, scan) -> models.Rectification:
    take(Event.RECEIVE, LIAISON)
    return take(Event.SUBMIT, LIAISON, words="已补报信息", file=scan)


def test_the_usual_way_is_kept_with_who_when_words_and_scan(take, submitted, scan):
    take(Event.ACCEPT, CLERK)
    closed = take(Event.CLOSE, CLERK, at=LATER)
    assert (closed.state, closed.closed_at) == ("closed", LATER)
    history = [(one.event, one.by, one.text, one.file) for one in closed.events.all()]
    assert history == [
        ("receive", "信息员某", "", None),
        ("submit", "信息员某", "已补报信息", scan),
        ("accept", "经办某", "", None),
        ("close", "经办某", "", None),
    ]


def test_each_step_is_an_entry_of_the_audit_with_old_and_new(submitted):
    entry = models.AuditEntry.objects.latest("sequence")
    assert (entry.action, entry.object, entry.by) == (
        "rectification.submit",
        "weibin/rectifications/1",
        "信息员某",
    )
    assert (entry.old["state"], entry.new["state"]) == ("received", "submitted")
    assert entry.new["words"] == "已补报信息"
    assert audit.verify().broken is None


def test_one_report_answers_for_several_problems(take, scan):
    both = {1: 0, 2: 0}
    take(Event.RECEIVE, LIAISON, versions=both)
    take(Event.SUBMIT, LIAISON, versions={1: 1, 2: 1}, words="一并整改", file=scan)
    assert list(models.Rectification.objects.values_list("state", flat=True)) == ["submitted", "submitted"]


def test_all_or_none_of_several(take, submitted, scan):
    with pytest.raises(WrongMove):
        take(Event.SUBMIT, LIAISON, versions={1: None, 2: None}, words="一并整改", file=scan)
    assert models.Rectification.objects.get(number=2).state == "issued"


@pytest.mark.parametrize(
    ("words", "missing"), [("", "请填写整改情况"), ("  \n", "请填写整改情况"), ("已改", "扫描件")]
)
def test_a_report_needs_words_and_the_sealed_scan(take, words, missing):
    take(Event.RECEIVE, LIAISON)
    with pytest.raises(RectifyError, match=missing):
        take(Event.SUBMIT, LIAISON, words=words)


def test_a_report_is_not_sent_back_without_a_reason(take, submitted):
    with pytest.raises(RectifyError, match="请填写退回原因后再退回"):
        take(Event.SEND_BACK, CLERK)


def test_a_report_sent_back_may_get_a_new_deadline(take, submitted):
    back = take(Event.SEND_BACK, CLERK, words="缺少公章", deadline=date(2022, 1, 25))
    assert (back.state, back.deadline) == ("sent_back", date(2022, 1, 25))


def test_a_new_deadline_is_not_in_the_past(take, submitted):
    with pytest.raises(RectifyError, match="期限2022-01-09已经过去"):
        take(Event.SEND_BACK, CLERK, words="缺少公章", deadline=date(2022, 1, 9))


def test_a_unit_acts_for_itself_alone(take):
    with pytest.raises(Forbidden, match="限于本单位"):
        take(Event.RECEIVE, OTHER_UNIT)


def test_the_clerk_does_not_report_for_a_unit(take):
    with pytest.raises(Forbidden, match="由信息员或单位负责人办理"):
        take(Event.RECEIVE, CLERK)


def test_the_second_of_two_people_is_told_who_did_what(take, submitted):
    seen = submitted.version
    take(Event.ACCEPT, CLERK, versions={1: seen})
    with pytest.raises(ItemMoved, match="由经办某于2022-01-10 17:00“审核通过”，现为“已通过”"):
        take(Event.SEND_BACK, DIRECTOR, versions={1: seen}, words="数字不符")


def test_a_reminder_does_not_disturb_who_is_writing_the_report(take, scan):
    seen = take(Event.RECEIVE, LIAISON).version
    take(Event.REMIND, CLERK)
    assert take(Event.SUBMIT, LIAISON, versions={1: seen}, words="已改", file=scan).state == "submitted"


def test_what_is_not_overdue_is_not_handed_over(take):
    with pytest.raises(WrongMove, match="没有逾期，不能移交督查"):
        take(Event.HAND_OVER, CLERK)


def test_the_last_day_is_in_time_to_its_end(take):
    evening = datetime.fromisoformat("2022-01-20T23:59:00+08:00")
    with pytest.raises(WrongMove, match="没有逾期"):
        take(Event.HAND_OVER, CLERK, at=evening)
    assert take(Event.HAND_OVER, CLERK, at=evening + timedelta(minutes=1)).supervised_at


def test_an_item_is_handed_over_once(take):
    take(Event.HAND_OVER, CLERK, at=LATER)
    with pytest.raises(RectifyError, match="已于2022-01-30移交督查室"):
        take(Event.HAND_OVER, DIRECTOR, at=LATER)


def test_the_supervision_office_puts_its_step_on_record(take):
    take(Event.HAND_OVER, CLERK, at=LATER)
    item = take(Event.SUPERVISE, SUPERVISION, at=LATER, words="约谈单位负责人")
    assert (item.state, item.events.last().text) == ("issued", "约谈单位负责人")


def test_a_cancelled_item_says_why_and_is_over(take):
    take(Event.CANCEL, DIRECTOR, words="数据更正后不再存在")
    with pytest.raises(WrongMove, match="已撤销，不能再签收"):
        take(Event.RECEIVE, LIAISON)


def test_a_number_of_another_office_is_none_here(take):
    with pytest.raises(RectifyError, match="没有编号为99的整改事项"):
        take(Event.RECEIVE, LIAISON, versions={99: 0})
