"""The gate: who gets in, and what they are told otherwise."""

import pytest
from django.test import Client

from gongkai.records.models import Office

pytestmark = pytest.mark.django_db


def test_whoever_is_not_signed_in_is_sent_to_sign_in_and_back(office_row):
    office_row("weibin")
    answer = Client().get("/o/weibin/people/")
    assert answer.status_code == 302
    assert answer["Location"] == "/account/login/?next=/o/weibin/people/"


def test_a_page_opens_for_who_may_see_it(signed_in):
    assert signed_in("administrator").get("/o/weibin/people/").status_code == 200


def test_a_page_says_who_may_see_it(signed_in):
    answer = signed_in("clerk").get("/o/weibin/people/")
    assert answer.status_code == 403
    assert "查看人员名单限于审计员或管理员" in answer.text


def test_an_office_one_has_no_role_in_does_not_exist(signed_in, office_row):
    office_row("qianyang")
    Office.objects.filter(key="qianyang").update(name="宝鸡市千阳县")
    answer = signed_in("administrator").get("/o/qianyang/2022Q2/")
    assert answer.status_code == 404
    assert "千阳" not in answer.text
    assert "2022年二季度" not in answer.text


def test_a_role_in_the_whole_deployment_holds_in_every_office(signed_in, office_row):
    office_row("qianyang")
    assert signed_in("administrator", office=None).get("/o/qianyang/people/").status_code == 200
