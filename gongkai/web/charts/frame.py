"""What all pictures share: lettering, axes, room for names, words under the pointer, words for a reader.

Widths are computed from the names, in px, so that a long unit name is broken into lines and never cut off.
"""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from gongkai.web.charts.chart import Spec
from gongkai.web.charts.palette import FONT, PALETTE, PLAIN

LETTER = 12
"""Font size in px, and with it the width of a Chinese character."""
LINE = 15
"""Height of a line of letters."""
ROW = 26
"""Height of a row of a chart with one row a name."""
WIDEST_NAME = 10 * LETTER
WIDEST_NUMBERS = 20 * LETTER
"""A longer name goes on in a second line of about the same length."""
GAP = 8

_BRACES = str.maketrans("{}", "｛｝")  # a brace would be read as a placeholder


def base(description: str) -> Spec:
    """The frame of a spec. `description` is what a screen reader says instead of the picture."""
    return {
        "animation": False,
        "textStyle": {"fontFamily": FONT, "fontSize": LETTER, "color": PALETTE.ink},
        "aria": {
            "enabled": True,
            "label": {"description": description},
            "decal": {"show": True, "decals": [PLAIN]},
        },
        "tooltip": {
            # drawn, not HTML: a name that holds markup stays letters, and no style attribute is set
            "renderMode": "richText",
            "confine": True,
            "backgroundColor": PALETTE.paper,
            "borderColor": PALETTE.line,
            "textStyle": {"color": PALETTE.ink, "fontSize": LETTER, "lineHeight": LINE + 2},
        },
    }


def said(*lines: str) -> str:
    """Lines of text that ECharts prints as they are."""
    return "\n".join(line for line in lines if line).translate(_BRACES)


def hover(*lines: str) -> Spec:
    """The words under the pointer for one thing drawn."""
    return {"formatter": said(*lines)}


def width(text: str) -> int:
    """Px that a text takes: a Chinese character a whole letter, any other a little over half."""
    return ceil(sum(LETTER if ord(letter) > 0x2E7F else LETTER * 0.6 for letter in text))


def broken(name: str, widest: int = WIDEST_NAME) -> str:
    """A name on as many lines as it needs, of even length: no character is left alone on the last one."""
    lines = max(1, ceil(width(name) / widest))
    length = ceil(len(name) / lines)
    return "\n".join(name[start : start + length] for start in range(0, len(name), length))


def room(names: Iterable[str], widest: int = WIDEST_NAME) -> int:
    """Px beside the axis for the longest of `names`, broken into lines."""
    return max((width(line) for name in names for line in broken(name, widest).split("\n")), default=0)


def row_height(names: Iterable[str], widest: int = WIDEST_NAME) -> int:
    """Px of a row in which the longest name finds room, on as many lines as it needs."""
    lines = max((broken(name, widest).count("\n") + 1 for name in names), default=1)
    return max(ROW, lines * LINE + 4)


def names_axis(names: Sequence[str], *, widest: int = WIDEST_NAME, **more: Any) -> Spec:
    """An axis of names from top to bottom, every one of them printed, broken where it is too long."""
    return {
        "type": "category",
        "data": [broken(name, widest) for name in names],
        "inverse": True,
        "axisTick": {"show": False},
        "axisLine": {"lineStyle": {"color": PALETTE.line}},
        "axisLabel": {
            "interval": 0,
            "color": PALETTE.ink,
            "fontSize": LETTER,
            "lineHeight": LINE,
        },
        **more,
    }


def numbers_beside(labels: Sequence[str]) -> Spec:
    """What each bar stands for, in a column to the right of the bars."""
    return names_axis(labels, widest=WIDEST_NUMBERS, position="right", axisLine={"show": False})


def number_axis(**more: Any) -> Spec:
    """An axis of numbers with faint lines."""
    return {
        "type": "value",
        "axisLabel": {"color": PALETTE.muted, "fontSize": LETTER - 1, "hideOverlap": True},
        "axisLine": {"show": False},
        "axisTick": {"show": False},
        "splitLine": {"lineStyle": {"color": PALETTE.faint}},
        **more,
    }


def hidden_axis(**more: Any) -> Spec:
    """An axis of numbers that is not drawn, because each bar carries its number."""
    return {"type": "value", "show": False, **more}


def bar(**more: Any) -> Spec:
    """A series of horizontal or upright bars."""
    return {"type": "bar", "barMaxWidth": 18, "cursor": "default", **more}


def bar_label(text: str, position: str = "right", color: str = PALETTE.ink) -> Spec:
    """The number a bar carries."""
    return {"show": True, "position": position, "formatter": said(text), "color": color, "fontSize": LETTER}


def legend(names: Sequence[str]) -> Spec:
    """A legend above the picture."""
    return {
        "data": list(names),
        "top": 0,
        "left": 0,
        "itemWidth": 18,
        "itemHeight": 12,
        "padding": 0,
        "itemGap": 12,
        "selectedMode": False,
        "textStyle": {"color": PALETTE.ink, "fontSize": LETTER},
    }
