"""What is no fault is dismissed for the whole office, with a reason, and can be told of again."""

import html
import re

import pytest

from gongkai.records.models import AuditEntry, Dismissal

pytestmark = pytest.mark.django_db
PAGE = "/o/weibin/proofreading/"
LIST, NEW = f"{PAGE}dismissals/", f"{PAGE}dismissals/new/"
IDENTITY = "11010519491231002X"
TEXT = f"请按装路灯。\r\n联系人身份证号{IDENTITY}。"
REASON = "引用原文，不作改动"


@pytest.fixture
def clerk(signed_in):
    return signed_in("clerk")


def findings(browser, text: str = TEXT) -> list[str]:
    """What the forms of the findings carry, in the order of the page."""
    page = browser.post(PAGE, {"text": text}).text
    return [html.unescape(one) for one in re.findall(r'name="finding" value="([^"]+)"', page)]


def wording(browser) -> str:
    """That of 按装."""
    page = browser.post(PAGE, {"text": "请按装路灯。"}).text
    return re.search(r'name="finding" value="([^"]+)"', page)[1]


def test_what_was_dismissed_is_not_told_of_again_in_the_office(clerk, signed_in):
    answer = clerk.post(NEW, {"finding": wording(clerk), "reason": REASON}, follow=True)
    assert REASON in answer.text
    assert "没有发现问题" in signed_in("liaison").post(PAGE, {"text": "请按装路灯。"}).text


def test_another_office_is_told_of_it_still(clerk, signed_in):
    clerk.post(NEW, {"finding": wording(clerk), "reason": REASON})
    there = signed_in("clerk", "qianyang").post("/o/qianyang/proofreading/", {"text": "请按装路灯。"})
    assert "<b>安装</b>" in there.text


def test_what_is_restored_is_told_of_again(clerk):
    clerk.post(NEW, {"finding": wording(clerk), "reason": REASON})
    row = Dismissal.objects.get()
    clerk.post(f"{LIST}{row.pk}/restore/")
    assert not Dismissal.objects.exists()
    assert "安装" in clerk.post(PAGE, {"text": "请按装路灯。"}).text
    acts = AuditEntry.objects.filter(action__startswith="proofreading.").values_list("action", flat=True)
    assert list(acts) == ["proofreading.dismiss", "proofreading.restore"]


def test_personal_data_is_kept_and_recorded_masked_only(clerk):
    for finding in findings(clerk):
        clerk.post(NEW, {"finding": finding, "reason": REASON})
    assert Dismissal.objects.filter(kind="身份证号").exists()
    kept = [f"{row.shown}{row.reason}" for row in Dismissal.objects.all()]
    told = [f"{one.object}{one.old}{one.new}" for one in AuditEntry.objects.all()]
    assert IDENTITY not in "".join(kept + told) + clerk.get(LIST).text


@pytest.mark.parametrize("reason", ["", "  ", "长" * 501])
def test_without_a_reason_nothing_is_dismissed_and_the_form_is_shown_again(clerk, reason):
    answer = clerk.post(NEW, {"finding": wording(clerk), "reason": reason})
    assert answer.status_code == 422
    assert "请写明不再提示的理由" in answer.text
    assert 'name="finding"' in answer.text
    assert not Dismissal.objects.exists()


def test_what_was_dismissed_is_found_by_its_kind_or_reason_and_taken_along(clerk):
    clerk.post(NEW, {"finding": wording(clerk), "reason": REASON})
    row = Dismissal.objects.get()
    assert "按装" in clerk.get(LIST, {"q": "引用原文"}).text
    assert "没有符合条件的记录" in clerk.get(LIST, {"q": "别的"}).text
    assert clerk.get(LIST, {"export": "xlsx"})["Content-Disposition"].endswith(".xlsx")
    page = clerk.get(f"{LIST}{row.pk}/")
    assert REASON in page.text
    assert "恢复提示</button>" in page.text


def test_another_office_sees_no_dismissal_of_this_one(clerk, signed_in):
    clerk.post(NEW, {"finding": wording(clerk), "reason": REASON})
    there = signed_in("clerk", "qianyang")
    assert there.get(f"/o/qianyang/proofreading/dismissals/{Dismissal.objects.get().pk}/").status_code == 404


def test_the_words_in_question_stand_beside_the_reason_that_is_asked_for(clerk):
    answer = clerk.post(NEW, {"finding": wording(clerk), "reason": ""})
    assert "“按装”" in answer.text


def test_by_script_a_finding_is_dismissed_in_its_place(clerk):
    asked = {"finding": wording(clerk), "number": "3", "reason": " "}
    refused = clerk.post(NEW, asked, headers={"HX-Request": "true"})
    assert refused.status_code == 422
    assert 'id="reason-3"' in refused.text
    assert "<h1" not in refused.text
    done = clerk.post(NEW, asked | {"reason": REASON}, headers={"HX-Request": "true"})
    assert "已登记，不再提示" in done.text
    assert "<h1" not in done.text
    assert Dismissal.objects.get().reason == REASON


def test_what_no_page_made_or_another_office_did_is_refused(clerk, signed_in):
    there = signed_in("clerk", "qianyang")
    page = there.post("/o/qianyang/proofreading/", {"text": "请按装路灯。"}).text
    theirs = re.search(r'name="finding" value="([^"]+)"', page)[1]
    for forged in ("", "x:y:z", wording(clerk)[:-1], theirs):
        assert clerk.post(NEW, {"finding": forged, "reason": REASON}).status_code == 422
    assert not Dismissal.objects.exists()


def test_the_reason_written_last_counts_and_nothing_is_kept_twice(clerk):
    """From a page that was open already."""
    finding = wording(clerk)
    for reason in ("初次理由", "再次理由"):
        clerk.post(NEW, {"finding": finding, "reason": reason})
    assert [row.reason for row in Dismissal.objects.all()] == ["再次理由"]


def test_who_only_writes_may_not_dismiss_for_the_office(clerk, signed_in):
    finding = wording(clerk)
    head = signed_in("head")
    assert "不再提示</button>" not in head.post(PAGE, {"text": TEXT}).text
    assert head.post(NEW, {"finding": finding, "reason": REASON}).status_code == 403
    assert head.get(LIST).status_code == 200


def test_a_script_in_a_reason_is_shown_as_text(clerk):
    clerk.post(NEW, {"finding": wording(clerk), "reason": "<script>alert(1)</script>"})
    assert "<script>alert" not in clerk.get(LIST).text
