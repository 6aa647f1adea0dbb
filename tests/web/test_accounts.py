"""Signing in: what lets a person in, what keeps a guesser out, and what neither may learn."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import get_hasher
from django.test import Client
from django.utils import timezone

from gongkai.records.models import AuditEntry, Person
from gongkai.web import sessions
from tests.web.conftest import PASSWORD

pytestmark = pytest.mark.django_db
LOGIN = "/account/login/"
WRONG = "用户名或密码不正确"


def sign_in(browser: Client, username: str, password: str = PASSWORD, **more: str):
    return browser.post(LOGIN, {"login": username, "password": password, **more})


def answer_without_tokens(text: str) -> str:
    return re.sub(r'value="[^"]*"|content="[^"]*"', "", text)


@pytest.fixture
def clerk(person) -> Person:
    return person("clerk", username="jingban", password=PASSWORD)


def test_a_session_begins_with_a_new_key_and_goes_on_record(clerk):
    browser = Client()
    browser.get(LOGIN)
    browser.session["planted"] = 1
    before = browser.session.session_key
    assert sign_in(browser, "jingban")["Location"] == "/"
    assert browser.session.session_key != before
    entry = AuditEntry.objects.get(action="person.sign_in")
    assert (entry.by, entry.origin, entry.object) == (str(clerk), "网页 127.0.0.1", "weibin/jingban")


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(clerk, settings):
    browser = Client()
    sign_in(browser, "jingban")
    cookie = browser.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["expires"], "it ends with the browser"
    settings.SESSION_COOKIE_SECURE = True
    behind_https = Client()
    sign_in(behind_https, "jingban")
    assert behind_https.cookies["sessionid"]["secure"]


def test_it_is_not_told_whether_a_name_exists(clerk, monkeypatch, settings):
    """The same words, the same status, and the same work: a password is hashed for a name that is not there."""
    hashed: list[str] = []
    hasher = type(get_hasher())
    encode = hasher.encode
    monkeypatch.setattr(
        hasher, "encode", lambda self, *given: hashed.append(given[0]) or encode(self, *given)
    )
    answers = []
    for name in ("jingban", "nobody"):
        hashed.clear()
        answers.append(sign_in(Client(), name, "wrong-password"))
        assert hashed == ["wrong-password"], name
    assert all(answer.status_code == 200 and WRONG in answer.text for answer in answers)
    first, second = (answer_without_tokens(answer.text) for answer in answers)
    assert first == second


@pytest.mark.parametrize("name", ["jingban", "nobody"])
def test_after_five_failures_a_name_is_locked_whether_it_exists_or_not(clerk, name):
    for _ in range(4):
        assert sign_in(Client(), name, "wrong").status_code == 200
    answers = [sign_in(Client(), name, "wrong"), sign_in(Client(), name, PASSWORD)]
    for answer in answers:
        assert answer.status_code == 429
        assert "15 分钟后再试" in answer.text
    known = {"jingban": "weibin/jingban"}
    assert AuditEntry.objects.get(action="person.lock").object == known.get(name, name)


def test_another_spelling_of_a_name_is_no_fresh_start(clerk):
    for name in ("jingban", "JINGBAN", " jingban ", "Jingban", "jingBAN"):
        answer = sign_in(Client(), name, "wrong")
    assert answer.status_code == 429


def test_a_lock_ends_after_fifteen_minutes(clerk):
    for _ in range(5):
        sign_in(Client(), "jingban", "wrong")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert sign_in(Client(), "jingban").status_code == 302


def test_whoever_was_shut_out_learns_it_only_with_the_right_password(clerk):
    Person.objects.update(is_active=False)
    assert WRONG in sign_in(Client(), "jingban", "wrong").text
    assert sign_in(Client(), "jingban")["Location"] == "/account/inactive/"


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/o/weibin/people/", "/o/weibin/people/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_one_is_sent_on_within_this_site_only(clerk, wanted, reached):
    assert sign_in(Client(), "jingban", next=wanted)["Location"] == reached


def test_the_fourth_session_ends_the_first(clerk):
    browsers = [Client() for _ in range(4)]
    for browser in browsers:
        sign_in(browser, "jingban")
    assert [browser.get("/about/").status_code for browser in browsers] == [302, 200, 200, 200]


def test_two_idle_hours_end_a_session(clerk, settings):
    browser = Client()
    sign_in(browser, "jingban")
    assert browser.get("/about/").status_code == 200
    session = browser.session
    session[sessions.SEEN] -= settings.SESSION_IDLE_SECONDS + 1
    session.save()
    assert browser.get("/about/").status_code == 302


def test_a_new_password_ends_the_other_sessions_and_not_this_one(clerk):
    here, there = Client(), Client()
    sign_in(here, "jingban"), sign_in(there, "jingban")
    new = "另一个很长的密码-2022"
    answer = here.post(
        "/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new}, follow=True
    )
    assert "密码已修改" in answer.text
    assert here.get("/about/").status_code == 200
    assert there.get("/about/").status_code == 302
    assert AuditEntry.objects.filter(action="person.password", object="weibin/jingban").exists()


def test_nobody_signs_out_by_following_a_link(clerk):
    browser = Client()
    sign_in(browser, "jingban")
    browser.get("/account/logout/")
    assert browser.get("/about/").status_code == 200
    browser.post("/account/logout/")
    assert browser.get("/about/").status_code == 302


@pytest.mark.parametrize("path", ["signup/", "password/reset/", "email/", "confirm-email/", "3rdparty/"])
def test_there_is_no_way_in_but_an_administrator(home, path):
    assert Client().get(f"/account/{path}").status_code == 404


@pytest.mark.parametrize("path", ["password/", "sessions/", "2fa/", "logout/"])
def test_pages_of_an_account_stand_in_the_house_in_chinese(clerk, path):
    browser = Client()
    sign_in(browser, "jingban")
    text = browser.get(f"/account/{path}").text
    assert text.count("<h1") == 1
    assert 'class="page-title' in text
    assert 'class="topbar' in text
    assert "<script>" not in text
    assert " style=" not in text
    assert " onclick=" not in text
