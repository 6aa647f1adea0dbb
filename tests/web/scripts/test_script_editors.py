"""Editors: the form sends what is seen; figures are chips that explain themselves; faults stand in their line."""

import json

import pytest
from playwright.sync_api import Page

from tests.web.scripts.conftest import Site

WORDING = '共有{{ ranked("镇").count }}个镇。\n{% if full %}{{ full }}完成{% endif %}\n'
WORDS = [
    {"expression": "ranked('镇').count", "label": "参加排名的镇数", "value": "7", "group": "单位"},
    {"expression": "scheme.base", "label": "基准分", "value": "300", "group": "考核办法"},
]


def editor(text: str = WORDING, kind: str = "markdown", more: str = "") -> str:
    return f"""<form method="post" action="/save"><label for="text">正文</label>
    <textarea id="text" name="text" rows="5" data-editor="{kind}" {more}>{text}</textarea><button>保存</button></form>"""


@pytest.fixture
def wording(site: Site) -> Page:
    words = f'<script id="words" type="application/json">{json.dumps(WORDS, ensure_ascii=False)}</script>'
    button = '<button data-insert="{{ scheme.base }}" data-into="text">插入</button>'
    page = site.show(editor(more='data-words="#words" data-word-url="/explain/"') + words + button)
    page.locator(".cm-content").wait_for()
    return page


def test_what_is_typed_in_the_editor_is_what_the_form_sends(site: Site, wording: Page):
    wording.locator(".cm-content").press("Control+End")
    wording.keyboard.insert_text("完毕")
    assert wording.locator("#text").input_value() == WORDING + "完毕"


def test_an_expression_shows_as_its_present_value(wording: Page):
    chip = wording.locator(".cm-word").first
    assert chip.inner_text() == "7"
    assert chip.get_attribute("title") == '参加排名的镇数：ranked("镇").count'
    assert wording.locator(".cm-word.is-unknown").inner_text() == "full"


def test_a_chip_says_where_its_figure_comes_from_and_can_be_rewritten(wording: Page):
    wording.locator(".cm-word").first.click()
    card = wording.get_by_role("dialog")
    assert "参加排名的镇数" in card.inner_text()
    address = card.get_by_role("link", name="看数据来源").get_attribute("href")
    assert address == "/explain/?expression=ranked%28%22%E9%95%87%22%29.count"
    card.get_by_role("button", name="改写法").click()
    assert '{{ ranked("镇").count }}' in wording.locator(".cm-line").first.inner_text()


def test_a_chip_is_taken_whole_by_backspace(wording: Page):
    wording.locator(".cm-content").press("Control+Home")
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "Backspace"):
        wording.keyboard.press(key)
    assert wording.locator("#text").input_value().startswith("共有个镇。")


def test_a_word_of_the_palette_goes_where_the_cursor_is(wording: Page):
    wording.locator(".cm-content").press("Control+Home")
    wording.get_by_role("button", name="插入").click()
    assert wording.locator("#text").input_value().startswith("{{ scheme.base }}共有")


def test_two_braces_offer_the_words_with_their_meaning(wording: Page):
    wording.locator(".cm-content").press("Control+End")
    wording.keyboard.type("{{ sch")
    offered = wording.get_by_role("option")
    offered.first.wait_for()
    assert "基准分 300" in offered.first.inner_text()
    wording.wait_for_timeout(100)
    wording.keyboard.press("Enter")
    assert wording.locator("#text").input_value().endswith("{{ scheme.base }}")


def test_the_search_panel_speaks_chinese(wording: Page):
    wording.locator(".cm-content").press("Control+F")
    assert wording.get_by_role("button", name="全部替换").is_visible()


def test_faults_stand_in_their_line_and_in_a_list(site: Site):
    site.answers["/check"] = {
        "json": [{"line": 2, "message": "分值应为数字"}],
        "body": None,
        "content_type": None,
    }
    page = site.show(editor('name = "办法"\npoints = "八"\n', "toml", 'data-check-url="/check"'))
    page.get_by_role("button", name="第2行：分值应为数字").click()
    assert page.locator(".cm-lintRange-error").inner_text() == 'points = "八"'
    assert page.locator(".cm-activeLine").inner_text() == 'points = "八"'
    assert site.headers[0]["x-csrftoken"] == "token-1"


def test_a_check_that_fails_is_not_taken_for_a_pass(site: Site):
    site.answers["/check"] = {"status": 500}
    page = site.show(editor("a = 1", "toml", 'data-check-url="/check"'))
    page.get_by_text("暂时无法检查").wait_for()


def test_two_versions_stand_side_by_side_and_neither_can_be_changed(site: Site):
    page = site.show(
        """<div data-merge><label for="a">上一版</label><textarea id="a">基准分300分</textarea>
        <label for="b">本版</label><textarea id="b">基准分100分</textarea></div>"""
    )
    page.locator(".cm-mergeView").wait_for()
    assert page.locator(".merge-heads").inner_text().split() == ["上一版", "本版"]
    assert page.locator(".cm-content[contenteditable=true]").count() == 0
    assert page.locator(".cm-merge-b .cm-changedText").first.inner_text().endswith("1")
