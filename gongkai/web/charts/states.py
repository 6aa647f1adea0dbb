"""States of a cell, told by colour, by a mark, and in a legend above the picture."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from gongkai.web.charts import frame
from gongkai.web.charts.chart import Spec
from gongkai.web.charts.palette import PALETTE

LEGEND = 40
"""Px for a legend of two lines, which it has on a narrow page."""


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


class Cell(NamedTuple):
    """A cell: where it stands, its state, its number, what is printed in it and said of it."""

    where: tuple[int | str, ...]
    look: Look
    number: int | None
    text: str
    told: tuple[str, ...]


def heat_map(looks: Sequence[Look], cells: Sequence[Cell], **more: str) -> Spec:
    """The parts of a spec that draw `cells`: a series for each of `looks` that occurs, and their legend.

    The value of a datum is where it stands, the place of its state among `looks`, and its number.
    """
    shown = [look for look in looks if any(cell.look == look for cell in cells)]
    return {
        "legend": frame.legend([look.legend for look in shown]),
        "visualMap": _colours(looks, dimension=len(cells[0].where) if cells else 0),
        "series": [
            {
                "type": "heatmap",
                "name": look.legend,
                "label": {
                    "show": True,
                    "fontSize": frame.LETTER,
                    "color": look.letters,
                    "fontWeight": "bold" if look.bold else "normal",
                },
                "itemStyle": {"color": look.fill, "borderColor": PALETTE.paper, "borderWidth": 2},
                "emphasis": {"itemStyle": {"borderColor": PALETTE.ink, "borderWidth": 1}},
                "data": [_datum(cell, looks.index(look)) for cell in cells if cell.look == look],
                **more,
            }
            for look in shown
        ],
    }


def _datum(cell: Cell, place: int) -> Spec:
    return {
        "value": [*cell.where, place, cell.number],
        "label": {"formatter": frame.said(cell.text)},
        "tooltip": frame.hover(*cell.told),
    }


def _colours(looks: Sequence[Look], dimension: int) -> dict[str, Any]:
    """A heat map takes its colours from here; the legend is drawn by itself, for this one breaks no lines."""
    pieces = [{"value": place, "color": look.fill} for place, look in enumerate(looks)]
    return {"show": False, "type": "piecewise", "dimension": dimension, "pieces": pieces}
