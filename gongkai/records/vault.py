"""Where files that were handed in lie: outside the web root, under the SHA-256 of their content."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from uuid import uuid4

from django.conf import settings


def keep(chunks: Iterable[bytes], check: Callable[[Path], object] | None = None) -> tuple[str, int]:
    """Write a file; its digest and size in bytes. The same content is kept once. A file
    that `check` refuses by raising leaves nothing behind. Raises OSError, and what `check` raises."""
    folder: Path = settings.FILES
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{uuid4().hex}.part"
    content, size = hashlib.sha256(), 0
    try:
        with part.open("wb") as file:
            for chunk in chunks:
                content.update(chunk)
                size += len(chunk)
                file.write(chunk)
        if check:
            check(part)
        target = path(content.hexdigest())
        target.parent.mkdir(exist_ok=True)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
    return content.hexdigest(), size


def path(digest: str) -> Path:
    """Where a file with this digest lies."""
    return Path(settings.FILES) / digest[:2] / digest
