"""Adjustments by hand in the browser: entered, refused with everything kept, taken back with a reason."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.records.models import Adjustment, AdjustmentEvidence, Batch
from tests.scored_office import assessed, run, show

ROOM = "/o/qianyang/2022Q2/assessments/adjustments"
TYPED = {
    "unit": "财政局",
    "item": "新闻动态",
    "points": "2",
    "reason": "市级媒体采用<b>",
    "person": "经办某",
    "evidence": "剪报",
}


@pytest.fixture
def clerk(qianyang, sheet, signed_in):
    assessed(sheet)
    return signed_in("clerk", "qianyang")


def test_an_entry_is_listed_with_who_made_it(clerk):
    answer = clerk.post(f"{ROOM}/new/", TYPED, follow=True)
    assert "已录入" in answer.text
    assert "市级媒体采用&lt;b&gt;" in answer.text
    assert "经办某（qianyang-clerk）" in answer.text


def test_everything_wrong_is_told_at_once_and_what_was_typed_is_kept(clerk):
    answer = clerk.post(f"{ROOM}/new/", TYPED | {"points": "两分", "evidence": ""})
    assert answer.status_code == 422
    for told in ("分值“两分”", "佐证没有填写"):
        assert told in answer.text
    assert 'value="两分"' in answer.text
    assert "市级媒体采用&lt;b&gt;" in answer.text
    assert Adjustment.objects.count() == 2


def test_a_file_is_evidence_and_only_the_unit_and_the_office_open_it(clerk, signed_in):
    scan = SimpleUploadedFile("采用截图.pdf", b"%PDF-1.4 a", "application/pdf")
    clerk.post(f"{ROOM}/new/", TYPED | {"evidence": "", "file": scan})
    file = AdjustmentEvidence.objects.get().file
    address = f"{ROOM}/evidence/{file.pk}/"
    run()
    assert address in clerk.get("/o/qianyang/2022Q2/assessments/scorecards/财政局/").text
    own, other = (signed_in("liaison", "qianyang", unit) for unit in ("财政局", "审计局"))
    assert own.get(address).status_code == 404
    show(number=2)
    assert [opened(one, address) for one in (own, other, clerk)] == [200, 404, 200]
    assert opened(signed_in("clerk"), address.replace("qianyang", "weibin")) == 404


def opened(browser, address: str) -> int:
    """The status of the answer; a file that is sent is read to its end."""
    answer = browser.get(address)
    if answer.streaming:
        assert b"".join(answer.streaming_content).startswith(b"%PDF")
    return answer.status_code


def test_taking_back_needs_a_reason_that_is_kept(clerk):
    clerk.post(f"{ROOM}/new/", TYPED)
    batch = Batch.objects.latest("pk").pk
    refused = clerk.post(f"{ROOM}/{batch}/undo/", {"reason": " "})
    assert refused.status_code == 422
    assert "撤销人工加减分必须写明理由" in refused.text
    assert "已撤销" in clerk.post(f"{ROOM}/{batch}/undo/", {"reason": "录错"}, follow=True).text
    assert Adjustment.objects.count() == 2


def test_others_neither_enter_nor_take_back(clerk, signed_in):
    director = signed_in("director", "qianyang")
    assert director.get(f"{ROOM}/").status_code == 200
    assert director.post(f"{ROOM}/new/", TYPED).status_code == 403
    assert director.post(f"{ROOM}/{Batch.objects.first().pk}/undo/", {"reason": "x"}).status_code == 403


def test_a_batch_of_another_office_or_kind_is_not_undone_here(clerk, signed_in):
    others = [batch.pk for batch in Batch.objects.all() if "orders" in batch.counts]
    assert clerk.post(f"{ROOM}/{others[0]}/undo/", {"reason": "x"}).status_code == 422
    foreign = signed_in("clerk", "weibin")
    own = [batch.pk for batch in Batch.objects.all() if "adjustments" in batch.counts]
    answer = foreign.post(f"/o/weibin/2022Q2/assessments/adjustments/{own[0]}/undo/", {"reason": "x"})
    assert answer.status_code == 422
    assert Batch.objects.get(pk=own[0]).state == "done"


def test_an_office_without_such_indicators_is_not_led_into_an_empty_form(weibin, signed_in):
    browser = signed_in("clerk")
    page = browser.get("/o/weibin/2021Q4/assessments/adjustments/").text
    assert "没有人工记分的指标" in page
    assert "adjustments/new/" not in page
    assert "disabled>录入</button>" in browser.get("/o/weibin/2021Q4/assessments/adjustments/new/").text
