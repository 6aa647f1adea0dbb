"""Measures of a printed page: lines of the type area, edges, page numbers; in millimetres."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pdfplumber

MM = 25.4 / 72
CLOSING = "，。、；：！？）》”’"


@dataclass(frozen=True)
class Line:
    """A line of type: its text, where each character begins, where the ink ends, the base line from the top."""

    text: str
    lefts: tuple[float, ...]
    right: float
    base: float

    @property
    def left(self) -> float:
        return self.lefts[0]


@dataclass(frozen=True)
class Sheet:
    """A page: its size, the lines in the type area from the top, and all that lies outside it."""

    width: float
    height: float
    lines: tuple[Line, ...]
    outside: tuple[Line, ...]
    turned: tuple[tuple[str, float, float], ...]  # characters on their side: text, x, y


def sheets(source: bytes | Path) -> list[Sheet]:
    """The pages of a .pdf."""
    with pdfplumber.open(BytesIO(source) if isinstance(source, bytes) else source) as document:
        return [_sheet(page) for page in document.pages]


def _sheet(page: pdfplumber.page.Page) -> Sheet:
    chars = [char for char in page.chars if char["text"].strip()]
    turned = [char for char in chars if abs(char["matrix"][1]) > abs(char["matrix"][0])]
    lines = [_line(group, page.height) for group in _by_base([char for char in chars if char not in turned])]
    lowest = page.height * MM - (35 if page.height > page.width else 26)
    return Sheet(
        page.width * MM,
        page.height * MM,
        tuple(line for line in lines if line.base <= lowest),
        tuple(line for line in lines if line.base > lowest),
        tuple((char["text"], char["x0"] * MM, char["top"] * MM) for char in turned),
    )


def _by_base(chars: list[dict]) -> list[list[dict]]:
    """Characters whose base lines are within a point, from the top of the page."""
    groups: list[list[dict]] = []
    for char in sorted(chars, key=lambda char: -char["matrix"][5]):
        if groups and groups[-1][-1]["matrix"][5] - char["matrix"][5] < 1:
            groups[-1].append(char)
        else:
            groups.append([char])
    return groups


def _line(chars: list[dict], height: float) -> Line:
    chars = sorted(chars, key=lambda char: char["x0"])
    base = (height - chars[0]["matrix"][5]) * MM
    last = chars[-1]
    # Closing punctuation is printed in the left half of its square; the right half is air.
    air = (last["x1"] - last["x0"]) / 2 if last["text"] in CLOSING else 0
    return Line(
        "".join(char["text"] for char in chars),
        tuple(char["x0"] * MM for char in chars),
        (last["x1"] - air) * MM,
        base,
    )
