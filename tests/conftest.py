"""What every test may use. No database and no network unless a test asks."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter

from gongkai.actions import register
from gongkai.records import unchanged
from gongkai.records.audit import Who

pytest_plugins = ["tests.chromium"]
BROWSER = Path(__file__).parent / "browser"
AT = datetime(2022, 1, 10, 9, 0, tzinfo=UTC)
CLERK = Who("某某", "测试")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's tests take longest: begun first, they end beside the others."""
    items.sort(key=lambda item: BROWSER not in item.path.parents)


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Each test has a database of its own."""
    unchanged.forget()


@pytest.fixture
def home(tmp_path: Path, settings, db) -> Path:
    """A data folder of the test's own; what it writes to the database is taken back."""
    settings.SNAPSHOTS = tmp_path / "snapshots"
    return tmp_path


OFFICES = Path(__file__).parents[1] / "offices"
Row = Sequence[object]


@pytest.fixture
def weibin(home: Path) -> str:
    """The sample office 渭滨, loaded."""
    return register.load_pack(OFFICES / "weibin", by=CLERK, at=AT).office.key


@pytest.fixture
def qianyang(home: Path) -> str:
    """The sample office 千阳, loaded."""
    return register.load_pack(OFFICES / "qianyang", by=CLERK, at=AT).office.key


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Write rows as a workbook of one sheet and return its path."""

    def write(*rows: Row, name: str = "表.xlsx") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet()
            for place, row in enumerate(rows):
                page.write_row(place, 0, row)
        return path

    return write
