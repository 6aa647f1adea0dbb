"""The rules of an office for its proofreading, in the browser: words, public contacts, settings, and the verdict."""

import base64
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.actions import proofreading
from gongkai.records import offices
from gongkai.records.models import AuditEntry
from gongkai.web import acting

pytestmark = pytest.mark.django_db
DESK, ROOM = "/o/weibin/proofreading/", "/o/weibin/registers/"
WORD = {"wrong": "便民中心", "right": "政务服务中心", "level": "错误", "exceptions": "", "note": "机构已更名"}
TEXT = "请到便民中心办理。"
MOBILE = "13809170015"


@pytest.fixture
def clerk(signed_in):
    return signed_in("clerk")


def own():
    return offices.load(offices.get("weibin")).proofreading


def test_a_word_of_the_office_is_found_by_all_its_people(clerk, signed_in):
    assert clerk.post(f"{ROOM}words/new/", WORD).status_code == 302
    page = signed_in("liaison").post(DESK, {"text": TEXT}).text
    assert "<b>政务服务中心</b>" in page
    assert "不宜公开" in page
    assert AuditEntry.objects.filter(action="register.add", object="weibin/words/便民中心").exists()


@pytest.mark.parametrize(
    ("register", "given", "said"),
    [
        ("words", WORD | {"wrong": "中"}, "至少两个字"),
        ("words", WORD | {"wrong": ""}, "这个字段是必填项"),
        ("words", WORD | {"right": "便民中心"}, "相同"),
        ("words", WORD | {"exceptions": "别的词"}, "包含“便民中心”"),
        ("words", WORD | {"level": "严重"}, "选择一个有效的选项"),
        ("left_words", {"wrong": "没有的词条", "note": "留着的话"}, "系统自带词库中没有"),
        ("public_contacts", {"value": "11010519491231002X", "note": "留着的话"}, "不能作为公开联系方式"),
        ("public_contacts", {"value": "12", "note": "留着的话"}, "不像联系方式"),
    ],
)
def test_what_cannot_work_is_refused_with_what_was_typed(clerk, register, given, said):
    answer = clerk.post(f"{ROOM}{register}/new/", given)
    assert answer.status_code == 422
    assert said in answer.text
    assert given["note"] in answer.text
    assert (own().words, own().left_words, own().public_contacts) == ((), (), ())


@pytest.mark.parametrize(
    ("register", "said"),
    [
        ("words", "“错误”会拦住通报印发"),
        ("left_words", "照抄校对结果中的错误写法"),
        ("public_contacts", "只登记本来就对外公布的"),
    ],
)
def test_a_form_says_what_a_field_is_for(clerk, register, said):
    assert said in clerk.get(f"{ROOM}{register}/new/").text


def test_settings_are_kept_and_the_desk_offers_the_offices_way(clerk):
    page = clerk.get(f"{ROOM}proofreading/entry/", {"entry": ""})
    given = {name: page.context["form"][name].value() or "" for name in page.context["form"].fields}
    given |= {"entry": "", "version": page.context["version"], "mask": "严格", "unchecked": "页码位置"}
    bad = clerk.post(f"{ROOM}proofreading/save/", given | {"top_margin": "三十"})
    assert bad.status_code == 422
    assert "三十" in bad.text
    assert clerk.post(f"{ROOM}proofreading/save/", given).status_code == 302
    assert (own().settings.mask, own().settings.unchecked) == ("严格", ("number-side",))
    assert "<option selected>严格</option>" in clerk.get(DESK).text
    history = clerk.get(f"{ROOM}proofreading/entry/", {"entry": ""}).text
    assert "页码位置" in history
    assert "number-side" not in history


def test_who_only_reads_may_look_and_not_change(signed_in):
    liaison = signed_in("liaison")
    assert liaison.get(f"{ROOM}words/").status_code == 200
    assert liaison.post(f"{ROOM}words/new/", WORD).status_code == 403
    assert liaison.get(f"{ROOM}proofreading/", follow=True).status_code == 404
    page = liaison.get(DESK).text
    assert "补充词库" in page
    assert "校对设置" not in page


def test_a_sheet_of_words_comes_back_and_adds_many(clerk):
    clerk.post(f"{ROOM}words/new/", WORD)
    book = openpyxl.load_workbook(BytesIO(clerk.get(f"{ROOM}words/sheet/").content))
    book.active.append(["行政审批大厅", "政务服务大厅", "存疑", "", ""])
    out = BytesIO()
    book.save(out)
    file = SimpleUploadedFile("词库.xlsx", out.getvalue())
    answer = clerk.post(f"{ROOM}words/upload/", {"file": file}, follow=True)
    assert "新增 1 条" in answer.text
    clerk.post(answer.redirect_chain[-1][0], {"version": answer.context["version"]})
    assert [word.wrong for word in own().words] == ["便民中心", "行政审批大厅"]


def test_two_who_change_one_word_do_not_overwrite_each_other(clerk):
    clerk.post(f"{ROOM}words/new/", WORD)
    version = clerk.get(f"{ROOM}words/entry/", {"entry": "便民中心"}).context["version"]
    given = WORD | {"entry": "便民中心", "version": version}
    assert clerk.post(f"{ROOM}words/save/", given | {"note": "先改的"}).status_code == 302
    second = clerk.post(f"{ROOM}words/save/", given | {"note": "后改的"})
    assert second.status_code == 409
    assert "后改的" in second.text
    assert own().words[0].note == "先改的"


def test_a_script_in_a_word_is_shown_as_text(clerk):
    clerk.post(f"{ROOM}words/new/", WORD | {"wrong": "<script>alert(1)</script>", "note": "<b>粗"})
    for page in (clerk.get(f"{ROOM}words/"), clerk.post(DESK, {"text": "甲<script>alert(1)</script>乙"})):
        assert "<script>alert" not in page.text


def test_a_public_number_is_shown_whole_where_it_is_registered(clerk):
    clerk.post(f"{ROOM}public_contacts/new/", {"value": MOBILE, "note": "监督电话"})
    assert MOBILE in clerk.get(f"{ROOM}public_contacts/").text
    assert "没有发现问题" in clerk.post(DESK, {"text": f"监督举报电话{MOBILE}。"}).text


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"申请人手机{MOBILE}。", "不宜公开"),
        ("请按装路灯。", "核对后可以公开"),
        ("请于2022年3月10日前报送本季度工作情况。", "可以公开"),
    ],
)
def test_the_result_begins_with_whether_it_may_be_published(clerk, text, verdict):
    page = clerk.post(DESK, {"text": text}).text
    assert f"<strong>{verdict}</strong>" in page


def test_what_a_finding_carries_does_not_give_the_number_away(clerk):
    """Its key is a digest of the number, and of numbers there are few enough to try."""
    text = f"申请人手机{MOBILE}。"
    row = offices.get("weibin")
    _, hits = proofreading.proofread_text(text, proofreading.rules(row, acting.today()))
    page = clerk.post(DESK, {"text": text})
    carried = "".join(
        str(row["sealed"]) for group in page.context["result"]["groups"] for row in group["rows"]
    )
    assert carried
    opened = base64.urlsafe_b64decode(carried.split(":")[0] + "==").decode("utf-8", "replace")
    assert not any(hit.key in opened for hit in hits)
