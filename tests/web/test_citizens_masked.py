"""Citizens' numbers stand wherever people or files can put text; nothing that leaves the house shows one whole."""

import io
import re
import zipfile
from collections.abc import Iterator

import pypdfium2
import pytest

from gongkai.web import citizens
from tests.web.crawling import Visit
from tests.web.planted import ROLES, World
from tests.web.planted_office import CARD, IDENTITY, MOBILE

pytestmark = pytest.mark.django_db
AS_HANDED_IN = {
    "upload_original": "the very file, to the clerk who handed it in",
    "upload_marked": "its copy with the faults marked, to be mended and handed in again",
}
FIELD = re.compile(r"<textarea\b.*?</textarea>|\b(?:value|href|hx-get|data-[a-z-]+)=\"[^\"]*\"", re.DOTALL)
"""What a form sends back as it was typed, and where a link leads: shown to nobody."""
WHOLE = re.compile("|".join((IDENTITY, MOBILE, CARD)))


@pytest.mark.parametrize("role", ROLES)
def test_no_page_and_no_file_shows_a_number_of_a_citizen(planted: World, role):
    leaks = {
        (visit.name, context)
        for visit in planted.walked(role)
        if visit.name not in AS_HANDED_IN
        for context in shown(visit)
    }
    assert leaks == set()


def test_the_numbers_are_there_to_be_seen(planted: World):
    """What guards the test above: what is left of each is come by, in pages and in workbooks."""
    visits = planted.walked("clerk")
    pages = "".join(visit.text for visit in visits if visit.html)
    books = "".join(text for visit in visits if visit.content.startswith(b"PK") for text in said(visit))
    for left in ("61*************011", "138****0015", "3008"):
        assert left in pages
        assert left in books


@pytest.mark.parametrize("number", [IDENTITY, MOBILE, CARD])
def test_what_is_typed_into_a_form_stays_and_what_is_shown_is_cut(number):
    html = f'<p title="{number}">{number}</p><input value="{number}"><textarea>{number}</textarea>'
    cut = citizens.page(html)
    assert cut.count(number) == 2
    assert f'<input value="{number}"><textarea>{number}</textarea>' in cut


def test_numbers_of_an_office_and_of_no_citizen_are_left():
    text = f"热线12345，电话0917-8880015，手机{MOBILE}，统一社会信用代码91610300MA6X000000，工单20211008000123456"
    assert citizens.hidden(text, (MOBILE,)) == text
    assert citizens.page(f"<p>{text}</p>", (MOBILE,)) == f"<p>{text}</p>"


def shown(visit: Visit) -> Iterator[str]:
    """The whole numbers in an answer, with what stands around them."""
    for text in (*said(visit), str(dict(visit.headers))):
        for found in WHOLE.finditer(text):
            yield text[max(0, found.start() - 60) : found.end() + 5]


def said(visit: Visit) -> Iterator[str]:
    """The texts of a page or a file; of an archive those of its parts."""
    content = visit.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name
                yield re.sub(r"<[^>]*>", "", archive.read(name).decode("utf-8", "replace"))
    elif content.startswith(b"%PDF") and visit.name == "notice_file":
        document = pypdfium2.PdfDocument(content)
        yield from (page.get_textpage().get_text_range() for page in document)
        document.close()
    else:
        yield FIELD.sub("", visit.text)
