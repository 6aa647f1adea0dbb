"""Reminding and handing over from a list."""

import pytest
from django.test import Client

from gongkai.records import models
from tests.web.pages.rectified import moved, opened

CHASE = "/o/weibin/rectifications/chase/"


@pytest.fixture
def clerk(signed_in) -> Client:
    browser = signed_in("clerk")
    opened("weibin", days=-10)
    return browser


def test_the_items_chosen_are_reminded_of(clerk):
    response = clerk.post(f"{CHASE}remind/", {"number": ["1", "3"], "words": "请尽快"}, follow=True)
    assert "已催办2项" in response.content.decode()
    reminded = models.Rectification.objects.exclude(reminded_at=None)
    assert [item.number for item in reminded.order_by("number")] == [1, 3]


def test_what_was_answered_while_the_list_was_open_is_told(clerk):
    moved(1, state="submitted")
    response = clerk.post(f"{CHASE}remind/", {"number": ["1", "2"]}, follow=True)
    page = response.content.decode()
    assert "已催办1项" in page
    assert "没有催办：财政局（第1项）" in page


def test_only_what_was_reminded_of_is_offered_for_handing_over(clerk):
    clerk.post(f"{CHASE}remind/", {"number": ["2"]})
    offered = clerk.get(f"{CHASE}?days=0").context["stubborn"]
    assert [row["item"].number for row in offered] == [2]
    assert clerk.get(CHASE).context["stubborn"] == []


def test_handing_over_is_the_offices_part(clerk, signed_in):
    supervision = signed_in("supervision")
    assert supervision.get(CHASE).status_code == 200
    assert supervision.post(f"{CHASE}hand-over/", {"number": ["1"]}).status_code == 403
    assert clerk.post(f"{CHASE}hand-over/", {"number": ["1"]}).status_code == 302
    assert models.Rectification.objects.get(number=1).supervised_at


def test_choosing_nothing_is_said(clerk):
    response = clerk.post(f"{CHASE}remind/", {"number": ["x", "999"]})
    assert response.status_code == 409
    assert "没有选择整改事项" in response.content.decode()


def test_units_have_no_such_page(clerk, signed_in):
    assert signed_in("liaison").get(CHASE).status_code == 403
