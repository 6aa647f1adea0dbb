"""Every page that a link leads to, for every role: whole, quiet, readable by everybody, at two widths."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import NARROW, WIDE
from tests.browser.furnished import Furnished

AXE = Path(__file__).parents[2] / "gongkai/web/assets/node_modules/axe-core/axe.min.js"
RULES = "() => axe.run({resultTypes: ['violations']}).then(r => r.violations)"
SERIOUS = {"serious", "critical"}
ROLES = ("jingban", "kezhang", "fenguan", "xinxi1", "danwei2", "ducha", "guancha", "shenji", "guanli")
OWN = {"home", "units", "assessments"}
"""Pages that are another one for each role."""
SHOTS = os.environ.get("GONGKAI_SHOTS", "")
"""A folder for a picture of every page, for people to look at."""


@pytest.fixture(scope="module")
def looked() -> set[str]:
    """The pages looked at so far."""
    return set()


@pytest.mark.parametrize("role", ROLES)
def test_every_page_a_role_can_reach_is_whole_and_accessible(
    opened: Callable[..., BrowserContext], furnished: Furnished, looked: set[str], role: str
) -> None:
    """A page that another role has shown already is only opened, but the home page is everybody's own."""
    context = opened(base_url=furnished.address)
    context.add_cookies([furnished.cookie(f"weibin-{role}")])
    faults: list[str] = []
    page = context.new_page()
    page.on(
        "console", lambda said: faults.append(f"{page.url} {said.text}") if said.type == "error" else None
    )
    page.on("pageerror", lambda error: faults.append(f"{page.url} {error}"))
    seen = 0
    for name, path in reachable(page, furnished, role):
        seen += 1
        if name in looked and name not in OWN:
            continue
        looked.add(name)
        for size in (WIDE, NARROW):
            faults += [
                f"{name} {size['width']}px {fault}" for fault in looked_at(page, path, size, f"{role}-{name}")
            ]
    assert seen > 5
    assert faults == []


def reachable(page: Page, furnished: Furnished, role: str) -> Iterator[tuple[str, str]]:
    """One address of each page that links lead to, from the home pages of both quarters on."""
    waiting = [f"/o/weibin/{period}/" for period in ("2021Q4", furnished.running)]
    met: set[str] = set()
    while waiting:
        path = waiting.pop(0)
        if (name := page_name(path)) in met or not name:
            continue
        met.add(name)
        answer = page.goto(path)
        assert answer is not None
        if answer.status != 200:
            raise AssertionError(f"{role} is led to {path}, which answers {answer.status}")
        links = page.eval_on_selector_all(
            "main a[href], aside a[href], header a[href]", "all => all.map(a => a.getAttribute('href'))"
        )
        waiting += [link for link in links if link.startswith("/")] + [
            f"{urlsplit(path).path}{link}" for link in links if link.startswith("?") and "export=" not in link
        ]
        yield name, path


def page_name(path: str) -> str:
    """The page's name; "" for what is no page of ours or a file. What is asked of a page makes no other one."""
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return ""
    name = match.view_name or ""
    files = (
        "_file",
        "_scan",
        "_original",
        "_marked",
        "_form",
        "_evidence",
        "picture",
        "download",
        "_sheet_file",
        "register_sheet",
    )
    kind = match.kwargs.get("kind", match.kwargs.get("register", ""))
    return "" if name.endswith(files) else "-".join(filter(None, (name, str(kind))))


def looked_at(page: Page, path: str, size: dict[str, int], name: str) -> Iterator[str]:
    """What is wrong with a page at a width."""
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(path)
    page.wait_for_load_state("networkidle")
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}-{size['width']}.png", full_page=True)
    if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
        yield "scrolls sideways"
    if page.locator("h1").count() != 1:
        yield f"has {page.locator('h1').count()} headings of the first rank"
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for found in page.evaluate(RULES):
        if found["impact"] in SERIOUS:
            yield f"{found['id']}: {[node['target'] for node in found['nodes']][:3]}"
