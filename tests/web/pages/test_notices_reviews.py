"""A version on its way: who may act sees a form, everybody else the reason; refusals keep what was typed."""

from datetime import date

import pytest

from gongkai.actions import assess
from gongkai.records import models
from gongkai.web import acting
from gongkai.workflows.reviews import Event
from tests.actions.conftest import Q4
from tests.actions.drafts import approved, printed, retyped, saved, take, waived
from tests.conftest import AT, CLERK

ROOM = "/o/weibin/2021Q4/notices/"
ONE = f"{ROOM}versions/1/"
UPLOAD = "application/octet-stream"


def state(number: int = 1) -> str:
    return models.NoticeVersion.objects.get(number=number).state


def test_three_people_and_the_issue_in_the_browser(assessed, signed_in):
    waived(saved(by="leader"))
    for role, page, event in (
        ("clerk", "submit", "submit"),
        ("director", "check", "check"),
        ("leader", "approve", "approve"),
    ):
        signed_in(role, username=f"{role}-审").post(
            f"{ONE}{page}/", {"event": event, "comment": f"{role}同意"}
        )
    assert state() == "approved"
    response = signed_in("clerk").post(f"{ONE}issue/")
    notice = models.Notice.objects.get()
    assert response.url == f"{ROOM}issued/{notice.pk}/"
    page = signed_in("clerk").get(ONE).content.decode()
    assert "director同意" in page
    assert "查看印发的通报" in page


def test_the_same_person_is_refused_with_the_sentence_on_the_page(assessed, signed_in):
    version = waived(saved(by="leader"))
    take(version, Event.SUBMIT, "both", "clerk")
    signed_in("director", username="both")
    client = signed_in("clerk", username="both")
    assert "本稿的送审已由您办理" in client.get(ONE).content.decode()
    refused = client.post(f"{ONE}check/", {"event": "check", "comment": "同意"})
    assert refused.status_code == 409
    assert "三审须由三人分别完成" in refused.content.decode()


def test_sending_back_without_a_reason_is_told_and_with_one_ends_the_version(assessed, signed_in):
    take(waived(saved()), Event.SUBMIT, "clerk")
    client = signed_in("director")
    assert client.post(f"{ONE}check/", {"event": "send_back", "comment": ""}).status_code == 422
    client.post(f"{ONE}check/", {"event": "send_back", "comment": "附件缺一行"})
    assert state() == "sent_back"
    assert "附件缺一行" in signed_in("clerk").get(ONE).content.decode()


def test_what_was_written_stays_when_a_step_is_refused(assessed, signed_in):
    saved()
    refused = signed_in("clerk").post(f"{ONE}submit/", {"event": "submit", "comment": "请审核"})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "请审核</textarea>" in page
    assert "校核还有" in page


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("director", "submit"),
        ("clerk", "check"),
        ("director", "approve"),
        ("leader", "issue"),
        ("liaison", "check"),
        ("auditor", "submit"),
    ],
)
def test_a_step_without_the_right_is_forbidden(assessed, signed_in, role, page):
    saved()
    assert signed_in(role).post(f"{ONE}{page}/", {"event": "approve"}).status_code == 403
    assert state() == "drafting"


def test_a_step_by_the_address_of_another_is_no_page(assessed, signed_in):
    waived(saved())
    assert signed_in("clerk").post(f"{ONE}submit/", {"event": "approve"}).status_code == 404
    assert signed_in("clerk").post(f"{ROOM}versions/9/submit/", {"event": "submit"}).status_code == 404


def test_issuing_by_a_double_click_is_done_once(assessed, signed_in):
    approved(saved())
    client, token = signed_in("clerk"), {"once": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"}
    client.post(f"{ONE}issue/", token)
    assert client.post(f"{ONE}issue/", token).status_code == 302
    assert client.post(f"{ONE}issue/").status_code == 409
    assert models.Notice.objects.count() == 1


def test_a_stale_version_says_so_and_is_not_issued(assessed, import_orders, signed_in):
    approved(saved())
    import_orders(("GD002", "2021-10-12"))
    assess.run("weibin", Q4, by=CLERK, at=AT)
    client = signed_in("clerk")
    assert "又考核过" in client.get(ONE).content.decode()
    assert client.post(f"{ONE}issue/").status_code == 409


def test_a_red_item_is_waived_from_the_page_with_a_reason(assessed, signed_in):
    saved()
    client = signed_in("director")
    page = client.get(ONE).content.decode()
    code = page.split('name="code" value="')[1].split('"')[0]
    refused = client.post(f"{ROOM}waive/", {"code": code, f"reason-{code}": " "})
    assert refused.status_code == 422
    assert "必须写明理由" in refused.content.decode()
    assert client.post(f"{ROOM}waive/", {"code": code, f"reason-{code}": "样例不全"}).status_code == 302
    waiver = models.Waiver.objects.filter(code=code).first()
    assert (waiver.reason, waiver.waived_by) == ("样例不全", str(client.person))


def test_waiving_in_the_editor_keeps_the_text(assessed, signed_in):
    client = signed_in("clerk")
    page = client.get(f"{ROOM}edit/").content.decode()
    code = page.split('name="code" value="')[1].split('"')[0]
    given = {
        "title": "通报",
        "issued_on": "2022-01-17",
        "rectify_by": "2022-01-20",
        "template": "没有保存的一段。\n",
        "based_on": "0",
        "code": code,
        f"reason-{code}": "样例不全",
    }
    answer = client.post(f"{ROOM}waive/", given)
    assert answer.status_code == 200
    assert "没有保存的一段。" in answer.content.decode()
    assert models.Waiver.objects.filter(code=code).exists()


@pytest.mark.parametrize("role", ["leader", "liaison", "auditor"])
def test_who_may_not_waive_is_refused(assessed, signed_in, role):
    assert signed_in(role).post(f"{ROOM}waive/", {"code": "x"}).status_code == 403


def test_the_unit_sees_no_drafts(assessed, signed_in):
    saved()
    client = signed_in("liaison")
    for address in ("versions/1/", "versions/1/draft/通报.docx", "compare/"):
        assert client.get(f"{ROOM}{address}").status_code == 403
    assert "第1稿" not in client.get(ROOM).content.decode()


def test_two_versions_are_compared_line_by_line(assessed, signed_in):
    saved(after="甲句。")
    saved(after="乙句。", title="新标题")
    page = signed_in("auditor").get(f"{ROOM}compare/", {"left": "1", "right": "2"}).content.decode()
    for shown in ("<ins>乙句。</ins>", "<ins>新标题</ins>", "data-merge"):
        assert shown in page
    assert signed_in("auditor").get(f"{ROOM}compare/", {"left": "9"}).status_code == 404


def test_a_draft_is_saved_under_a_name_that_says_so(assessed, signed_in):
    saved()
    answer = signed_in("leader").get(f"{ONE}draft/通报.docx")
    assert "%E8%8D%89%E7%A8%BF-" in answer["Content-Disposition"]
    assert answer.content.startswith(b"PK")
    assert signed_in("leader").get(f"{ONE}draft/密.docx").status_code == 404


def test_a_document_is_brought_back_and_its_differences_settled(assessed, signed_in, upload):
    version = waived(saved())
    client = signed_in("clerk")
    document = upload(retyped(printed(version), "2021年四季度", "2021年三季度"))
    answer = client.post(f"{ONE}returned/", {"document": document}, follow=True)
    page = answer.content.decode()
    assert "须逐项处理" in page
    assert "有一份交回的文稿" in client.get(ONE).content.decode()
    back = answer.redirect_chain[-1][0]
    refused = client.post(f"{back}settle/", {"note-0": ""})
    assert refused.status_code == 422
    kept = models.ReturnedDocument.objects.get()
    notes = {f"note-{place}": "不采用" for place in range(len(kept.differences))}
    assert client.post(f"{back}settle/", notes).status_code == 302
    kept.refresh_from_db()
    assert kept.resolved_by == client.person


def test_changed_wording_is_adopted_by_a_button(assessed, signed_in, upload):
    version = waived(saved(after="请各单位抓紧整改。"))
    client = signed_in("clerk")
    document = upload(retyped(printed(version), "请各单位抓紧整改。", "请各单位逐项整改。"))
    answer = client.post(f"{ONE}returned/", {"document": document}, follow=True)
    assert "采用文字改动" in answer.content.decode()
    back = answer.redirect_chain[-1][0]
    assert signed_in("director").post(f"{back}adopt/").status_code == 403
    assert client.post(f"{back}adopt/").status_code == 302
    assert "请各单位逐项整改。" in models.NoticeVersion.objects.get(number=2).template
    assert client.post(f"{back}adopt/").status_code == 409


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 x", b"MZ\x90"])
def test_a_file_that_is_no_document_is_refused_on_the_page(assessed, signed_in, upload, content):
    saved()
    answer = signed_in("clerk").post(f"{ONE}returned/", {"document": upload(content)})
    assert answer.status_code == 422
    assert not models.ReturnedDocument.objects.exists()


@pytest.fixture
def upload():
    from django.core.files.uploadedfile import SimpleUploadedFile

    return lambda content: SimpleUploadedFile("改.docx", content, UPLOAD)


def test_before_it_goes_on_a_version_says_what_was_overlooked(assessed, signed_in, monkeypatch):
    saved()
    monkeypatch.setattr(acting, "today", lambda: date(2022, 3, 1))
    models.NoticeVersion.objects.update(document_number="", rectify_by=date(2022, 1, 20))
    page = signed_in("clerk").get(ONE).content.decode()
    assert "没有填写发文字号" in page
    assert "整改期限2022年1月20日已经过去" in page
    models.NoticeVersion.objects.update(document_number="渭政办发〔2022〕5号", rectify_by=date(2022, 4, 1))
    assert "送审、印发前请核对" not in signed_in("clerk").get(ONE).content.decode()
