"""Snapshots: the facts and registers of one assessment, as Parquet files under a manifest of digests.

A snapshot is written once, whole or not at all, and never changed. It holds everything a figure was made
from, the pack's texts included, so the same figures can be made again years later.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from gongkai.measures.facts import FACTS
from gongkai.measures.registers import REGISTERS
from gongkai.records import manifest, parquet
from gongkai.records.manifest import Entry, Manifest, SnapshotError, digest_of
from gongkai.terms import Period

__all__ = ["Draft", "Entry", "Manifest", "SnapshotError", "draft", "path_of", "read", "rows", "write"]

Tables = Mapping[str, Iterable[NamedTuple]]


def write(
    folder: Path,
    *,
    office: Mapping[str, Any],
    period: Period,
    facts: Tables,
    registers: Tables,
    batches: Sequence[str] = (),
) -> Manifest:
    """Write a snapshot into `folder`, which must not exist yet, and return its manifest.

    `facts` and `registers` map a kind to its rows, already in the order to be kept; they may be
    generators, for only a chunk is held in memory. A kind left out is an empty table; `office` is
    anything JSON can hold. The same rows give the same bytes. Files are made beside `folder` and moved
    in one step: a kill leaves all or nothing. Raises SnapshotError when `folder` exists, or for a kind
    that does not.
    """
    if folder.exists():
        raise SnapshotError(f"快照“{folder.name}”已经存在，快照写成后不再改动，请换一个名称")
    with _unfinished(folder.parent) as made:
        contents = manifest.Manifest(
            dict(office), period.code, tuple(batches), files=dict(_tables(made, {**facts, **registers}))
        ).sealed()
        _put(made / manifest.NAME, contents.text().encode())
        made.rename(folder)
        _settle(folder.parent)
    return contents


@dataclass(frozen=True)
class Draft:
    """A snapshot written whole in `folder`, which vanishes unless it is kept under `root`."""

    root: Path
    folder: Path
    manifest: Manifest

    def keep(self) -> None:
        """Move it to where its digest says; the same content is kept once."""
        kept = self.root / self.manifest.digest
        if not kept.exists():
            self.folder.rename(kept)
            _settle(self.root)


@contextmanager
def draft(
    root: Path,
    *,
    office: Mapping[str, Any],
    period: Period,
    facts: Tables,
    registers: Tables,
    batches: Sequence[str] = (),
) -> Iterator[Draft]:
    """A snapshot to compute from before it is decided whether to keep it. Arguments as for `write`."""
    with _unfinished(root) as place:
        folder = place / "snapshot"
        written = write(
            folder, office=office, period=period, facts=facts, registers=registers, batches=batches
        )
        yield Draft(root, folder, written)


def read(folder: Path) -> Manifest:
    """The manifest of the snapshot in `folder`, after every file was found to be what it says.

    Raises SnapshotError naming the file that is missing, foreign or altered.
    """
    contents = manifest.load(folder)
    found = {path.name for path in folder.iterdir()} - {manifest.NAME}
    for name in sorted(found - contents.files.keys()):
        raise SnapshotError(f"快照“{folder.name}”中多出清单以外的文件 {name}，请查明来源并移走后再复算")
    for name, entry in contents.files.items():
        if name not in found:
            raise SnapshotError(f"快照“{folder.name}”缺少文件 {name}，不能据此复算，请从备份恢复")
        if digest_of(folder / name) != entry.sha256:
            raise SnapshotError(
                f"快照“{folder.name}”的文件 {name} 与写入时不一致，不能据此复算，请从备份恢复"
            )
    return contents


def rows(folder: Path, kind: str) -> Iterator[NamedTuple]:
    """The rows of a fact or register table as they were written, a chunk in memory at a time."""
    return parquet.read(path_of(folder, kind), (FACTS | REGISTERS)[kind])


def path_of(folder: Path, kind: str) -> Path:
    """The Parquet file of a fact or register table."""
    return folder / f"{kind}.parquet"


@contextmanager
def _unfinished(parent: Path) -> Iterator[Path]:
    """A folder beside the one to be made; what is still in it at the end is removed."""
    parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=parent))
    made.chmod(0o755)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _tables(folder: Path, rows: Tables) -> Iterator[tuple[str, Entry]]:
    row_types = FACTS | REGISTERS
    for kind in sorted(rows.keys() - row_types.keys()):
        raise SnapshotError(f"快照中没有“{kind}”这类数据表，可以写入的有：{'、'.join(row_types)}")
    for kind, row_type in row_types.items():
        path = path_of(folder, kind)
        count = parquet.write(path, row_type, rows.get(kind, ()))
        yield path.name, Entry(digest_of(path), count)


def _put(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make a move in `folder` survive a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
