"""Files through every form that takes one: what they are is told by their content, and nothing of what is
refused stays behind."""

import pytest
from django.conf import settings as configured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.handlers.wsgi import WSGIRequest
from django.test import Client

from gongkai.actions import storing
from gongkai.records import vault
from gongkai.records.models import Office, StoredFile
from tests.web.crawling import Form
from tests.web.planted import OWN, ROLES, World

pytestmark = pytest.mark.django_db
PROGRAM = b"MZ\x90\x00" + bytes(2000)
PAGE = b"<!doctype html><script>alert(1)</script>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
ARCHIVE = b"PK\x03\x04" + bytes(500)
PDF = b"%PDF-1.4 report"
LIES = {
    "程序.xlsx": PROGRAM,
    "网页.pdf": PAGE,
    "图.png": DRAWING,
    "压缩包.docx": ARCHIVE,
    "空.xlsx": b"",
    "程序.exe": PROGRAM,
}


def taking_files(planted: World) -> list[tuple[str, Form]]:
    """Each form with a place for a file, and a role that is shown it."""
    found = {
        form.name: (role, form)
        for role in ROLES
        for visit in planted.walked(role)
        for form in visit.forms
        if form.files
    }
    return list(found.values())


def send(planted: World, role: str, form: Form, name: str, content: bytes):
    """Send a form with a file, every other field filled in."""
    filled = {key: [value or "2" for value in values] for key, values in form.filled().items()}
    handed = {place: SimpleUploadedFile(name, content) for place in form.files}
    return planted.browser(role).post(form.action, filled | handed)


def kept() -> tuple[int, set[str]]:
    return StoredFile.objects.count(), {path.name for path in configured.FILES.rglob("*") if path.is_file()}


def test_there_are_forms_that_take_files(planted: World):
    """What guards these tests."""
    names = {form.name for _, form in taking_files(planted)}
    assert {"imports", "people_sheet", "objection_new", "adjustment_new", "notice_bring"} <= names


@pytest.mark.parametrize("name", LIES)
def test_a_file_that_lies_about_its_type_is_refused_everywhere(planted: World, name):
    before = kept()
    for role, form in taking_files(planted):
        answer = send(planted, role, form, name, LIES[name])
        # several files may be handed in at once: then each is told of on the page that follows
        assert answer.status_code in (302, 409, 422), form.action
        assert kept() == before, form.action


def test_a_file_that_is_too_large_is_refused_everywhere(planted: World, settings):
    settings.UPLOAD_BYTES = 1000
    before = kept()
    for role, form in taking_files(planted):
        for content in (PDF + bytes(1000), b"a,b\n" * 500):
            answer = send(planted, role, form, "大.csv", content)
            assert answer.status_code in (302, 409, 422), form.action
            assert kept() == before, form.action


def test_a_large_file_within_the_limit_is_taken(planted: World):
    """Larger than a form without files may be."""
    form = next(form for _, form in taking_files(planted) if form.name == "objection_new")
    content = PDF + bytes(6 * 2**20)
    send(planted, "liaison", form, "大.pdf", content)
    assert StoredFile.objects.filter(size=len(content)).exists()


@pytest.mark.parametrize(("signed_in", "length"), [(False, 6 * 2**20), (True, 10**12), (True, 10**30)])
def test_a_body_that_announces_too_much_is_not_read(planted: World, monkeypatch, signed_in, length):
    """Before anybody looks for the token of a form in it: whoever is not signed in hands in no files."""
    monkeypatch.setattr(WSGIRequest, "_load_post_and_files", lambda self: pytest.fail("was read"))
    browser = planted.browser("clerk") if signed_in else Client()
    kind = "multipart/form-data; boundary=a"
    for path in ("/account/login/", f"/o/{OWN}/"):
        answer = browser.generic("POST", path, b"--a", kind, headers={"content-length": str(length)})
        assert answer.status_code == 413
        assert "提交的内容太多" in answer.text


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../../etc/cron.d/报告.pdf", "报告.pdf"),
        ("C:\\用户\\报告.pdf", "报告.pdf"),
        ("报告\u202efdp.exe", "报告fdp.exe.pdf"),
        ("报告.html", "报告.html.pdf"),
        ("报告.PDF", "报告.PDF"),
        ("报\r\nSet-Cookie: a=b\x00告.pdf", "报Set-Cookie: a=b告.pdf"),
        ("长" * 300 + ".pdf", "长" * 196 + ".pdf"),
        ("", "未命名.pdf"),
        ("..", "...pdf"),
    ],
)
def test_a_name_is_only_a_name(planted: World, given, shown):
    office, at = Office.objects.get(key=OWN), planted.person("chief").joined_at
    file = storing.run(
        office, given, [PDF], len(PDF), accepted=storing.EVIDENCE, by=planted.person("clerk"), at=at
    )
    assert file.name == shown
    assert vault.path(file.digest).parent.parent == configured.FILES


def test_files_lie_where_no_address_leads(planted: World):
    served = [configured.STATIC_ROOT, *map(type(configured.FILES), configured.STATICFILES_DIRS)]
    for folder in (configured.FILES, configured.SNAPSHOTS):
        assert not any(folder.is_relative_to(place) or place.is_relative_to(folder) for place in served)


def test_a_file_is_saved_and_never_shown(planted: World):
    """Whatever it is: a scan with a script in it does not run in our name."""
    given = [
        visit for role in ROLES for visit in planted.walked(role) if visit.content.startswith(b"%PDF-1.4 <")
    ]
    assert {"objection_evidence", "rectification_scan", "adjustment_evidence"} <= {
        visit.name for visit in given
    }
    for visit in given:
        assert visit.headers["Content-Disposition"].startswith("attachment;")
        assert visit.headers["Content-Type"] == "application/pdf"
        assert visit.headers["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in visit.headers["Cache-Control"]
