"""What every reader of a kind gives: pieces and tables, and the file again with other texts in their place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from gongkai.proofreading.document import Part, Piece, Table
from gongkai.sources.documents import xml
from gongkai.sources.documents.edits import Trail, replace
from gongkai.sources.documents.package import WORD, Package

_EMBEDDED = "/embeddings/"


class Opened(Protocol):
    """A document whose pieces know where they stand in the file."""

    @property
    def pieces(self) -> Sequence[Piece]: ...

    @property
    def tables(self) -> Sequence[Table]: ...

    def saved(self, texts: Mapping[int, str]) -> bytes:
        """The file with each named piece reading as given; everything else as it was. May be called once.

        Raises DocumentError where a piece cannot be written.
        """
        ...

    def inside(self) -> Iterable[bytes]:
        """The files that lie in it."""
        ...


@dataclass
class Parts:
    """The XML parts of a package that were read, each parsed once."""

    package: Package
    roots: dict[str, Any] = field(default_factory=dict)

    def tree(self, name: str) -> Any:
        """The root of a part. Raises DocumentError when it is missing or damaged."""
        if name not in self.roots:
            self.roots[name] = self.package.tree(name)
        return self.roots[name]

    def replaced(self, traced: Trail, texts: Mapping[int, str]) -> dict[str, bytes]:
        """The parts that change when the pieces read as given."""
        before = {name: xml.written(root) for name, root in self.roots.items()}
        replace(traced, texts)
        after = {name: xml.written(root) for name, root in self.roots.items()}
        return {name: content for name, content in after.items() if content != before[name]}


def lying_in(package: Package) -> Iterator[bytes]:
    """The files in a package: those put in, and those that Word shows as a part of its text."""
    chunks = {one.target for one in package.relations(package.main(WORD)) if one.kind == "aFChunk"}
    for part in sorted(package.names):
        if _EMBEDDED in part or part in chunks:
            yield package.read(part)


def file_name(name: str) -> Piece:
    """The name of the file as a piece: it is published as well."""
    return Piece(Part.FILE_NAME, "文件名", name)
