"""Requests that no page of ours sends: a clear refusal each time, never a broken page."""

import re
from datetime import timedelta
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongkai.actions import invite
from gongkai.records.models import Invitation
from gongkai.web.gate import Scope
from tests.web.addresses import LIBRARY, SAMPLES
from tests.web.addresses import walk as addresses
from tests.web.crawling import body
from tests.web.planted import OWN, World
from tests.web.planted_office import SCRIPT

pytestmark = pytest.mark.django_db
ASKED = ("page", "sort", "q", "export", "unit", "number")
"""Questions that are tried on every page, besides those that its own links ask."""
WORSE = ("\x00", "9" * 5000, "不存在", "2022-02-30", "__class__", "-1", SCRIPT)
ASTRAY = {
    "office": "nowhere",
    "period": "2021Q5",
    "unit": "不存在",
    "number": 10**30,
    "kind": "nothing",
    "register": "nothing",
    "name": "../../../etc/passwd",
    "chapter": "nothing",
    "secret": "nothing",
    "year": 10**30,
}
"""A value of each part of an address that leads nowhere."""


def test_no_question_in_an_address_breaks_a_page(planted: World, master):
    """Each question of each page with the worst answer, alone and all of them together."""
    for number, (path, names) in enumerate(_questions(planted).items()):
        for worse in WORSE[:3]:
            _ask(master, path, dict.fromkeys(names, worse))
        for place, name in enumerate(sorted(names)):
            _ask(master, path, {name: WORSE[(number + place) % len(WORSE)]})


def _ask(browser: Client, path: str, asked: dict[str, str]) -> None:
    answer = browser.get(f"{path}?{urlencode(asked)}")
    assert answer.status_code in (200, 302, 400, 404, 409, 422), (path, asked)
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        assert SCRIPT not in answer.text, (path, asked)


def _questions(planted: World) -> dict[str, set[str]]:
    """An address of each page → what it can be asked."""
    found: dict[str, tuple[str, set[str]]] = {}
    for visit in (visit for role in ("clerk", "auditor", "administrator") for visit in planted.walked(role)):
        if visit.status == 200 and visit.html:
            parts = urlsplit(visit.address)
            _, asked = found.setdefault(visit.name, (parts.path, set(ASKED)))
            asked |= {name for name, _ in parse_qsl(parts.query)}
    return dict(found.values())


def test_a_very_long_question_breaks_nothing(planted: World):
    browser = planted.browser("clerk")
    for name in ("rectification_list", "people", "audit", "offices"):
        path = reverse(name, kwargs={"office": OWN} if name != "offices" else {})
        assert browser.get(f"{path}?{urlencode({'q': '长' * 33_000})}").status_code in (200, 302, 403)


def test_a_part_of_an_address_that_leads_nowhere_is_no_page(master):
    wrong = []
    for address in addresses():
        for part in set(address.parts) & ASTRAY.keys():
            status = master.get(_astray(address.url(), part)).status_code
            if status not in (403, 404, 405, 410) or (status == 403 and address.scope is Scope.OFFICE):
                wrong.append((address.name, part, status))
    assert wrong == []


def _astray(sample: str, part: str) -> str:
    """The address with one part that is nothing, even where it could not be made so."""
    value = getattr(SAMPLES[part], "code", None) or str(SAMPLES[part])
    whole = re.compile(f"/{re.escape(quote(value))}(?=/|$)")
    assert whole.search(sample), (sample, part)
    return whole.sub(f"/{quote(str(ASTRAY[part]))}", sample, count=1)


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options", "trace"])
def test_other_methods_are_refused_by_our_page(planted: World, method):
    browser = planted.browser("chief")
    for address in addresses():
        if address.scope and address.scope.value in ("office", "deployment"):
            answer = getattr(browser, method)(address.url())
            assert answer.status_code == 405, address.name
            assert "不能这样打开" in answer.text
            assert answer["Allow"]


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "127.0.0.1:8000@elsewhere.example", "a b", "x\r\nSet-Cookie: a=b"]
)
def test_a_name_that_is_not_ours_is_refused(planted: World, host):
    """So that no link and no stored page ever leads to a name that somebody made up."""
    browser = planted.browser("clerk")
    for path in ("/", "/account/login/", f"/o/{OWN}/"):
        answer = browser.get(path, headers={"host": host})
        assert answer.status_code == 400
        assert "请求不完整" in answer.text
        assert "elsewhere" not in answer.text


def test_back_leads_to_our_own_pages_only(planted: World):
    browser = planted.browser("clerk")
    for came in (
        "https://elsewhere.example/",
        "http://testserver//elsewhere.example/",
        "javascript:alert(1)",
        "//x",
    ):
        answer = browser.get("/o/nowhere/", headers={"referer": came})
        assert answer.status_code == 404
        assert 'href="/">' in answer.text.replace("<svg", "").replace('btn-primary" href="/"', 'href="/"')
        assert "elsewhere" not in answer.text


@pytest.fixture
def sealed(planted: World) -> tuple[Client, str]:
    """A browser whose forms need their token, and the token: looking for it reads the form before any page does."""
    browser = planted.browser("administrator", enforce_csrf_checks=True)
    browser.get(f"/o/{OWN}/people/new/")
    return browser, browser.cookies["csrftoken"].value


def test_too_much_at_once_is_refused_by_our_page(sealed, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 50
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000
    browser, token = sealed
    for sent in ({f"a{number}": "1" for number in range(99)}, {"name": "长" * 9_000}):
        answer = browser.post(f"/o/{OWN}/people/new/", {"csrfmiddlewaretoken": token, **sent})
        assert answer.status_code == 413
        assert "提交的内容太多" in answer.text


def test_too_many_files_at_once_are_refused_by_our_page(sealed, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 3
    browser, token = sealed
    files = {f"file{number}": SimpleUploadedFile("表.xlsx", b"PK") for number in range(9)}
    answer = browser.post(f"/o/{OWN}/people/sheet/", {"csrfmiddlewaretoken": token, **files})
    assert answer.status_code == 413
    assert "提交的内容太多" in answer.text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"--a\r\nContent-Disp", "multipart/form-data; boundary=a"),
        (b"garbage", "multipart/form-data"),
        (b"garbage", f"multipart/form-data; boundary={'a' * 300}"),
        (b"\xff\xfe\x00", "application/x-www-form-urlencoded"),
        (b"name=%ff%fe&roles=%00", "application/x-www-form-urlencoded"),
        (b"name=a", "application/x-www-form-urlencoded; charset=nothing"),
        (b'{"name": ', "application/json"),
        (b"<a/>", "text/xml"),
    ],
)
def test_what_is_no_form_is_refused(planted: World, content, kind):
    browser = planted.browser("administrator")
    for path in (f"/o/{OWN}/people/new/", f"/o/{OWN}/people/sheet/", "/account/login/"):
        answer = browser.generic("POST", path, content, kind)
        assert answer.status_code in (200, 302, 400, 403, 413, 422), path


@pytest.mark.parametrize(
    "path",
    [
        "/%ff%fe/",
        "/o/%00/",
        "/o/weibin/%2e%2e/%2e%2e/",
        "/static/../gongkai.sqlite3",
        "/static/%2e%2e/secret.key",
        "/help/pictures/..%2f..%2fREADME.md",
    ],
)
def test_no_path_leads_out_of_the_house(planted: World, path):
    answer = planted.browser("chief").get(path)
    assert answer.status_code == 404
    assert b"SQLite format" not in body(answer)


def test_a_database_that_fails_gets_our_page(planted: World, monkeypatch):
    """What broke is not asked again for the page that says so."""
    from django.contrib.sessions.backends.db import SessionStore

    def broken(self):
        raise RuntimeError("broken")

    browser = planted.browser("clerk")
    monkeypatch.setattr(SessionStore, "load", broken)
    answer = browser.get(f"/o/{OWN}/")
    assert answer.status_code == 500
    assert "系统出错" in answer.text
    assert "broken" not in answer.text
    assert "no-store" in answer["Cache-Control"]


def test_the_libraries_take_no_form_from_elsewhere(planted: World):
    browser = planted.browser("clerk", enforce_csrf_checks=True)
    for name in LIBRARY:
        answer = browser.post(reverse(name), {})
        assert answer.status_code in (403, 405), name


def test_links_that_do_not_hold_say_nothing_of_why(planted: World):
    """Made up, used, expired, replaced, of a person shut out: one answer, by GET and by POST."""
    person, now = planted.person("clerk"), timezone.now()
    expired = invite.make(person, at=now - timedelta(days=9))
    used = invite.make(planted.person("leader"), at=now)
    Invitation.objects.filter(digest=invite.digest(used)).update(used_at=now)
    replaced = invite.make(planted.person("director"), at=now)
    invite.make(planted.person("director"), at=now)
    shut_out = invite.make(planted.person("auditor"), at=now)
    planted.person("auditor").__class__.objects.filter(pk=planted.person("auditor").pk).update(
        is_active=False
    )
    first = invite.make(None, at=now)
    answers = set()
    for secret in ("made-up", expired, used, replaced, shut_out, first):
        for answer in (Client().get(f"/invitation/{secret}/"), Client().post(f"/invitation/{secret}/", {})):
            answers.add((answer.status_code, re.sub('content="[^"]*"', "", answer.text)))
    assert len(answers) == 1
    assert answers.pop()[0] == 410


def test_the_set_up_link_of_an_office_that_has_its_administrator_is_gone(planted: World):
    secret = invite.make(None, at=timezone.now())
    word = "shan-qiao-yun-2022"
    sent = {"name": "某某", "username": "second", "password1": word, "password2": word}
    answer = Client().post(f"/setup/{secret}/", sent)
    assert answer.status_code == 410
