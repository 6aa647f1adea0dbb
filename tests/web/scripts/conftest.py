"""A page in a real browser, answered in the process: no server, no socket, and the policy of the product."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from gongkai.config import settings

BUILT = Path(settings.__file__).parents[1] / "web" / "built"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-once'; img-src 'self' data:"
HEAD = """<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>页</title>
<meta name="csrf-token" content="token-1"><meta name="csp-nonce" content="once">
<link rel="stylesheet" href="/static/app.css"><link rel="icon" href="data:,">
<script src="/static/app.js" defer></script>{scripts}</head><body><main><div id="messages" aria-live="polite"></div>"""
REFUSED = ("Failed to load resource", "Response Status Error")
"""What the browser and htmx note of an answer that a test makes a refusal."""
ON_DEMAND = {"data-chart": "charts.js", "data-editor": "editor.js", "data-merge": "editor.js"}

Answer = dict[str, Any]


class Site:
    """A site of one page; `answers` are what its other addresses say, `asked` what was sent to them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.body = ""
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.faults: list[str] = []
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.route("**/*", self._answer)

    def show(self, body: str) -> Page:
        """Opens a page with this body."""
        self.body = body
        self.page.goto("http://gongkai.test/")
        return self.page

    def _document(self) -> str:
        parts = [self.body, *(str(answer.get("body", "")) for answer in self.answers.values())]
        wanted = {file for mark, file in ON_DEMAND.items() if mark in "".join(parts)}
        scripts = "".join(f'<script src="/static/{file}" defer></script>' for file in sorted(wanted))
        return HEAD.format(scripts=scripts) + self.body

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix("http://gongkai.test").split("?")[0]
        if path.startswith("/static/"):
            file = BUILT / path.removeprefix("/static/")
            return route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])
        if path != "/":
            self.asked.append((route.request.method, path, route.request.post_data or ""))
            self.headers.append(route.request.headers)
        answer = {"content_type": "text/html; charset=utf-8", "body": self._document()}
        return route.fulfill(
            **(answer | self.answers.get(path, {})), headers={"Content-Security-Policy": POLICY}
        )


@pytest.fixture
def site(browser: Browser) -> Iterator[Site]:
    """An empty site; at the end nothing may have been forbidden by the policy, nor failed in a script."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    context.set_default_timeout(5000)
    site = Site(context.new_page())
    yield site
    context.close()
    assert [fault for fault in site.faults if not fault.startswith(REFUSED)] == []


@pytest.fixture
def as_json() -> Callable[[object], str]:
    """A value as an element for scripts to read."""
    return lambda value: f'<script type="application/json">{json.dumps(value, ensure_ascii=False)}</script>'
