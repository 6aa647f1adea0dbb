"""Every page, opened as every role in an office whose every word is an attack: looking changes nothing, text
stays text, and every answer carries its headers."""

import io
import re
import zipfile
from collections.abc import Iterator

import lxml.html
import openpyxl
import pytest

from tests.web.addresses import walk as addresses
from tests.web.crawling import Visit
from tests.web.planted import NEIGHBOUR, REMEMBERED, ROLES, World
from tests.web.planted_office import NEIGHBOUR_SECRET, OTHER_SECRET, SCRIPT

pytestmark = pytest.mark.django_db
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABLE = re.compile(r'(?:INTO|UPDATE|FROM)\s+"(\w+)"')
ELSEWHERE = {
    "setup": "before there is anybody",
    "invitation": "by a link that is handed over",
    "setup_demo": "while samples are loaded",
    "help_picture": "of the manual",
    "help_chapter": "of the manual",
    "people_sheet_file": "after a list was handed in",
    "register_preview": "after a sheet was handed in",
}
"""Pages that no link leads to in a running office."""


def html(visits: list[Visit]) -> list[Visit]:
    return [visit for visit in visits if visit.html and visit.content]


def files(visits: list[Visit]) -> list[Visit]:
    return [visit for visit in visits if "Content-Disposition" in visit.headers]


@pytest.mark.parametrize("role", ROLES)
def test_looking_changes_nothing(planted: World, role):
    written = {
        (visit.name, sql[:99])
        for visit in planted.walked(role)
        for sql in visit.writes
        if not set(TABLE.findall(sql)) <= REMEMBERED.keys() or not TABLE.search(sql)
    }
    assert written == set()
    assert planted.changed == set()


@pytest.mark.parametrize("role", ROLES)
def test_every_link_leads_to_a_page_that_opens(planted: World, role):
    """No page breaks, whatever is written in it; nobody is led to what is not there or not theirs."""
    assert [(visit.status, visit.address) for visit in planted.walked(role) if visit.status >= 400] == []


@pytest.mark.parametrize("role", ROLES)
def test_no_page_asks_the_database_more_than_fifty_times(planted: World, role):
    assert [(visit.questions, visit.address) for visit in planted.walked(role) if visit.questions > 50] == []


def test_every_page_was_looked_at(planted: World):
    """A new page is walked as soon as a link leads to it; one that none leads to is named with its reason."""
    seen = {visit.name for role in ROLES for visit in planted.walked(role)}
    browser = planted.browser("chief")
    unseen = {
        one.name
        for one in addresses()
        if one.name not in seen | ELSEWHERE.keys() and browser.get(one.url()).status_code != 405
    }
    assert unseen == set()


@pytest.mark.parametrize("role", ROLES)
def test_an_attack_is_shown_as_the_text_it_is(planted: World, role):
    for visit in html(planted.walked(role)):
        assert SCRIPT not in visit.text, visit.address
        assert "财政局49" not in visit.text, visit.address
        assert list(_active(visit)) == [], visit.address


def _active(visit: Visit) -> Iterator[str]:
    """What a browser would run or load, if a page held it."""
    page = lxml.html.document_fromstring(visit.content.decode())
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        yield from (f"{element.tag} {name}" for name in element.attrib if name.startswith("on"))
        links = (element.get(name, "") for name in ("href", "src", "action", "hx-get", "hx-post"))
        yield from (link for link in links if link.strip().lower().startswith(("javascript:", "data:text")))
        if element.tag == "script" and not element.get("src") and element.get("type") != "application/json":
            yield "script"
        if element.tag == "img" and not element.get("src", "").startswith(("/", "data:image/")):
            yield f"img {element.get('src')}"


def test_the_attacks_are_there_to_be_seen(planted: World):
    """What guards these tests: the walk does come by what people typed."""
    text = "".join(visit.text for role in ROLES for visit in html(planted.walked(role)))
    for typed in (
        "异议",
        "决定",
        "加分事由",
        "整改",
        "意见",
        "新标题",
        "修改说明",
        "改文",
        "诉求类型",
        "经办",
    ):
        assert re.search(rf"{typed}[^<>]*&lt;script&gt;", text), typed


@pytest.mark.parametrize("role", ROLES)
def test_no_workbook_holds_a_formula_or_a_link_outwards(planted: World, role):
    for visit in files(planted.walked(role)):
        if visit.headers["Content-Type"] == SPREADSHEET:
            book = openpyxl.load_workbook(io.BytesIO(visit.content))
            cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
            assert [cell.value for cell in cells if cell.data_type == "f"] == [], visit.address
            assert [cell.hyperlink.ref for cell in cells if cell.hyperlink] == [], visit.address
            book.close()


@pytest.mark.parametrize("role", ROLES)
def test_no_document_reaches_outwards(planted: World, role):
    for visit in files(planted.walked(role)):
        if visit.content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(visit.content)) as archive:
                relations = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]
                assert not any(b'TargetMode="External"' in one for one in relations), visit.address
                assert not any("vba" in name.lower() for name in archive.namelist()), visit.address


@pytest.mark.parametrize("role", ROLES)
def test_every_answer_carries_its_headers(planted: World, role):
    wrong = [(visit.name, fault) for visit in planted.walked(role) for fault in lacking(visit)]
    assert wrong == []


def lacking(visit: Visit) -> Iterator[str]:
    """The headers that an answer should have and has not."""
    told = visit.headers
    policy = told.get("Content-Security-Policy", "")
    if "unsafe" in policy or "*" in policy or "default-src 'self'" not in policy:
        yield f"policy {policy}"
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
    }
    yield from (name for name, value in wanted.items() if told.get(name) != value)
    kept = told.get("Cache-Control", "")
    if "no-store" not in kept or "private" not in kept:
        yield f"kept {kept}"
    if told.get("Permissions-Policy") is None or {"Server", "X-Powered-By"} & told.keys():
        yield "features or versions"
    if not visit.html and visit.status == 200 and "attachment" not in told.get("Content-Disposition", ""):
        yield f"shown, not saved: {told.get('Content-Type')}"


def test_there_are_secrets_to_be_read(planted: World):
    """What guards the tests below: whoever may read them does come by them."""
    assert any(tells(visit, OTHER_SECRET) for visit in planted.walked("clerk"))
    assert any(tells(visit, NEIGHBOUR_SECRET) for visit in planted.walked("clerk", NEIGHBOUR))


@pytest.mark.parametrize("role", ["liaison", "head"])
def test_a_unit_never_reads_what_only_another_may(planted: World, role):
    leaks = {visit.address for visit in planted.walked(role) if tells(visit, OTHER_SECRET)}
    assert leaks == set()


@pytest.mark.parametrize("role", [role for role in ROLES if role != "chief"])
def test_an_office_never_reads_what_only_its_neighbour_may(planted: World, role):
    leaks = {visit.address for visit in planted.walked(role) if tells(visit, NEIGHBOUR_SECRET)}
    assert leaks == set()


def tells(visit: Visit, secret: str) -> bool:
    """Whether an answer holds it: in its page, in a workbook, or in the name of a file."""
    content = visit.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"".join(map(archive.read, archive.namelist()))
    return secret.encode() in content or secret in str(visit.headers)
