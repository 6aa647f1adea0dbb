"""People from a spreadsheet: looked at first, then all together or not at all."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gongkai.records.models import Membership, Person
from gongkai.sources import workbook
from tests.web.conftest import UNIT

pytestmark = pytest.mark.django_db
HEAD = ("姓名", "用户名", "身份", "单位")
SHEET = "/o/weibin/people/sheet/"


@pytest.fixture
def administrator(signed_in) -> Client:
    return signed_in("administrator")


@pytest.fixture
def hand_in(administrator, sheet):
    def handed_in(*rows: tuple[str, ...]):
        content = sheet(HEAD, *rows).read_bytes()
        return administrator.post(SHEET, {"file": SimpleUploadedFile("名单.xlsx", content)})

    return handed_in


def test_a_list_is_looked_at_then_written(administrator, hand_in):
    answer = hand_in(
        ("甲某", "jia", "经办", ""), ("甲某", "jia", "科室负责人", ""), ("乙某", "yi", "信息员", "区财政局")
    )
    shown = administrator.get(answer["Location"]).text
    assert "新增 2 人" in shown
    assert not Person.objects.filter(username="jia").exists()
    links = administrator.post(answer["Location"])
    assert links.status_code == 201
    assert links.text.count("/invitation/") == 2
    assert Membership.objects.get(person__username="yi").unit == UNIT


def test_what_is_wrong_is_shown_in_its_cell_and_nothing_is_written(administrator, hand_in):
    answer = hand_in(
        ("甲某", "jia", "经办", ""), ("乙某", "yi", "皇帝", ""), ("丙某", "bing", "信息员", "没有的局")
    )
    shown = administrator.get(answer["Location"]).text
    assert "C3" in shown
    assert "D4" in shown
    assert "写入名单" not in shown
    assert administrator.post(answer["Location"]).status_code == 409
    assert Person.objects.count() == 1


def test_someone_on_the_list_gets_the_roles_of_the_list_and_others_keep_theirs(
    administrator, hand_in, person
):
    person("clerk", username="jia"), person("observer", username="yi")
    answer = hand_in(("经办某", "jia", "审计员", ""))
    administrator.post(answer["Location"])
    assert [held.role for held in Membership.objects.filter(person__username="jia")] == ["auditor"]
    assert [held.role for held in Membership.objects.filter(person__username="yi")] == ["observer"]


def test_a_name_of_another_office_is_not_taken_over(administrator, hand_in, person):
    person("clerk", "qianyang", username="jia")
    shown = administrator.get(hand_in(("甲某", "jia", "经办", ""))["Location"]).text
    assert "已有人使用" in shown
    assert "写入名单" not in shown


def test_the_sheet_of_those_who_are_there_changes_nothing(administrator, person, tmp_path):
    person("liaison", username="xinxi")
    sheet = administrator.get(f"{SHEET}form/?filled=1")
    path = tmp_path / "list.xlsx"
    path.write_bytes(sheet.content)
    assert any("xinxi" in row for row in workbook.open(path).sheets[0].rows())
    answer = administrator.post(SHEET, {"file": SimpleUploadedFile("list.xlsx", sheet.content)})
    assert "没有需要办理的内容" in administrator.get(answer["Location"]).text


@pytest.mark.parametrize("content", [b"MZ\x90 a program", b"%PDF-1.7", b""], ids=["program", "pdf", "empty"])
def test_what_is_no_spreadsheet_is_refused(administrator, content):
    file = SimpleUploadedFile("list.xlsx", content)
    answer = administrator.post(SHEET, {"file": file})
    assert answer.status_code == 422
    assert not Person.objects.exclude(pk=administrator.person.pk).exists()


def test_a_list_handed_in_by_another_is_not_there(administrator, hand_in, signed_in):
    address = hand_in(("甲某", "jia", "经办", ""))["Location"]
    other = signed_in("administrator", "qianyang", username="other")
    assert other.get(address.replace("weibin", "qianyang")).status_code == 404
    assert signed_in("administrator", username="third").get(address).status_code == 404


def test_a_torn_spreadsheet_says_so(administrator, sheet):
    torn = io.BytesIO(sheet(HEAD).read_bytes()[:900]).getvalue()
    answer = administrator.post(SHEET, {"file": SimpleUploadedFile("list.xlsx", torn)})
    assert answer.status_code == 422
