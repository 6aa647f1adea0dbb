"""The fonts of the .pdf: for each role the government's font where installed, else an open one.

The chain of a role is tried from left to right; a character missing in one font is taken from the
next. The last of every chain comes with the package manimgx-fonts-cjk from the lock, so a machine
without any Chinese font prints Chinese all the same. The .docx always names the government's fonts
(layout of GB/T 9704): it is opened on a clerk's machine, which has them.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import manimgx_fonts_cjk
import typst

FANG, KAI, HEI, SONG, TITLE = "fang", "kai", "hei", "song", "title"

LAST_RESORT = "Noto Sans CJK SC"

# Names a font goes by on Windows, WPS for Linux (方正) and macOS (ST), then the open fonts.
CHAINS: dict[str, tuple[str, ...]] = {
    FANG: (
        "FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "FZFangSong-Z02S", "STFangsong",
        "FandolFang R", "Noto Serif CJK SC", "Source Han Serif SC",
    ),
    KAI: (
        "KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "FZKai-Z03S", "STKaiti",
        "FandolKai", "AR PL UKai CN", "AR PL KaitiM GB", "Noto Serif CJK SC", "Source Han Serif SC",
    ),
    HEI: ("SimHei", "黑体", "FZHei-B01S", "STHeiti", "FandolHei", LAST_RESORT, "Source Han Sans SC"),
    SONG: (
        "SimSun", "宋体", "NSimSun", "FZShuSong-Z01S", "STSong",
        "FandolSong", "Noto Serif CJK SC", "Source Han Serif SC",
    ),
    TITLE: (
        "FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "方正小标宋_GBK",
        "FandolSong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "STSong",
    ),
}  # fmt: skip

# Where Debian and its kin keep fonts that fontconfig does not list: TeX Live's Fandol.
FOLDERS = (
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
    Path("/usr/share/texmf/fonts/opentype/public/fandol"),
    Path("/usr/local/share/texmf/fonts/opentype/public/fandol"),
)

PACKAGED = Path(manimgx_fonts_cjk.__file__).parent


@lru_cache(maxsize=4)
def scanned(folders: tuple[Path, ...] = FOLDERS, *, system: bool = True) -> typst.Fonts:
    """Fonts of the system (unless `system` is False), of `folders` and of the package, scanned once."""
    found = [str(folder) for folder in (*folders, PACKAGED) if folder.is_dir()]
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=found)


@lru_cache(maxsize=4)
def chains(folders: tuple[Path, ...] = FOLDERS, *, system: bool = True) -> dict[str, tuple[str, ...]]:
    """Role → the families present here, in the order they are tried; never empty."""
    families = {family.lower(): family for family in scanned(folders, system=system).families()}
    return {role: _present((*names, LAST_RESORT), families) for role, names in CHAINS.items()}


def _present(names: Iterable[str], families: dict[str, str]) -> tuple[str, ...]:
    present = [families[name.lower()] for name in names if name.lower() in families]
    return tuple(dict.fromkeys(present))
