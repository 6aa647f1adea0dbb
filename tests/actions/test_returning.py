"""A .docx edited outside: no changed figure passes unseen, and changed wording can be taken over."""

import zipfile
from io import BytesIO

import pytest

from gongkai.actions import issue, returning
from gongkai.actions.review import ReviewError
from gongkai.notice.returned import ReturnedError
from gongkai.records import models
from gongkai.workflows.reviews import Event
from tests.actions.drafts import approved, handed_in, issued, printed, retyped, saved, someone, take, waived
from tests.conftest import AT, CLERK

SENTENCE = "请各单位对照问题抓紧整改。"
MENDED = "请各单位对照问题逐项整改到位。"


@pytest.fixture(autouse=True)
def files(settings, tmp_path) -> None:
    settings.FILES = tmp_path / "files"


def brought(version: models.NoticeVersion, content: bytes) -> models.ReturnedDocument:
    return returning.bring(version, handed_in(content), person=someone("clerk"), by=CLERK, at=AT)


def settle(document: models.ReturnedDocument, notes: dict[int, str]) -> None:
    returning.settle(document, notes, person=someone("clerk"), by=CLERK, at=AT)


@pytest.fixture
def version(assessed) -> models.NoticeVersion:
    return waived(saved(after=SENTENCE))


@pytest.fixture
def changed(version) -> bytes:
    """The version with a year changed in its opening."""
    return retyped(printed(version), "2021年四季度", "2021年三季度")


def test_an_unchanged_document_is_settled_at_once(version):
    document = brought(version, printed(version))
    assert document.differences == []
    assert document.resolved_at == AT


def test_a_changed_figure_stops_the_review_until_every_one_is_answered_for(version, changed):
    document = brought(version, changed)
    serious = [place for place, one in enumerate(document.differences) if one["serious"]]
    assert serious
    with pytest.raises(ReviewError, match="有一份交回的文稿"):
        take(version, Event.SUBMIT, "clerk")
    with pytest.raises(returning.ReturnError, match="还没有写明处理意见"):
        settle(document, dict.fromkeys(serious, " "))
    settle(document, dict.fromkeys(serious, "按考核结果，不采用"))
    take(version, Event.SUBMIT, "clerk")


def test_a_document_brought_after_approval_stops_the_issue(version, changed):
    approved(version)
    brought(version, changed)
    with pytest.raises(issue.IssueError, match="有一份交回的文稿"):
        issued(version)


def test_differences_are_settled_once(version, changed):
    document = brought(version, changed)
    notes = dict.fromkeys(range(len(document.differences)), "不采用")
    settle(document, notes)
    with pytest.raises(returning.ReturnError, match="已由他人处理"):
        settle(document, notes)


def test_changed_wording_is_taken_over_as_the_next_version(version):
    document = brought(version, retyped(printed(version), SENTENCE, MENDED))
    assert returning.adoptable(document) == {0}
    again = returning.adopt(document, person=someone("clerk"), by=CLERK, at=AT)
    assert again.version.number == 2
    assert MENDED in again.version.template
    assert again.differences == []


def test_a_changed_figure_is_never_taken_over(version, changed):
    document = brought(version, changed)
    with pytest.raises(returning.ReturnError, match="没有可以直接采用的文字改动"):
        returning.adopt(document, person=someone("clerk"), by=CLERK, at=AT)


def test_a_document_is_compared_with_the_newest_version_only(version):
    saved(after="又一句。")
    with pytest.raises(returning.ReturnError, match="第1稿之后另有第2稿"):
        brought(version, printed(version))


def test_what_only_looks_like_a_document_is_refused(version):
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "不是文档")
    broken = handed_in(made.getvalue())
    with pytest.raises(ReturnedError):
        returning.bring(version, broken, person=someone("clerk"), by=CLERK, at=AT)
