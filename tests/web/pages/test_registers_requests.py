"""Exemptions and accounts on their way, in the browser."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.records import offices
from gongkai.records.models import AccountCase, ExemptionRequest, StoredFile

ROOM = "/o/weibin/registers/"
UNIT = "司法局"
DUTY = "规范性文件 — 司法局"
SCRIPT = "<script>alert(1)</script>"
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def liaison(signed_in):
    return signed_in("liaison", unit=UNIT)


def asked(client, **changes: object):
    given = {"duty": DUTY, "period": "2021Q4", "reason": "本期无新文件"} | changes
    return client.post(f"{ROOM}exemptions/new/", given)


def begun(client, **changes: object):
    given = {"purpose": "open", "unit": UNIT, "name": "渭滨普法", "platform": "抖音", "reason": "普法宣传"}
    return client.post(f"{ROOM}account-cases/new/", given | changes)


def test_a_unit_asks_with_evidence_and_the_office_grants(liaison, signed_in):
    proof = SimpleUploadedFile("说明.pdf", PDF)
    answer = asked(liaison, evidence=proof)
    assert answer.status_code == 302
    address = answer["Location"]
    director = signed_in("director")
    assert "说明.pdf" in director.get(address).text
    assert b"".join(director.get(f"{address}file/")) == PDF
    director.post(f"{address}decide/", {"event": "grant", "answer": "同意"})
    page = liaison.get(address)
    assert "已批准" in page.text
    assert "同意" in page.text
    column = liaison.get(f"{ROOM}columns/entry/", {"entry": "规范性文件"}).text
    assert "本期无新文件" in column
    assert "批准免更新" in column or "修改" in column


def test_a_refusal_without_a_reason_keeps_the_page(liaison, signed_in):
    address = asked(liaison)["Location"]
    answer = signed_in("director").post(f"{address}decide/", {"event": "refuse", "answer": " "})
    assert answer.status_code == 422
    assert "须写明理由" in answer.text


def test_a_form_with_faults_keeps_words_and_file(liaison):
    answer = asked(liaison, period="去年", reason="留着的话", evidence=SimpleUploadedFile("说明.pdf", PDF))
    assert answer.status_code == 422
    assert "留着的话" in answer.text
    kept = StoredFile.objects.get().pk
    assert f'name="kept" value="{kept}"' in answer.text
    asked(liaison, kept=str(kept))
    assert ExemptionRequest.objects.get().evidence_id == kept


def test_a_unit_chooses_among_its_own_columns(liaison):
    page = liaison.get(f"{ROOM}exemptions/new/")
    assert "规范性文件" in page.text
    assert "教育信息" not in page.text
    assert asked(liaison, duty="教育信息 — 教体局").status_code == 422


def test_another_units_request_is_not_found(liaison, signed_in):
    address = asked(liaison)["Location"]
    other = signed_in("liaison", unit="财政局")
    assert other.get(address).status_code == 404
    assert other.post(f"{address}withdraw/", {"event": "withdraw"}).status_code == 404
    assert UNIT not in other.get(f"{ROOM}exemptions/").text
    assert liaison.post(f"{address}decide/", {"event": "grant"}).status_code == 403


def test_a_request_decided_before_is_told_so(liaison, signed_in):
    address = asked(liaison)["Location"]
    liaison.post(f"{address}withdraw/", {"event": "withdraw"})
    answer = signed_in("director").post(f"{address}decide/", {"event": "grant"})
    assert answer.status_code == 409
    assert "已撤回" in answer.text


def test_an_account_goes_up_the_levels(liaison, signed_in, django_assert_max_num_queries):
    address = begun(liaison)["Location"]
    assert "待单位负责人同意" in liaison.get(address).text
    steps = [
        (signed_in("head", unit=UNIT), "confirm", "confirm"),
        (signed_in("director"), "pass", "pass"),
        (signed_in("clerk"), "record", "pass_by_city"),
        (signed_in("clerk"), "record", "approve"),
        (signed_in("clerk"), "record", "file"),
    ]
    for version, (client, way, event) in enumerate(steps):
        with django_assert_max_num_queries(50):
            answer = client.post(f"{address}{way}/", {"event": event, "version": version, "text": "文号一"})
        assert answer.status_code == 302
    page = liaison.get(address)
    assert "已备案" in page.text
    assert page.text.count("文号一") == 5
    assert "渭滨普法·抖音" in offices.load(offices.get("weibin")).accounts_by_key


def test_a_step_taken_on_an_old_page_is_told_with_what_was_typed(liaison, signed_in):
    address = begun(liaison)["Location"]
    signed_in("head", unit=UNIT).post(f"{address}confirm/", {"event": "confirm", "version": 0})
    answer = liaison.post(f"{address}ask/", {"event": "withdraw", "version": 0, "text": "留着的话"})
    assert answer.status_code == 409
    assert "留着的话" in answer.text
    assert AccountCase.objects.get().state == "confirmed"


def test_a_case_with_faults_keeps_what_was_typed(liaison):
    answer = begun(liaison, name="渭滨司法", platform="微信服务号", reason="留着的话")
    assert answer.status_code == 422
    assert "账号名册中已有" in answer.context["form"].errors["name"][0]
    assert "留着的话" in answer.text


def test_an_account_found_is_the_clerks_to_register(liaison, signed_in):
    given = {"unit": UNIT, "name": "司法小课堂", "platform": "抖音", "reason": "巡查发现"}
    assert liaison.post(f"{ROOM}account-cases/found/", given).status_code == 403
    clerk = signed_in("clerk")
    answer = clerk.post(f"{ROOM}account-cases/found/", given)
    assert answer.status_code == 302
    assert "已发现" in clerk.get(answer["Location"]).text
    assert "未经报备" in clerk.get(f"{ROOM}accounts/").text


def test_another_units_case_is_not_found(liaison, signed_in):
    address = begun(liaison)["Location"]
    other = signed_in("head", unit="财政局")
    assert other.get(address).status_code == 404
    assert other.post(f"{address}confirm/", {"event": "confirm", "version": 0}).status_code == 404


def test_lists_filter_and_export(liaison, signed_in, django_assert_max_num_queries):
    asked(liaison)
    begun(liaison)
    clerk = signed_in("clerk")
    for address in ("exemptions/", "account-cases/"):
        with django_assert_max_num_queries(20):
            assert UNIT in clerk.get(f"{ROOM}{address}").text
        assert "没有符合条件的记录" in clerk.get(f"{ROOM}{address}", {"state": "withdrawn"}).text
        assert clerk.get(f"{ROOM}{address}", {"export": "xlsx"})["Content-Type"].endswith("sheet")


def test_scripts_in_texts_are_text(liaison, signed_in):
    pages = [
        asked(liaison, reason=SCRIPT)["Location"],
        begun(liaison, name=SCRIPT, reason=SCRIPT)["Location"],
        f"{ROOM}exemptions/",
        f"{ROOM}account-cases/",
    ]
    for address in pages:
        assert SCRIPT not in liaison.get(address).text
