"""What every test of a page stands on."""

import pytest


@pytest.fixture(autouse=True)
def files_folder(settings, tmp_path) -> None:
    """What is handed in is kept in the test's own folder."""
    settings.FILES = tmp_path / "files"
