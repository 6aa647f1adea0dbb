"""With script off, nothing is folded away and every form has its plain fields."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.web.scripts.conftest import Site


@pytest.fixture
def plain_site(browser: Browser) -> Iterator[Site]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    yield Site(context.new_page())
    context.close()


def test_an_editor_is_its_plain_field(plain_site: Site):
    page = plain_site.show(
        '<label for="text">正文</label><textarea id="text" data-editor="markdown">共有{{ n }}个</textarea>'
    )
    assert page.get_by_label("正文").input_value() == "共有{{ n }}个"


def test_a_picture_is_its_table(plain_site: Site):
    page = plain_site.show("<figure data-chart><table><tr><td>90%</td></tr></table></figure>")
    assert page.get_by_text("90%").is_visible()


def test_the_doors_are_open_on_a_phone(plain_site: Site):
    page = plain_site.show(
        """<aside class="navbar navbar-vertical navbar-expand-lg"><button class="navbar-toggler">展开</button>
        <div class="collapse navbar-collapse"><a href="/notices">通报</a></div></aside>"""
    )
    assert page.get_by_role("link", name="通报").is_visible()
    assert page.get_by_role("button", name="展开").is_hidden()


def test_a_button_for_chosen_rows_can_be_pressed(plain_site: Site):
    page = plain_site.show(
        '<form><input type="checkbox" name="unit"><button data-needs-selection>催办</button></form>'
    )
    assert page.get_by_role("button", name="催办").is_enabled()
