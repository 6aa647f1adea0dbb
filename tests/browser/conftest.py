"""A real browser before a real server. Its pages are Chinese, its clock the office's."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext
from pytest_socket import disable_socket, enable_socket

from tests.browser import furnished as furnishing
from tests.browser.furnished import Furnished
from tests.browser.workbench import Workbench, running

PATIENCE = 15_000  # milliseconds
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@pytest.fixture(autouse=True)
def loopback() -> Iterator[None]:
    """These tests speak to a server on this machine."""
    enable_socket()
    yield
    disable_socket(allow_unix_socket=True)


@pytest.fixture(scope="session")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """An empty workbench, set up by the tests themselves."""
    enable_socket()
    with running(tmp_path_factory.mktemp("workbench")) as one:
        yield one


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    """A workbench in the middle of a quarter."""
    enable_socket()
    with furnishing.furnished(tmp_path_factory.mktemp("furnished")) as one:
        yield one


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open a window of its own: `opened(viewport=NARROW, java_script_enabled=False)`."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            **{"viewport": WIDE, **options},  # type: ignore[arg-type]
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
