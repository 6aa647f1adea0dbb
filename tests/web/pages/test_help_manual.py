"""The manual as pages."""

from urllib.parse import quote, unquote

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(signed_in):
    return signed_in("clerk")


def test_the_chapters_stand_in_reading_order(clerk):
    page = clerk.get("/help/").text
    names = ("start", "clerk", "reviewer", "unit", "supervision", "administrator", "questions")
    places = [page.index(f"/help/{name}/") for name in names]
    assert places == sorted(places)


def test_a_heading_is_led_to_by_its_words(clerk):
    page = clerk.get("/help/clerk/").text
    assert '<h2 id="导入数据">' in page
    assert f'href="#{quote("导入数据")}"' in page


def test_a_chapter_leads_to_other_chapters_and_shows_pictures(clerk):
    page = clerk.get("/help/reviewer/").text
    assert 'href="/help/clerk/"' in page
    assert 'src="/help/pictures/objection.png"' in page
    picture = clerk.get("/help/pictures/objection.png")
    assert b"".join(picture.streaming_content).startswith(b"\x89PNG")
    picture.close()


@pytest.mark.parametrize(
    "address", ["/help/nothing/", "/help/pictures/nothing.png", "/help/pictures/..%2f1-start.md"]
)
def test_what_is_not_in_the_manual_is_not_found(clerk, address):
    assert clerk.get(address).status_code == 404


def test_a_page_leads_to_what_is_said_of_it(clerk):
    page = clerk.get("/o/weibin/2021Q4/imports/").text
    assert "本页说明" in page
    assert "/help/clerk/#导入数据" in unquote(page)


def test_a_picture_has_its_place_before_it_comes(clerk):
    assert (
        'src="/help/pictures/unit-home.png" alt="手机上的首页" width="390" height="760"'
        in clerk.get("/help/unit/").text
    )
