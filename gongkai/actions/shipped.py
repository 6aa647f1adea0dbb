"""The office packs in a folder: what there is to choose from, told without reading them in full."""

import tomllib
from pathlib import Path
from typing import NamedTuple

from gongkai.office.files import OFFICE


class Shipped(NamedTuple):
    """A pack: its folder, the office's key and name, how many notices it has, its sample spreadsheets."""

    folder: Path
    key: str
    name: str
    notices: int
    samples: tuple[Path, ...]


def packs(offices: Path) -> list[Shipped]:
    """The packs in `offices`, by folder; none where there is no such folder. One whose file cannot be read
    is left out: it is no choice."""
    found = (_pack(path.parent) for path in sorted(offices.glob(f"*/{OFFICE}")))
    return [pack for pack in found if pack]


def _pack(folder: Path) -> Shipped | None:
    try:
        content = tomllib.loads((folder / OFFICE).read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return None
    samples = tuple(sorted((folder / "sample").glob("*.xlsx")))
    key, name = content.get("key", folder.name), content.get("name", folder.name)
    return Shipped(folder, str(key), str(name), len(content.get("notices", ())), samples)
