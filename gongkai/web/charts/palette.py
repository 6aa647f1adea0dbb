"""The colours and the lettering of every picture: one primary colour, neutral greys, one warning colour.

Nothing is told by colour alone: what warns is hatched or carries a mark as well, so a picture reads the
same in greyscale and on paper.
"""

from typing import Any, NamedTuple


class Palette(NamedTuple):
    """Colours as #rrggbb. `tint`s lie behind dark letters, the full colours behind white ones."""

    primary: str
    primary_soft: str
    primary_tint: str
    warning: str
    warning_tint: str
    ink: str
    muted: str
    line: str
    faint: str
    paper: str


PALETTE = Palette(
    primary="#1f5f9f",
    primary_soft="#8db4da",
    primary_tint="#deeaf6",
    warning="#b93815",
    warning_tint="#f4b89d",
    ink="#1f2a37",
    muted="#5b6775",
    line="#c5ccd4",
    faint="#eef1f4",
    paper="#ffffff",
)

FONT = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, SimHei, sans-serif"
"""Without quotes, which the SVG of a server-side rendering does not escape."""

PLAIN: dict[str, Any] = {"symbol": "none"}
"""A fill without a pattern."""

HATCH: dict[str, Any] = {
    "symbol": "rect",
    "color": "rgba(255, 255, 255, 0.55)",
    "dashArrayX": [1, 0],
    "dashArrayY": [2, 5],
    "rotation": -0.785,
}
"""Slanting lines: what warns."""

DOTS: dict[str, Any] = {
    "symbol": "circle",
    "color": "rgba(255, 255, 255, 0.75)",
    "dashArrayX": [[7, 7], [0, 7, 7, 0]],
    "dashArrayY": [5, 0],
    "symbolSize": 0.6,
}

BARS: dict[str, Any] = {
    "symbol": "rect",
    "color": "rgba(31, 42, 55, 0.35)",
    "dashArrayX": [1, 0],
    "dashArrayY": [1, 5],
}

FILLS: tuple[tuple[str, dict[str, Any]], ...] = (
    (PALETTE.primary, PLAIN),
    (PALETTE.primary_soft, PLAIN),
    (PALETTE.muted, DOTS),
    (PALETTE.primary_tint, BARS),
    (PALETTE.primary, HATCH),
    (PALETTE.line, PLAIN),
)
"""Fill and pattern of things that lie side by side, told apart without colour."""
