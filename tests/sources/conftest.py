from pathlib import Path

import pytest
from source_files import ReadRows, read, xlsx


@pytest.fixture
def read_rows(tmp_path: Path) -> ReadRows:
    """Rows → the reading of an .xlsx that holds them: read_rows(rows, sheet=…, merges=…, period=…, kind=…)."""

    def read_them(rows, sheet="Sheet1", merges=(), **how):
        return read(xlsx(tmp_path / "table.xlsx", rows, sheet, merges), **how)

    return read_them
