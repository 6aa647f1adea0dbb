"""LibreOffice, for the tests that measure the .docx as another program lays it out."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Laid = Callable[[bytes], Path]


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """Bytes of a .docx → the .pdf LibreOffice makes of it, once for each document of a session.

    Without LibreOffice the tests that need it are skipped; where CI=true they fail instead.
    """
    program = shutil.which("soffice")
    if program is None:
        reason = "未安装 LibreOffice Writer（soffice），无法量测 .docx 的排版；安装 libreoffice-writer 后重试"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("soffice")
    laid: dict[bytes, Path] = {}

    def lay_out(content: bytes) -> Path:
        if content not in laid:
            source = folder / f"{len(laid)}.docx"
            source.write_bytes(content)
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source]
            subprocess.run(command, check=True, capture_output=True, timeout=120)
            laid[content] = source.with_suffix(".pdf")
        return laid[content]

    return lay_out
