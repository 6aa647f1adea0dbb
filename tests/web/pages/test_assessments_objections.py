"""The form of an objection and its page: nothing typed is lost, nothing of another unit is seen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gongkai.records.models import Objection
from tests.scored_office import assessed, show

ROOM = "/o/qianyang/2022Q2/assessments/objections"
SUBJECT = "新闻动态·新闻动态加减分（+2分，省级媒体采用）"
SCRIPT = "<script>alert(1)</script>"
PDF = b"%PDF-1.4 scan"


@pytest.fixture
def shown(qianyang, sheet):
    assessed(sheet)
    return show(until=timezone.localdate())


@pytest.fixture
def liaison(signed_in):
    return signed_in("liaison", "qianyang", "财政局")


@pytest.fixture
def made(shown, liaison) -> Objection:
    liaison.post(f"{ROOM}/new/", {"subject": SUBJECT, "text": f"应为4分{SCRIPT}", "evidence": pdf()})
    return Objection.objects.get()


def pdf(content: bytes = PDF, name: str = "剪报.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/pdf")


def test_a_unit_objects_with_evidence_and_reads_the_answer(made, liaison, signed_in):
    assert (made.unit, made.subject, made.evidence.name) == ("财政局", SUBJECT, "剪报.pdf")
    director = signed_in("director", "qianyang")
    answer = {"event": "accept", "text": "补2分"}
    decided = director.post(f"{ROOM}/{made.pk}/decide/", answer, follow=True).text
    assert "决定已登记，单位可以看到。请经办更正数据" in decided
    assert "补2分" in liaison.get(f"{ROOM}/{made.pk}/").text
    assert "已采纳" in liaison.get("/o/qianyang/2022Q2/assessments/").text


def test_script_in_an_objection_stays_text(made, signed_in):
    page = signed_in("director", "qianyang").get(f"{ROOM}/{made.pk}/").text
    assert SCRIPT not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"subject": SUBJECT, "text": "  "}, "请写明异议的理由"),
        ({"subject": "别的", "text": "我的理由"}, "请从列表中选择"),
        (
            {"subject": SUBJECT, "text": "我的理由", "evidence": pdf(b"MZ\x90 program")},
            "不是可以接收的文件类型",
        ),
        ({"subject": SUBJECT, "text": "我的理由", "evidence": pdf(b"")}, "空文件"),
    ],
)
def test_what_was_typed_is_still_there_when_it_is_refused(shown, liaison, form, told):
    answer = liaison.post(f"{ROOM}/new/", form)
    assert answer.status_code == 422
    assert told in answer.text
    assert form["text"].strip() in answer.text
    assert not Objection.objects.exists()


def test_whoever_is_no_unit_does_not_object(shown, signed_in):
    refused = signed_in("clerk", "qianyang").post(f"{ROOM}/new/", {"subject": SUBJECT, "text": "无"})
    assert refused.status_code == 403
    assert "提出异议由信息员或单位负责人办理" in refused.text


def test_an_objection_of_another_unit_or_office_is_not_there(made, signed_in):
    other = signed_in("liaison", "qianyang", "审计局")
    assert other.get(f"{ROOM}/{made.pk}/").status_code == 404
    assert other.get(f"{ROOM}/{made.pk}/evidence/").status_code == 404
    assert other.post(f"{ROOM}/{made.pk}/withdraw/").status_code == 404
    assert SUBJECT not in other.get(f"{ROOM}/").text
    foreign = signed_in("director", "weibin")
    assert foreign.get(f"/o/weibin/2022Q2/assessments/objections/{made.pk}/").status_code == 404


def test_evidence_is_an_attachment(made, liaison):
    answer = liaison.get(f"{ROOM}/{made.pk}/evidence/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"".join(answer.streaming_content) == PDF


def test_two_decide_and_the_second_keeps_the_words(made, signed_in):
    first, second = signed_in("director", "qianyang"), signed_in("leader", "qianyang")
    first.post(f"{ROOM}/{made.pk}/decide/", {"event": "reject", "text": "证据不足"})
    late = second.post(f"{ROOM}/{made.pk}/decide/", {"event": "accept", "text": "我看可以采纳"})
    assert late.status_code == 409
    assert "科室负责人某" in late.text
    assert "我看可以采纳" in late.text
    made.refresh_from_db()
    assert made.decision == "证据不足"


@pytest.mark.parametrize(
    "form",
    [
        {"event": "accept", "text": ""},
        {"event": "", "text": "理由在此"},
        {"event": "withdraw", "text": "理由在此"},
    ],
)
def test_a_decision_that_is_not_one_is_refused_with_its_words_kept(made, signed_in, form):
    answer = signed_in("director", "qianyang").post(f"{ROOM}/{made.pk}/decide/", form)
    assert answer.status_code in (403, 422)
    made.refresh_from_db()
    assert made.state == "made"


def test_the_unit_takes_its_objection_back(made, liaison):
    assert "异议已撤回" in liaison.post(f"{ROOM}/{made.pk}/withdraw/", follow=True).text


def test_the_list_leads_to_an_objection_by_what_it_is_about(made, signed_in):
    page = signed_in("director", "qianyang").get(f"{ROOM}/").text
    assert f'<a href="{ROOM}/{made.pk}/">{SUBJECT}</a>' in page


def test_the_list_is_searched_and_exported(made, signed_in):
    clerk = signed_in("clerk", "qianyang")
    assert SUBJECT in clerk.get(f"{ROOM}/", {"q": "省级媒体"}).text
    assert "没有符合条件的记录" in clerk.get(f"{ROOM}/", {"q": "不存在"}).text
    assert clerk.get(f"{ROOM}/", {"export": "xlsx"})["Content-Type"].endswith("sheet")
