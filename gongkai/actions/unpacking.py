"""A pack that was handed in as a .zip: its three files and nothing else, of a size a pack can have."""

import zipfile
from pathlib import Path
from typing import BinaryIO

from gongkai.office.files import FILES

MOST_BYTES = 5 * 1024 * 1024
"""Unpacked, a file: the largest pack seen has a tenth of a megabyte."""


class PackRefused(ValueError):
    """No pack that can be taken; the message says why."""


def run(file: BinaryIO, folder: Path) -> None:
    """Write the three files of the archive into `folder`. Raises PackRefused; nothing but them is written,
    whatever paths the archive names."""
    try:
        with zipfile.ZipFile(file) as archive:
            _check_names(archive.namelist())
            for name in FILES:
                (folder / name).write_bytes(_content(archive, name))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        # RuntimeError is how the library says that a password is wanted
        raise PackRefused("这个文件不是完好的 .zip 压缩包，或设有密码，请重新打包后再传") from error


def _check_names(names: list[str]) -> None:
    if sorted(names) != sorted(FILES):
        wanted = "、".join(FILES)
        held = "、".join(sorted(names)[:6]) or "没有文件"
        raise PackRefused(
            f"压缩包里应当正好是 {wanted} 三个文件，不带文件夹；现在是：{held}{'等' if len(names) > 6 else ''}"
        )


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        content = file.read(MOST_BYTES + 1)  # what the archive says of the size need not be true
    if len(content) > MOST_BYTES:
        raise PackRefused(f"{name} 解开后超过 {MOST_BYTES // 2**20} MB，不像是工作包，没有载入")
    return content
