"""The editor: nothing typed is lost, what is shown is what will be printed, two people do not overwrite."""

from collections.abc import Callable

import pytest

from gongkai.actions import assess
from gongkai.records import models
from tests.actions.conftest import Q4
from tests.actions.drafts import saved
from tests.conftest import AT, CLERK

ROOM = "/o/weibin/2021Q4/notices/"
SCRIPT = "<script>alert(1)</script>"
BAD = "{{ totall('x') }}\n"


@pytest.fixture
def typed(assessed) -> Callable[..., dict[str, str]]:
    """What the editor sends."""

    def fields(**changed: str) -> dict[str, str]:
        return {
            "title": "关于政务公开的通报",
            "document_number": "渭政办发〔2022〕5号",
            "issued_on": "2022-01-17",
            "rectify_by": "2022-01-20",
            "note": "",
            "template": "现将情况通报如下：\n",
            "based_on": "0",
        } | changed

    return fields


def test_a_clerk_saves_a_version_and_is_shown_it(typed, signed_in):
    response = signed_in("clerk").post(f"{ROOM}edit/", typed())
    assert response.status_code == 302
    assert response.url == f"{ROOM}versions/1/"
    version = models.NoticeVersion.objects.get()
    assert (version.title, version.document_number) == ("关于政务公开的通报", "渭政办发〔2022〕5号")


def test_the_editor_offers_words_with_their_values_and_the_page_beside(assessed, signed_in):
    page = signed_in("clerk").get(f"{ROOM}edit/").content.decode()
    for shown in ("data-editor", 'id="words"', "official-page", "figure-chip", "data-insert", "校核"):
        assert shown in page


def test_faults_are_told_by_line_and_the_text_is_kept(typed, signed_in):
    response = signed_in("clerk").post(f"{ROOM}edit/", typed(template=f"第一行\n\n{BAD}"))
    page = response.content.decode()
    assert response.status_code == 422
    assert "第3行" in page
    assert "totall(" in page
    assert not models.NoticeVersion.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("title", "", "标题"),
        ("issued_on", "某日", "印发日期"),
        ("rectify_by", "2022-01-17", "整改期限应在印发日期之后"),
    ],
)
def test_a_field_that_is_wrong_is_told_and_the_others_are_kept(typed, signed_in, field, value, told):
    response = signed_in("clerk").post(f"{ROOM}edit/", typed(**{field: value}, note="改了标题"))
    page = response.content.decode()
    assert response.status_code == 422
    assert told in page
    assert "改了标题" in page


def test_the_second_of_two_editors_is_told_and_saves_after_comparing(typed, signed_in):
    first, second = signed_in("clerk"), signed_in("clerk", username="另一经办")
    first.post(f"{ROOM}edit/", typed(template="甲的文字。\n"))
    refused = second.post(f"{ROOM}edit/", typed(template="乙的文字。\n"))
    page = refused.content.decode()
    assert refused.status_code == 409
    for shown in ("经办某已于您编辑期间保存第1稿", "甲的文字", "乙的文字", 'name="based_on" value="1"'):
        assert shown in page
    assert second.post(f"{ROOM}edit/", typed(template="乙的文字。\n", based_on="1")).status_code == 302
    assert models.NoticeVersion.objects.count() == 2


def test_a_form_sent_twice_makes_one_version(typed, signed_in):
    client, token = signed_in("clerk"), "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
    for _ in range(2):
        assert client.post(f"{ROOM}edit/", typed(once=token)).status_code == 302
    assert models.NoticeVersion.objects.count() == 1


def test_the_preview_shows_the_page_and_keeps_nothing(typed, signed_in):
    given = typed(template="请于{{ rectify_by }}前整改。\n")
    part = signed_in("clerk").post(f"{ROOM}preview/", given, headers={"HX-Request": "true"})
    page = part.content.decode()
    assert "2022年1月20日" in page
    assert "<html" not in page
    assert not models.NoticeVersion.objects.exists()


def test_without_script_the_preview_is_the_editor_with_the_text_in_it(typed, signed_in):
    page = signed_in("clerk").post(f"{ROOM}preview/", typed(template="原样保留。\n")).content.decode()
    assert "<html" in page
    assert page.count("原样保留。") >= 2


def test_a_script_in_the_text_is_refused_and_shown_as_text(typed, signed_in):
    for address in ("preview/", "edit/"):
        answer = signed_in("clerk").post(f"{ROOM}{address}", typed(template=f"前文{SCRIPT}\n"))
        page = answer.content.decode()
        assert "正文不能使用网页标记" in page
        assert SCRIPT not in page


def test_a_script_in_any_other_field_is_text(typed, signed_in):
    client = signed_in("clerk")
    client.post(f"{ROOM}edit/", typed(title=SCRIPT, note=SCRIPT, document_number=SCRIPT))
    saved(title=f"改{SCRIPT}", after="又一句。")
    for address in ("", "edit/", "versions/1/", "versions/2/", "compare/"):
        page = client.get(f"{ROOM}{address}").content.decode()
        assert SCRIPT not in page
        assert address == "" or "alert(1)" in page


@pytest.mark.parametrize("role", ["director", "leader", "liaison", "auditor", "administrator"])
def test_only_a_clerk_edits(typed, signed_in, role):
    client = signed_in(role)
    for address in ("edit/", "preview/"):
        assert client.post(f"{ROOM}{address}", typed()).status_code == 403
    assert client.get(f"{ROOM}edit/").status_code == 403


def test_somebody_of_another_office_finds_no_such_page(typed, signed_in):
    client = signed_in("clerk", office="qianyang")
    assert client.get(ROOM).status_code == 404
    assert client.post(f"{ROOM}edit/", typed()).status_code == 404


def test_a_period_that_is_not_assessed_is_sent_to_be_assessed(weibin, signed_in):
    client = signed_in("clerk")
    response = client.get(f"{ROOM}edit/", follow=True)
    page = response.content.decode()
    assert "尚未考核" in page
    assert "去考核" in page


def test_a_chip_leads_to_the_facts_of_its_figure(assessed, signed_in):
    client = signed_in("clerk")
    found = client.get(f"{ROOM}word/", {"expression": 'total("orders.handled")'})
    assert found.status_code == 302
    assert found.url.startswith("/o/weibin/2021Q4/figure/?measure=orders.handled")
    assert "2021年四季度" in client.get(f"{ROOM}word/", {"expression": "period.label"}).content.decode()
    assert client.get(f"{ROOM}word/", {"expression": "totall()"}).status_code == 200


def test_what_is_still_open_is_offered_for_the_opening(import_counts, import_orders, signed_in):
    from tests.web.pages.rectified import opened

    import_orders(("GD001", "2021-10-12"))
    assess.run("weibin", Q4, by=CLERK, at=AT)
    opened("weibin", period="2021Q3")
    page = signed_in("clerk").get(f"{ROOM}edit/").content.decode()
    assert "以前未办结的整改" in page
    assert "2021年三季度" in page


def test_the_pages_ask_the_database_little(assessed, signed_in, django_assert_max_num_queries):
    client = signed_in("clerk")
    saved()
    for address, most in (("", 13), ("edit/", 25), ("versions/1/", 36)):
        with django_assert_max_num_queries(most):
            client.get(f"{ROOM}{address}")
