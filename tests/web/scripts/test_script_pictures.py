"""Pictures: drawn from a spec when they come near, beside the table of the same numbers, under the policy."""

from playwright.sync_api import Page

from tests.web.scripts.conftest import Site

BARS = {
    "tooltip": {"renderMode": "html"},
    "xAxis": {"type": "value", "max": 1, "axisLabel": {"formatter": "percent"}},
    "yAxis": {"type": "category", "data": ["财政局", "<b>教体局</b>"]},
    "series": [{"type": "bar", "data": [0.9, 1], "label": {"show": True, "formatter": "percent"}}],
}


def figure(spec: str, more: str = "") -> str:
    return f"""<figure data-chart data-height="240" {more}><figcaption>按期办结率</figcaption>{spec}
    <table class="table"><tbody><tr><th>财政局</th><td>90%</td></tr></tbody></table></figure>"""


def drawn(page: Page) -> str:
    page.locator("figure svg").first.wait_for()
    return page.locator("figure svg").first.text_content() or ""


def test_a_picture_takes_the_place_of_its_table_and_gives_it_back(site: Site, as_json):
    page = site.show(figure(as_json(BARS)))
    assert "财政局" in drawn(page)
    assert page.locator("table").is_hidden()
    page.get_by_role("button", name="看表").click()
    assert page.locator("table").is_visible()
    assert page.locator("figure svg").is_hidden()


def test_a_named_formatter_prints_a_rate_as_a_percentage(site: Site, as_json):
    assert "90%" in drawn(site.show(figure(as_json(BARS))))


def test_a_name_with_markup_is_letters_in_the_picture_and_under_the_pointer(site: Site, as_json):
    page = site.show(figure(as_json(BARS)))
    assert "<b>教体局</b>" in drawn(page)
    box = page.locator("figure svg").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 80)
    page.wait_for_timeout(300)
    assert page.locator("figure b").count() == 0


def test_a_picture_far_below_waits_until_it_is_near_or_printed(site: Site, as_json):
    page = site.show("<p>上文</p>" * 200 + figure(as_json(BARS)))
    page.wait_for_timeout(200)
    assert page.locator("table").is_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert "财政局" in drawn(page)


def test_a_picture_that_comes_by_htmx_is_drawn(site: Site, as_json):
    site.answers["/part"] = {"body": figure(as_json(BARS))}
    page = site.show('<button hx-get="/part" hx-target="#place">看图</button><div id="place"></div>')
    page.get_by_role("button").click()
    assert "财政局" in drawn(page)


def test_a_wide_picture_scrolls_in_its_frame_on_a_narrow_screen(site: Site, as_json):
    site.page.set_viewport_size({"width": 390, "height": 800})
    page = site.show(figure(as_json(BARS), 'data-least-width="700"'))
    drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.locator("figure svg").evaluate("svg => svg.clientWidth") == 700
