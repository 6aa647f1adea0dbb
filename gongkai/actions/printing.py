"""Files that appear with the record of them: both, or neither."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4


@contextmanager
def staged(folder: Path, printed: Mapping[str, bytes]) -> Iterator[tuple[Path, ...]]:
    """The paths of files that appear, each whole, when the block has ended well, and not at all otherwise.

    Everything is on the disk before the block begins: a folder that cannot be written to or a full disk
    is met before anything is recorded. A kill after the block leaves the record; doing it again gives the
    same files. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    own = uuid4().hex  # two people may print into one folder at once
    parts = {folder / name: folder / f".{name}.{own}.part" for name in printed}
    try:
        for (path, part), content in zip(parts.items(), printed.values(), strict=True):
            _writable(path)
            part.write_bytes(content)
        yield tuple(parts)
        for path, part in parts.items():
            os.replace(part, path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _writable(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
