"""One item: what may be done next, the forms that do it, and what happens when they are refused."""

from collections.abc import Callable

import pytest

from gongkai.records import models
from tests.web.pages.rectified import FOUND, deadline, moved, opened, scan

ITEM = "/o/weibin/rectifications/1/"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def items(office_row) -> None:
    office_row("weibin")
    opened("weibin")


@pytest.fixture
def send(signed_in) -> Callable:
    """Send a step of item 1 as someone with a role; the version is the present one unless given."""

    def sent(role: str, event: str, page: str, **fields: object):
        item = models.Rectification.objects.get(office__key="weibin", number=1)
        given = {"event": event, "version": item.version, **fields}
        return signed_in(role).post(f"{ITEM}{page}/", given)

    return sent


def state(number: int = 1) -> str:
    return models.Rectification.objects.get(office__key="weibin", number=number).state


def test_the_whole_way_in_the_browser(send):
    assert send("liaison", "receive", "answer").status_code == 302
    assert send("liaison", "start", "answer").status_code == 302
    assert send("head", "submit", "answer", words="已补报24条", scan=scan()).status_code == 302
    assert send("clerk", "accept", "judge", words="情况属实").status_code == 302
    assert send("director", "close", "judge").status_code == 302
    assert state() == "closed"


def test_the_history_tells_who_when_what_words_and_file(send, signed_in):
    send("liaison", "receive", "answer")
    send("liaison", "submit", "answer", words="已补报24条", scan=scan())
    page = signed_in("clerk").get(ITEM).content.decode()
    for told in ("信息员某", "报送整改报告", "已补报24条", "整改报告.pdf", "印发通报"):
        assert told in page


def test_the_scan_is_saved_and_never_shown(send, signed_in):
    send("liaison", "receive", "answer")
    send("liaison", "submit", "answer", words="已改", scan=scan())
    step = models.RectificationEvent.objects.get(event="submit")
    response = signed_in("clerk").get(f"{ITEM}scan/{step.pk}/")
    assert response["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert signed_in("clerk").get(f"/o/weibin/rectifications/2/scan/{step.pk}/").status_code == 404
    assert signed_in("liaison", unit="教体局").get(f"{ITEM}scan/{step.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"words": "", "scan": scan()}, "请填写整改情况"),
        ({"words": "写了很久的情况"}, "请附上经主要负责人签字"),
        ({"words": "写了很久的情况", "scan": scan("报告.pdf", b"MZ\x90")}, "不是可以接收的文件类型"),
        ({"words": "写了很久的情况", "scan": scan("空.pdf", b"")}, "空文件"),
    ],
)
def test_a_refused_report_is_shown_again_with_what_was_typed(send, fields, fault):
    send("liaison", "receive", "answer")
    response = send("liaison", "submit", "answer", **fields)
    assert response.status_code == 422
    page = response.content.decode()
    assert fault in page
    assert fields["words"] in page
    assert state() == "received"


def test_a_scan_handed_in_with_a_refused_form_need_not_be_chosen_again(send):
    send("liaison", "receive", "answer")
    refused = send("liaison", "submit", "answer", words=" ", scan=scan()).content.decode()
    assert "已收到 整改报告.pdf" in refused
    kept = models.StoredFile.objects.get()
    assert send("liaison", "submit", "answer", words="已改", kept=kept.pk).status_code == 302
    assert state() == "submitted"


def test_a_file_that_somebody_else_handed_in_is_not_taken(send, office_row):
    stolen = models.StoredFile.objects.create(
        office=office_row("weibin"),
        name="他人.pdf",
        digest="0" * 64,
        media_type="application/pdf",
        size=1,
        kept_at="2022-01-10T00:00Z",
    )
    send("liaison", "receive", "answer")
    assert send("liaison", "submit", "answer", words="已改", kept=stolen.pk).status_code == 422


def test_the_second_of_two_people_keeps_the_text_and_is_told(send):
    moved(1, state="submitted", version=4)
    send("clerk", "accept", "judge", version=4)
    response = send("director", "send_back", "judge", version=4, words="缺少附表，请补")
    assert response.status_code == 409
    page = response.content.decode()
    assert "由经办某（weibin-clerk）于" in page
    assert "缺少附表，请补" in page
    assert state() == "accepted"


def test_a_form_sent_twice_is_carried_out_once(signed_in):
    liaison, token = signed_in("liaison"), "6f1c1f0e-9df5-4b0a-b0d3-6a4f1f5b7a11"
    for _ in range(2):
        given = {"event": "receive", "version": 0, "once": token}
        assert liaison.post(f"{ITEM}answer/", given).status_code == 302
    assert models.RectificationEvent.objects.filter(event="receive").count() == 1


def test_one_report_may_answer_for_the_other_problems_of_the_unit(send):
    send("liaison", "receive", "answer", together=["2:0"])
    assert (state(1), state(2), state(3)) == ("received", "received", "issued")
    send("liaison", "submit", "answer", words="一并整改", scan=scan(), together=["2:1"])
    assert (state(1), state(2)) == ("submitted", "submitted")
    assert models.StoredFile.objects.count() == 1


def test_no_unit_takes_a_step_for_another_by_a_forged_form(send):
    assert send("liaison", "receive", "answer", together=["3:0"]).status_code == 403
    assert (state(1), state(3)) == ("issued", "issued")


def test_a_report_sent_back_gets_its_new_deadline(send):
    moved(1, state="submitted")
    given = {"words": "请补盖公章", "deadline": deadline(5).isoformat()}
    assert send("clerk", "send_back", "judge", **given).status_code == 302
    assert models.Rectification.objects.get(number=1).deadline == deadline(5)


@pytest.mark.parametrize("day", ["2020-01-01", "明天", "2022-02-30"])
def test_a_deadline_that_cannot_be_is_refused_with_the_reason_kept(send, day):
    moved(1, state="submitted")
    response = send("clerk", "send_back", "judge", words="请补盖公章", deadline=day)
    assert response.status_code == 422
    assert "请补盖公章" in response.content.decode()
    assert state() == "submitted"


@pytest.mark.parametrize(
    ("role", "event", "page"),
    [
        ("clerk", "receive", "answer"),
        ("liaison", "accept", "judge"),
        ("auditor", "close", "judge"),
        ("clerk", "cancel", "cancel"),
        ("liaison", "remind", "remind"),
        ("supervision", "hand_over", "hand-over"),
        ("clerk", "supervise", "supervise"),
    ],
)
def test_a_step_of_somebody_elses_part_is_refused(send, role, event, page):
    moved(1, deadline="2022-01-20")
    response = send(role, event, page)
    assert response.status_code == 403
    assert "您现在的身份是" in response.content.decode()


def test_a_form_takes_only_steps_of_its_own_right(send):
    assert send("liaison", "accept", "answer").status_code == 404


def test_an_item_of_another_office_or_unit_is_no_page(signed_in):
    assert signed_in("clerk", office="qianyang").get(ITEM).status_code == 404
    assert signed_in("clerk", office="qianyang").get("/o/qianyang/rectifications/1/").status_code == 404
    assert signed_in("liaison", unit="教体局").get(ITEM).status_code == 404
    given = {"event": "receive", "version": 0}
    assert signed_in("liaison", unit="教体局").post(f"{ITEM}answer/", given).status_code == 404


def test_steps_not_open_to_a_person_are_grey_and_say_why(signed_in):
    page = signed_in("clerk").get(ITEM).content.decode()
    assert "由信息员或单位负责人办理" in page
    assert "没有逾期，不能移交督查" in page


def test_no_state_is_changed_by_following_a_link(signed_in):
    assert signed_in("liaison").get(f"{ITEM}answer/?event=receive").status_code == 405
    assert state() == "issued"


def test_scripts_in_words_are_text(send, signed_in):
    send("liaison", "receive", "answer")
    send("liaison", "submit", "answer", words=SCRIPT, scan=scan(f"{SCRIPT}.pdf"))
    page = signed_in("clerk").get(ITEM).content.decode()
    assert SCRIPT not in page
    assert "&lt;script&gt;" in page


def test_working_days_left_and_the_days_behind_them_are_shown(signed_in):
    page = signed_in("liaison").get(ITEM).content.decode()
    assert "个工作日" in page
    assert "到期" in page


def test_a_closed_item_asks_for_nothing(signed_in):
    moved(1, state="closed")
    page = signed_in("clerk").get(ITEM).content.decode()
    assert "该整改事项已销号，不再办理" in page
    assert page.count(">已销号</span>") == 1


def test_two_offices_count_their_items_each_from_one(office_row):
    office_row("qianyang")
    assert [item.number for item in opened("qianyang", found=FOUND[:1])] == [1]
