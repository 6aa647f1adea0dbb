"""The zip package of a .docx or .xlsx: what lies in it, read within limits, written back with parts replaced."""

import zlib
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from gongkai.sources.containers import MEGABYTE
from gongkai.sources.documents import xml
from gongkai.sources.documents.faults import DocumentError, damaged, locked, too_much

LARGEST_UNPACKED = 300 * MEGABYTE
LARGEST_PART = 200 * MEGABYTE
LARGEST_TREE = 64 * MEGABYTE
LARGEST_RATIO = 200
RATIO_MATTERS = 20 * MEGABYTE
MOST_PARTS = 5_000

_ENCRYPTED = 1
CONTENT_TYPES = "[Content_Types].xml"
WORD, SHEETS = "word/document.xml", "xl/workbook.xml"
_MAIN = {
    WORD: (
        "wordprocessingml.document.main+xml",
        "wordprocessingml.template.main+xml",
        "ms-word.document.macroEnabled.main+xml",
        "ms-word.template.macroEnabledTemplate.main+xml",
    ),
    SHEETS: (
        "spreadsheetml.sheet.main+xml",
        "spreadsheetml.template.main+xml",
        "ms-excel.sheet.macroEnabled.main+xml",
        "ms-excel.template.macroEnabled.main+xml",
    ),
}
_DAMAGES = (BadZipFile, zlib.error, EOFError, OSError, LookupError, ValueError, NotImplementedError)


class Relation(NamedTuple):
    """One line of a .rels part; `target` is a part's name, or the address itself where it is outside."""

    key: str
    kind: str
    target: str
    outside: bool


class Package:
    """Raises DocumentError when opened on what is damaged, locked or unpacks into too much."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._archive = ZipFile(BytesIO(content))
        except _DAMAGES as error:
            raise damaged() from error
        _check(self._archive.infolist())
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises DocumentError when it is missing or damaged."""
        try:
            return self._archive.read(name)
        except RuntimeError as error:
            raise locked() from error
        except _DAMAGES as error:
            raise damaged() from error

    def tree(self, name: str) -> Any:
        """The root element of an XML part; a part is read anew at every call."""
        if name in self.names and self._archive.getinfo(name).file_size > LARGEST_TREE:
            raise too_much(f"{name} 解压后超过{LARGEST_TREE // MEGABYTE} MB")
        return xml.parsed(self.read(name))

    @cached_property
    def types(self) -> dict[str, str]:
        """Part → its content type, where one is given for the part alone."""
        if CONTENT_TYPES not in self.names:
            return {}
        overrides = self.tree(CONTENT_TYPES).iter("{*}Override")
        return {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in overrides}

    def parts(self, ending: str) -> list[str]:
        """The parts whose content type ends so, shortest names first: header1 before header10."""
        found = [name for name, kind in self.types.items() if kind.endswith(ending) and name in self.names]
        return sorted(found, key=lambda name: (len(name), name))

    def main(self, usual: str) -> str:
        """The part a text (WORD) or a workbook (SHEETS) begins with, "" for none."""
        found = [name for ending in _MAIN[usual] for name in self.parts(ending)]
        return found[0] if found else usual if usual in self.names else ""

    def relations(self, name: str) -> Iterator[Relation]:
        """What a part refers to."""
        rels = relations_part(name)
        if rels not in self.names:
            return
        for one in self.tree(rels).iter("{*}Relationship"):
            target, outside = one.get("Target", ""), one.get("TargetMode") == "External"
            if not outside:
                target = (
                    target.lstrip("/") if target.startswith("/") else normpath(join(dirname(name), target))
                )
            yield Relation(one.get("Id", ""), one.get("Type", "").rpartition("/")[2], target, outside)

    def saved(self, replaced: Mapping[str, bytes], dropped: Collection[str] = ()) -> bytes:
        """The package with some parts replaced or left out, every other part byte for byte."""
        target = BytesIO()
        with ZipFile(target, "w") as written:
            for member in self._archive.infolist():
                if member.filename in dropped:
                    continue
                content = replaced.get(member.filename)
                written.writestr(_plain(member), self.read(member.filename) if content is None else content)
        return target.getvalue()


def relations_part(name: str) -> str:
    """Where the relations of a part are written; of the package itself for ""."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def _plain(member: ZipInfo) -> ZipInfo:
    """The member as it was, without sizes that no longer hold."""
    plain = ZipInfo(member.filename, member.date_time)
    plain.compress_type, plain.external_attr = member.compress_type, member.external_attr
    return plain


def _check(members: list[ZipInfo]) -> None:
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise locked()
    if len({member.filename for member in members}) < len(members):
        raise damaged()  # two parts of one name: each program would show another one
    sizes = [member.file_size for member in members]
    if len(members) > MOST_PARTS or sum(sizes) > LARGEST_UNPACKED or max(sizes, default=0) > LARGEST_PART:
        raise _bomb()
    for member in members:
        if member.file_size > RATIO_MATTERS and member.file_size > member.compress_size * LARGEST_RATIO:
            raise _bomb()


def _bomb() -> DocumentError:
    return DocumentError("解压后过大，疑为压缩炸弹，已拒绝读取", "请另存为新的文件后重试")
