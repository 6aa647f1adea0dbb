"""Parts of a package that a masked copy goes without: the picture of the first page, the order of computing."""

from collections.abc import Iterable, Mapping

from gongkai.sources.documents import xml
from gongkai.sources.documents.package import CONTENT_TYPES, Package, relations_part

_PACKAGE = ""


def without(
    package: Package, replaced: Mapping[str, bytes], owner: str, kind: str
) -> tuple[dict[str, bytes], set[str]]:
    """`replaced` with every mention of the parts that `owner` relates to as `kind` taken out, and those parts."""
    found = dict(replaced)
    gone = {one.target for one in package.relations(owner) if one.kind == kind} & package.names
    if not gone:
        return found, set()
    relations = relations_part(owner)
    found[relations] = _cut(package, found, relations, ("Type", ("/" + kind,)))
    found[CONTENT_TYPES] = _cut(package, found, CONTENT_TYPES, ("PartName", tuple("/" + one for one in gone)))
    return found, gone


def without_picture(package: Package, replaced: Mapping[str, bytes]) -> tuple[dict[str, bytes], set[str]]:
    """Without the picture of the first page, which would show what was masked."""
    return without(package, replaced, _PACKAGE, "thumbnail")


def _cut(
    package: Package, replaced: Mapping[str, bytes], name: str, mark: tuple[str, Iterable[str]]
) -> bytes:
    key, endings = mark
    root = xml.parsed(replaced.get(name) or package.read(name))
    for one in list(root):
        if one.get(key, "").endswith(tuple(endings)):
            root.remove(one)
    return xml.written(root)
