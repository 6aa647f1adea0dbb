"""Sessions: whose they are, what ends them, and that rights are asked at every step."""

import json
import os
import subprocess
import sys

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from gongkai.records.models import Membership, Person
from tests.web.conftest import PASSWORD
from tests.web.planted import NEIGHBOUR, OWN, World
from tests.web.planted_office import OTHER_SECRET, OTHER_UNIT

pytestmark = pytest.mark.django_db
LOGIN, ABOUT, HOME = "/account/login/", "/about/", f"/o/{OWN}/"
COOKIES = """
import json
from gongkai.config import settings
names = "SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE CSRF_COOKIE_HTTPONLY SECURE_HSTS_SECONDS SECURE_PROXY_SSL_HEADER"
print(json.dumps({name: getattr(settings, name) for name in names.split()} | {"debug": hasattr(settings, "DEBUG")}))
"""


@pytest.fixture
def clerk(planted: World) -> Person:
    person = planted.person("clerk")
    person.set_password(PASSWORD)
    person.save()
    return person


def sign_in(person: Person, browser: Client | None = None) -> Client:
    browser = browser or Client()
    answer = browser.post(LOGIN, {"login": person.username, "password": PASSWORD})
    assert answer.status_code == 302
    return browser


def with_key(key: str) -> Client:
    """A browser with a session key that somebody else brought."""
    browser = Client()
    browser.cookies["sessionid"] = key
    return browser


def test_a_key_that_somebody_planted_is_not_taken_over(clerk):
    browser = with_key("attackerattackerattackerattacker")
    sign_in(clerk, browser)
    assert browser.cookies["sessionid"].value != "attackerattackerattackerattacker"
    assert with_key("attackerattackerattackerattacker").get(ABOUT).status_code == 302


def test_signing_in_again_and_a_new_password_bring_a_new_key(clerk):
    """The key from before is nobody's."""
    browser = sign_in(clerk)
    before = browser.cookies["sessionid"].value
    new = "另一个很长的密码-2022"
    browser.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert browser.cookies["sessionid"].value != before
    assert with_key(before).get(ABOUT).status_code == 302
    assert browser.get(ABOUT).status_code == 200


def test_signing_out_ends_the_key_and_not_only_the_cookie(clerk):
    browser = sign_in(clerk)
    key = browser.cookies["sessionid"].value
    assert with_key(key).get(ABOUT).status_code == 200
    browser.post("/account/logout/")
    assert with_key(key).get(ABOUT).status_code == 302


def test_whoever_is_shut_out_is_out_at_the_next_click(clerk):
    browser = sign_in(clerk)
    Person.objects.filter(pk=clerk.pk).update(is_active=False)
    assert browser.get(HOME).status_code == 302
    assert browser.get(ABOUT).status_code == 302


def test_a_role_that_is_taken_away_is_gone_at_the_next_click(clerk):
    browser = sign_in(clerk)
    assert browser.get(f"/o/{OWN}/start/").status_code == 200
    Membership.objects.filter(person=clerk).delete()
    assert browser.get(f"/o/{OWN}/start/").status_code == 404
    assert browser.get(HOME).status_code == 404


def test_whoever_moves_to_another_unit_leaves_the_first_behind(planted: World):
    browser, liaison = planted.browser("liaison", OWN, OTHER_UNIT), planted.person("liaison", OWN, OTHER_UNIT)
    item = next(
        visit.address
        for visit in planted.walked("clerk")
        if visit.name == "rectification" and OTHER_SECRET in visit.text
    )
    assert browser.get(item).status_code == 200
    Membership.objects.filter(person=liaison).update(unit=planted.person("head").memberships.get().unit)
    assert browser.get(item).status_code == 404


def test_a_password_alone_does_not_do_where_a_code_is_asked_for(clerk):
    Authenticator.objects.create(user=clerk, type="totp", data={"secret": "none"})
    browser = sign_in(clerk)
    assert browser.get(HOME).status_code == 302
    assert browser.get(ABOUT).status_code == 302


@pytest.mark.parametrize(
    "path", [ABOUT, HOME, f"/o/{NEIGHBOUR}/", "/o/nowhere/", f"/o/{OWN}/people/1/", "/offices/new/"]
)
def test_whoever_is_not_signed_in_learns_nothing_of_what_there_is(planted: World, path):
    """An office that is there and one that is not look the same from outside."""
    answer = Client().get(path)
    assert answer.status_code == 302
    assert answer["Location"] == f"{LOGIN}?next={path}"


def test_behind_https_cookies_never_go_without_it(tmp_path):
    environment = os.environ | {"GONGKAI_HTTPS": "1", "GONGKAI_HOME": str(tmp_path)}
    told = subprocess.run([sys.executable, "-c", COOKIES], env=environment, capture_output=True, check=True)
    assert json.loads(told.stdout) == {
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "CSRF_COOKIE_HTTPONLY": True,
        "SECURE_HSTS_SECONDS": 31536000,
        "SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"],
        "debug": False,
    }
