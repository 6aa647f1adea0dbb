"""What every test may use. No database and no network unless a test asks."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from gongkai.records.audit import Who

AT = datetime(2022, 1, 10, 9, 0, tzinfo=UTC)
CLERK = Who("某某", "测试")


@pytest.fixture
def home(tmp_path: Path, settings, transactional_db) -> Path:
    """A data folder and a database file of the test's own."""
    settings.SNAPSHOTS = tmp_path / "snapshots"
    return tmp_path
