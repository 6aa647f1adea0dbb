"""LibreOffice opening a .docx and saving it again, as a clerk without Word does."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def saved_again(tmp_path: Path) -> Callable[[bytes], bytes]:
    """Bytes of a .docx → what LibreOffice makes of it. Skipped without it, failing where CI=true."""
    program = shutil.which("soffice")
    if program is None:
        reason = (
            "未安装 LibreOffice Writer（soffice），无法核对另存后的 .docx；安装 libreoffice-writer 后重试"
        )
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)

    def save(content: bytes) -> bytes:
        source, target = tmp_path / "通报.docx", tmp_path / "again"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", target, source]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (target / source.name).read_bytes()

    return save
