"""States of a cell, told by colour, by a mark, and in a legend above the picture."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from gongkai.web.charts.chart import Spec
from gongkai.web.charts.frame import LETTER
from gongkai.web.charts.palette import PALETTE


class Look(NamedTuple):
    """How a state is drawn: its word, the mark printed in the cell, fill and letters."""

    label: str
    mark: str = ""
    fill: str = PALETTE.faint
    letters: str = PALETTE.ink
    bold: bool = False

    @property
    def legend(self) -> str:
        """The mark and the word: ▽ 未达频次."""
        return f"{self.mark} {self.label}".strip()


def cell(look: Look, place: int, where: Sequence[int | str], number: int | None, text: str) -> Spec:
    """A cell of a heat map: `value` is where it stands, the place of its state, and its number."""
    return {
        "value": [*where, place, number],
        "label": {
            "formatter": text,
            "color": look.letters,
            "fontWeight": "bold" if look.bold else "normal",
        },
    }


def heat_map(cells: Sequence[Spec], **more: str) -> Spec:
    """A series of cells with white between them."""
    return {
        "type": "heatmap",
        "data": list(cells),
        "label": {"show": True, "fontSize": LETTER},
        "itemStyle": {"borderColor": PALETTE.paper, "borderWidth": 2},
        "emphasis": {"itemStyle": {"borderColor": PALETTE.ink, "borderWidth": 1}},
        **more,
    }


def legend(looks: Sequence[Look], shown: Collection[int], dimension: int) -> Spec:
    """The legend of the states that occur; `dimension` is where a cell's value holds its state."""
    return {
        "type": "piecewise",
        "dimension": dimension,
        "pieces": [
            {"value": place, "label": look.legend, "color": look.fill}
            for place, look in enumerate(looks)
            if place in shown
        ],
        "orient": "horizontal",
        "top": 0,
        "left": 0,
        "padding": 0,
        "itemWidth": 18,
        "itemHeight": 14,
        "itemSymbol": "rect",
        "selectedMode": False,
        "hoverLink": False,
        "textStyle": {"color": PALETTE.ink, "fontSize": LETTER},
    }
