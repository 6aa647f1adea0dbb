"""The container of .xls files ([MS-CFB]): sectors in chains, and a directory of streams.

Only what it takes to know that every chain ends, and to read one stream.
"""

import struct
from collections.abc import Iterator, Sequence

_LAST = 0xFFFFFFFA
"""Sector numbers from here on are marks: end of chain, free, table."""
_IN_HEADER = 109
_ENTRY = 128
_SMALL = 4096
"""Shorter streams lie in the mini stream; no program writes so short a workbook."""


class Unsound(ValueError):
    """Chains that do not end, or lead out of the file."""


def stream(content: bytes, names: Sequence[str]) -> bytes:
    """The first stream with one of the names, b"" when there is none.

    Raises Unsound, struct.error or IndexError when the container is damaged anywhere.
    """
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    if size not in (512, 4096):
        raise Unsound("sector size")
    links = _links(content, size)
    directory = _join(content, size, _chain(links, struct.unpack_from("<I", content, 48)[0]))
    small = _numbers(_join(content, size, _chain(links, struct.unpack_from("<I", content, 60)[0])))
    found = b""
    for place, (name, start, length) in enumerate(_entries(directory)):
        in_mini = length < _SMALL and place > 0  # the first entry is the mini stream itself
        chain = _chain(small if in_mini else links, start) if length else []
        if name in names and not in_mini and not found:
            found = _join(content, size, chain)[:length]
    return found


def _links(content: bytes, size: int) -> list[int]:
    """For each sector the next one of its chain."""
    tables = list(struct.unpack_from(f"<{_IN_HEADER}I", content, 76))
    following = struct.unpack_from("<I", content, 68)[0]
    while following < _LAST:
        *more, following = _numbers(_sector(content, size, following))
        tables += more
        if len(tables) * size > len(content) + _IN_HEADER * size:
            raise Unsound("table of tables")
    return [link for table in tables if table < _LAST for link in _numbers(_sector(content, size, table))]


def _chain(links: Sequence[int], start: int) -> list[int]:
    chain: list[int] = []
    while start < _LAST:
        chain.append(start)
        if len(chain) > len(links):
            raise Unsound("chain without end")
        start = links[start]
    return chain


def _join(content: bytes, size: int, chain: Sequence[int]) -> bytes:
    return b"".join(_sector(content, size, number) for number in chain)


def _sector(content: bytes, size: int, number: int) -> bytes:
    sector = content[(number + 1) * size : (number + 2) * size]
    if not sector:
        raise Unsound("sector outside the file")
    return sector


def _numbers(sectors: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sectors) // 4}I", sectors[: len(sectors) // 4 * 4])


def _entries(directory: bytes) -> Iterator[tuple[str, int, int]]:
    """Name, first sector and length of each stream."""
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        name = directory[at : at + 64].decode("utf-16-le", "replace").split("\x00")[0]
        if name:
            yield name, *struct.unpack_from("<II", directory, at + 116)
