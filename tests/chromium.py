"""The system's Chromium, started once in a test process for all tests that want a real browser."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Playwright leaves its event loop on this thread, so Django would take all later tests for asynchronous."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert program, "没有找到 Chromium：请执行 bash tests/system.sh"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()
