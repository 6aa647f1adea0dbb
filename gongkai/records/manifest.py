"""The manifest of a snapshot: what is in it, file by file, sealed with digests."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

SCHEMA = 1
"""Raised when a table changes shape, so that an old snapshot is never read as a new one."""

NAME = "manifest.json"


class SnapshotError(Exception):
    """A snapshot that cannot be written, or is not what its manifest says; the message is for the clerk."""


@dataclass(frozen=True)
class Entry:
    """One file of a snapshot: its SHA-256 and its rows."""

    sha256: str
    rows: int


@dataclass(frozen=True)
class Manifest:
    """What a snapshot holds. `office` is what the writer gave, the pack's texts; `period` a Period code;
    `files` maps a file's name to its digest and rows; `digest` covers all of it and names the snapshot."""

    office: dict[str, Any]
    period: str
    batches: tuple[str, ...]
    files: dict[str, Entry]
    schema: int = SCHEMA
    digest: str = ""

    def sealed(self) -> "Manifest":
        """The same manifest under its own digest."""
        return replace(self, digest=self._computed())

    @property
    def intact(self) -> bool:
        """Whether the digest is that of the content."""
        return self.digest == self._computed()

    def _computed(self) -> str:
        """SHA-256 of everything but the digest, as JSON with sorted keys."""
        content = {**asdict(self), "digest": ""}
        canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def text(self) -> str:
        """The manifest as it is stored."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, indent=1)


def load(folder: Path) -> Manifest:
    """The manifest of the snapshot in `folder`, found whole; its files are not looked at.

    Raises SnapshotError when it is missing, damaged, altered or of another version.
    """
    try:
        manifest = _parse((folder / NAME).read_bytes())
    except OSError as error:
        raise SnapshotError(f"没有找到快照“{folder.name}”：读不到文件 {NAME}，请从备份恢复") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SnapshotError(f"快照“{folder.name}”的清单 {NAME} 已损坏，请从备份恢复") from error
    if manifest.schema != SCHEMA:
        reason = f"格式版本是 {manifest.schema}，本程序只读版本 {SCHEMA}"
        raise SnapshotError(f"快照“{folder.name}”的{reason}，请用写入它的程序版本复算")
    if not manifest.intact:
        raise SnapshotError(f"快照“{folder.name}”的清单 {NAME} 与写入时不一致，不能据此复算，请从备份恢复")
    return manifest


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _parse(stored: bytes) -> Manifest:
    content = json.loads(stored)
    files = {name: Entry(**entry) for name, entry in content.pop("files").items()}
    return Manifest(files=files, batches=tuple(content.pop("batches")), **content)
