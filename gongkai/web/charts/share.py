"""占比 by type: a ring of few types, bars of many."""

from collections.abc import Sequence
from typing import NamedTuple

from gongkai.terms import Rate
from gongkai.web.charts import frame
from gongkai.web.charts.chart import Chart, ChartTable, Spec, TableColumn
from gongkai.web.charts.palette import FILLS, PALETTE

MOST_SLICES = 6
OTHER = "其他"
RING = 260
SLICE_NAME = 6 * frame.LETTER
TOP = 8


class Part(NamedTuple):
    """How many there are of a type."""

    label: str
    number: int


def by_type(parts: Sequence[Part], title: str, counter: str = "件") -> Chart:
    """The share of each type in all of them, the largest first and 其他 last; a type with none is left out.

    `counter` is the word after the number.
    """
    shown = sorted(
        (part for part in parts if part.number), key=lambda part: (part.label == OTHER, -part.number)
    )
    total = sum(part.number for part in shown)
    note = f"共{total}{counter}，占比四舍五入。" if shown else "本期没有可显示的数据。"
    ring = len(shown) <= MOST_SLICES
    draw = _ring if ring else _bars
    return Chart(
        title=title,
        spec={**frame.base(f"{title}。{note}"), **draw(shown, total, counter)},
        table=_table(shown, total, counter),
        note=note,
        height=RING
        if ring
        else TOP + len(shown) * frame.row_height(part.label for part in shown) + frame.GAP,
    )


def _share(part: Part, total: int) -> str:
    return str(Rate(part.number, total))


def _ring(shown: Sequence[Part], total: int, counter: str) -> Spec:
    return {
        "series": [
            {
                "type": "pie",
                "radius": ["34%", "58%"],
                "startAngle": 90,
                "cursor": "default",
                "labelLine": {"length": 8, "length2": 6, "lineStyle": {"color": PALETTE.muted}},
                "itemStyle": {"borderColor": PALETTE.paper, "borderWidth": 2},
                "data": [
                    {
                        "name": part.label,
                        "value": part.number,
                        "itemStyle": {"color": color, "decal": decal},
                        "label": {
                            "formatter": frame.said(
                                frame.broken(part.label, SLICE_NAME), _told(part, total, counter)
                            ),
                            "color": PALETTE.ink,
                            "lineHeight": frame.LINE,
                            "overflow": "break",
                        },
                        "tooltip": frame.hover(part.label, _told(part, total, counter)),
                    }
                    for part, (color, decal) in zip(shown, FILLS, strict=False)
                ],
            }
        ]
    }


def _bars(shown: Sequence[Part], total: int, counter: str) -> Spec:
    names = [part.label for part in shown]
    labels = [_told(part, total, counter) for part in shown]
    return {
        "grid": {
            "top": TOP,
            "bottom": frame.GAP,
            "left": frame.room(names) + 2 * frame.GAP,
            "right": frame.room(labels, widest=160) + frame.GAP,
        },
        "xAxis": frame.hidden_axis(min=0),
        "yAxis": frame.names_axis(names),
        "series": [
            frame.bar(
                itemStyle={"color": PALETTE.primary},
                data=[
                    {
                        "name": part.label,
                        "value": part.number,
                        "label": frame.bar_label(label),
                        "tooltip": frame.hover(part.label, label),
                    }
                    for part, label in zip(shown, labels, strict=True)
                ],
            )
        ],
    }


def _told(part: Part, total: int, counter: str) -> str:
    """120件  30.7%."""
    return f"{part.number}{counter}  {_share(part, total)}"


def _table(shown: Sequence[Part], total: int, counter: str) -> ChartTable:
    columns = (
        TableColumn("类型"),
        TableColumn(f"数量（{counter}）", number=True),
        TableColumn("占比", number=True),
    )
    return ChartTable(columns, tuple((part.label, part.number, _share(part, total)) for part in shown))
