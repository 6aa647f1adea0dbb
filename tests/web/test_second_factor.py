"""Two steps: a code from the telephone beside the password, a recovery code where there is no telephone."""

import re
import time

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from gongkai.records.models import AuditEntry, Person
from tests.web.conftest import PASSWORD

pytestmark = pytest.mark.django_db
PERIOD = 30


def code(secret: str, later: int = 0) -> str:
    """What the telephone shows now, or some periods later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD + later))


def wrong(secret: str) -> str:
    return f"{(int(code(secret)) + 1) % 1_000_000:06}"


def with_password(username: str) -> Client:
    browser = Client()
    browser.post("/account/login/", {"login": username, "password": PASSWORD})
    return browser


def signed_in(browser: Client) -> bool:
    return browser.get("/about/").status_code == 200


@pytest.fixture
def clerk(person) -> Person:
    return person("clerk", username="jingban", password=PASSWORD)


@pytest.fixture
def activated(clerk, django_capture_on_commit_callbacks) -> tuple[str, list[str]]:
    """The secret that was scanned, and the recovery codes."""
    browser = with_password("jingban")
    browser.post("/account/reauthenticate/", {"password": PASSWORD})
    page = browser.get("/account/2fa/totp/activate/").text
    assert "data:image/svg+xml" in page
    secret = re.search(r'id="secret"[^>]*>(\w+)<', page)[1]
    with django_capture_on_commit_callbacks(execute=True):
        browser.post("/account/2fa/totp/activate/", {"code": code(secret)})
    codes = re.findall(r"<li><code>(\w+)</code>", browser.get("/account/2fa/recovery-codes/").text)
    return secret, codes


def test_a_password_alone_no_longer_lets_in(activated):
    browser = with_password("jingban")
    assert not signed_in(browser)
    browser.post("/account/2fa/authenticate/", {"code": code(activated[0], later=1)})
    assert signed_in(browser)
    assert AuditEntry.objects.filter(action="person.second_factor_on").count() == 1


def test_a_wrong_code_is_refused_in_plain_words(activated):
    browser = with_password("jingban")
    answer = browser.post("/account/2fa/authenticate/", {"code": wrong(activated[0])})
    assert "验证码不正确" in answer.text
    assert not signed_in(browser)


def test_a_recovery_code_works_once(activated):
    first, second = with_password("jingban"), with_password("jingban")
    first.post("/account/2fa/authenticate/", {"code": activated[1][0]})
    second.post("/account/2fa/authenticate/", {"code": activated[1][0]})
    assert (signed_in(first), signed_in(second)) == (True, False)


def test_codes_cannot_be_guessed_for_long(activated):
    """Five wrong codes lock the name, and the right one is not taken any more without a new password step."""
    browser = with_password("jingban")
    answers = [
        browser.post("/account/2fa/authenticate/", {"code": wrong(activated[0])}).status_code
        for _ in range(5)
    ]
    assert answers == [200, 200, 200, 200, 429]
    browser.post("/account/2fa/authenticate/", {"code": code(activated[0], later=1)})
    assert not signed_in(browser)
    assert Client().post("/account/login/", {"login": "jingban", "password": PASSWORD}).status_code == 429


def test_the_database_alone_gives_no_codes(activated):
    kept = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert activated[0] not in str(kept.data)
    assert get_adapter().decrypt(kept.data["secret"]) == activated[0]


def test_it_is_switched_off_by_its_owner_after_the_password(activated):
    browser = with_password("jingban")
    browser.post("/account/2fa/authenticate/", {"code": code(activated[0], later=1)})
    browser.post("/account/2fa/totp/deactivate/")
    assert Authenticator.objects.exists(), "the password is asked for first"
    browser.post("/account/reauthenticate/", {"password": PASSWORD})
    browser.post("/account/2fa/totp/deactivate/")
    assert not Authenticator.objects.exists()


def test_an_administrator_lets_in_whoever_lost_the_telephone(activated, clerk, person):
    administrator = Client()
    administrator.force_login(person("administrator"), "allauth.account.auth_backends.AuthenticationBackend")
    administrator.post(f"/o/weibin/people/{clerk.pk}/second-factor/")
    assert signed_in(with_password("jingban"))
