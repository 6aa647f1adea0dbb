"""Three people read the same words on the newest figures, each once; then the words are issued."""

import pytest

from gongkai.actions import assess, issue, review
from gongkai.records import models, vault
from gongkai.workflows.reviews import Event
from gongkai.workflows.rights import Forbidden
from gongkai.workflows.states import WrongMove
from tests.actions.conftest import Q4
from tests.actions.drafts import WAY, approved, issued, saved, take, waived
from tests.conftest import AT, CLERK


@pytest.fixture(autouse=True)
def files(settings, tmp_path) -> None:
    settings.FILES = tmp_path / "files"


def test_three_people_take_a_version_to_approval(assessed):
    version = approved(saved())
    assert version.state == "approved"
    taken = version.reviews.values_list("event", "person__username")
    assert list(taken) == [(event.value, who) for event, who in WAY]


def test_a_person_with_two_roles_takes_one_review_only(assessed):
    version = waived(saved(by="leader"))
    take(version, Event.SUBMIT, "clerk", "clerk", "director")
    with pytest.raises(WrongMove, match="三审须由三人分别完成：本稿的送审已由您办理"):
        take(version, Event.CHECK, "clerk", "clerk", "director")


def test_who_wrote_a_version_does_not_review_it(assessed):
    version = waived(saved(by="director"))
    take(version, Event.SUBMIT, "clerk")
    with pytest.raises(review.ReviewError, match="本稿由您起草，这一步请由他人办理"):
        take(version, Event.CHECK, "director")


def test_a_step_out_of_turn_or_without_the_role_is_refused(assessed):
    version = waived(saved())
    with pytest.raises(WrongMove, match="目前为“起草中”，不能签发"):
        take(version, Event.APPROVE, "leader")
    with pytest.raises(Forbidden, match="送审由经办办理"):
        take(version, Event.SUBMIT, "leader")


def test_sending_back_needs_a_reason_and_ends_the_version(assessed):
    version = waived(saved())
    take(version, Event.SUBMIT, "clerk")
    with pytest.raises(review.ReviewError, match="退回须写明理由"):
        take(version, Event.SEND_BACK, "director", comment=" ")
    take(version, Event.SEND_BACK, "director", comment="附件2少一行")
    assert version.state == "sent_back"
    assert saved().number == 2


def test_an_open_red_item_stops_the_review(assessed):
    with pytest.raises(review.ReviewError, match=r"校核还有 \d+ 项须处理的问题"):
        take(saved(), Event.SUBMIT, "clerk")


def test_a_new_assessment_stops_review_and_issue_until_a_version_stands_on_it(assessed, import_orders):
    version = approved(saved())
    import_orders(("GD002", "2021-10-12"))
    assess.run("weibin", Q4, by=CLERK, at=AT)
    with pytest.raises(issue.IssueError, match="重新考核过"):
        issued(version)
    fresh = saved()
    version.refresh_from_db()
    assert version.state == "voided"
    assert issued(approved(fresh)).notice is not None


def test_a_version_that_was_taken_up_is_not_reviewed(assessed):
    version = waived(saved())
    saved(after="另起。")
    with pytest.raises(review.ReviewError, match="第1稿之后另有新稿"):
        take(version, Event.SUBMIT, "clerk")


def test_only_an_approved_version_is_issued(assessed):
    with pytest.raises(issue.IssueError, match="目前为“起草中”"):
        issued(waived(saved()))


def test_an_issued_version_has_its_notice_its_files_and_its_rectifications(assessed):
    version = approved(saved(document_number="渭政办发〔2022〕5号"))
    notice = issued(version).notice
    version.refresh_from_db()
    assert (version.state, version.notice) == ("issued", notice)
    assert all(vault.path(digest).is_file() for digest in notice.files.values())
    items = models.Rectification.objects.filter(notice=notice)
    assert items.exists()
    assert {item.deadline for item in items} == {version.rectify_by}


def test_an_issued_version_is_not_issued_again(assessed):
    version = approved(saved())
    issued(version)
    with pytest.raises(issue.IssueError, match="目前为“已印发”"):
        issued(version)
    assert models.Notice.objects.count() == 1


def test_what_the_terminal_issued_in_the_same_words_is_not_recorded_twice(assessed, tmp_path):
    _, issues = issue.check("weibin", Q4)
    waivers = {one.code: "样例数据不全" for one in issues if one.severity == "red"}
    first = issue.run("weibin", Q4, tmp_path / "印", waivers=waivers, by=CLERK, at=AT).notice
    version = approved(saved())
    again = issued(version)
    version.refresh_from_db()
    assert (again.new, version.notice, version.state) == (False, first, "issued")


def test_the_terminal_issues_nothing_that_is_drafted_in_versions(assessed, tmp_path):
    saved()
    with pytest.raises(issue.IssueError, match="已在工作台起草"):
        issue.run("weibin", Q4, tmp_path / "印", waivers={}, by=CLERK, at=AT)
    assert issue.draft("weibin", Q4, tmp_path / "稿").files


def test_issuing_at_the_terminal_opens_the_rectifications_too(assessed, tmp_path):
    _, issues = issue.check("weibin", Q4)
    waivers = {one.code: "样例数据不全" for one in issues if one.severity == "red"}
    notice = issue.run("weibin", Q4, tmp_path / "印", waivers=waivers, by=CLERK, at=AT).notice
    assert models.Rectification.objects.filter(notice=notice).exists()
