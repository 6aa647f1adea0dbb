"""The board, the list and what comes again: what each person sees of them."""

import pytest
from django.test import Client

from gongkai.records import models
from gongkai.web.pages.rectifications import board
from tests.web.pages.rectified import FOUND, moved, opened

BOARD = "/o/weibin/rectifications/"
LIST = f"{BOARD}list/"


@pytest.fixture
def clerk(signed_in) -> Client:
    browser = signed_in("clerk")
    opened("weibin")
    return browser


def text(browser: Client, address: str) -> str:
    response = browser.get(address)
    assert response.status_code == 200
    return response.content.decode()


def lanes(browser: Client, address: str = BOARD) -> dict[str, int]:
    return {lane.title: lane.count for lane in browser.get(address).context["lanes"]}


def test_each_item_stands_in_the_lane_of_whoever_must_act(clerk):
    moved(1, state="submitted")
    moved(2, state="sent_back")
    assert lanes(clerk) == {"待签收": 1, "整改中": 1, "待审核": 1, "待销号": 0, "已办结": 0}


def test_a_long_board_leads_to_the_lanes_that_hold_something(clerk):
    moved(1, state="submitted")
    page = text(clerk, BOARD)
    assert 'href="#lane-3">待审核 1</a>' in page
    assert 'href="#lane-4"' not in page
    assert 'id="lane-3"' in page


def test_the_board_says_how_many_are_overdue_and_filters_them(clerk):
    moved(3, deadline="2022-01-20")
    page = text(clerk, BOARD)
    assert "1</strong> 项逾期未报送" in page
    assert "已逾期" in page
    assert sum(lanes(clerk, f"{BOARD}?standing=late").values()) == 1


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("unit=财政局", 2),
        ("kind=断更", 1),
        ("q=教育督导", 1),
        ("period=2021Q4", 3),
        ("standing=handed", 0),
        ("unit=没有", 3),
    ],
)
def test_the_board_is_narrowed_as_asked(clerk, question, count):
    assert sum(lanes(clerk, f"{BOARD}?{question}").values()) == count


def test_a_unit_sees_its_own_items_alone(clerk, signed_in):
    liaison = signed_in("liaison")
    assert sum(lanes(liaison).values()) == 2
    assert "教体局" not in text(liaison, BOARD) + text(liaison, LIST)


def test_the_supervision_office_sees_what_is_overdue_or_handed_over(clerk, signed_in):
    supervision = signed_in("supervision")
    assert "还没有整改事项" in text(supervision, BOARD)
    moved(1, deadline="2022-01-20")
    moved(3, supervised_at="2022-01-22T08:00Z", state="submitted")
    assert sum(lanes(supervision).values()) == 2
    assert supervision.get(f"{BOARD}2/").status_code == 404


def test_an_office_sees_nothing_of_another(clerk, signed_in):
    stranger = signed_in("clerk", office="qianyang")
    assert "还没有整改事项" in text(stranger, "/o/qianyang/rectifications/")
    assert stranger.get(BOARD).status_code == 404


def test_the_list_sorts_and_says_how_each_stands(clerk):
    moved(1, state="accepted")
    page = text(clerk, f"{LIST}?sort=-number").partition("<tbody>")[2]
    assert page.index("教育督导") < page.index("渭滨财政·微博") < page.index("零报送")
    assert "等待复核销号" in page


def test_the_list_is_exported_as_it_is_filtered(clerk):
    response = clerk.get(f"{LIST}?unit=教体局&export=xlsx")
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert response["Content-Disposition"].startswith("attachment")


def test_a_problem_that_came_again_after_its_close_is_shown(clerk):
    opened("weibin", period="2022Q1", found=FOUND[:1])
    moved(1, state="closed")
    page = text(clerk, f"{BOARD}repeats/")
    assert "2021年四季度、2022年一季度" in page
    assert "销号后反弹" in page.partition("<tbody>")[2]
    assert "渭滨财政" not in page.partition("<tbody>")[2]


def test_a_cancelled_problem_never_was_one(clerk):
    opened("weibin", period="2022Q1", found=FOUND[:1])
    moved(1, state="cancelled")
    assert "没有在两期以上通报中出现的问题" in text(clerk, f"{BOARD}repeats/")


@pytest.mark.parametrize("address", [BOARD, LIST, f"{BOARD}repeats/", f"{BOARD}chase/", f"{BOARD}1/"])
def test_no_page_asks_the_database_much(clerk, django_assert_max_num_queries, address):
    models.Rectification.objects.update(deadline="2022-01-20")
    text(clerk, address)
    with django_assert_max_num_queries(25):
        text(clerk, address)


def test_what_a_lane_does_not_hold_is_counted_and_led_to(clerk, monkeypatch):
    monkeypatch.setattr(board, "MOST", 1)
    page = text(clerk, f"{BOARD}?period=2021Q4")
    assert "其余 2 项在列表中查看" in page
    assert "list/?period=2021Q4&amp;state=issued" in page


def test_each_cell_of_the_list_says_its_heading_for_a_phone(clerk):
    page = text(clerk, LIST)
    assert "table-stack" in page
    assert 'data-label="整改期限"' in page
