"""名次变化 over periods within a group: rank 1 on top, tied units on one rank and named together."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gongkai.web.charts import frame
from gongkai.web.charts.chart import Chart, ChartTable, Spec, TableColumn
from gongkai.web.charts.palette import PALETTE
from gongkai.web.charts.unit_ranks import UnitRanks, by_last_rank, named_by_rank

TOP = 34
LEFT = 48
NAMES = 14 * frame.LETTER
IN_FRONT = 3

Named = Mapping[int, tuple[str, ...]]
"""Last rank → the lines that name its units."""


class Pen(NamedTuple):
    """How a unit's line is drawn; a higher `layer` lies in front."""

    color: str = PALETTE.line
    width: float = 1.2
    dashes: str = "solid"
    layer: int = 2


OTHERS = Pen()
RISEN = Pen(PALETTE.primary, 2.6, layer=3)
FALLEN = Pen(PALETTE.warning, 2.6, "dashed", layer=3)
OWN = Pen(PALETTE.primary, 4, layer=4)


def of_ranks(group: str, periods: Sequence[str], ranked: Sequence[UnitRanks], unit: str = "") -> Chart:
    """The ranks of `ranked` over `periods`, oldest first. `unit` is drawn in front of the others; without
    it, those who rose and fell most since the period before.

    Raises ValueError where a unit has not one place for each period.
    """
    for one in ranked:
        if len(one.ranks) != len(periods):
            raise ValueError(f"{one.unit}有{len(one.ranks)}期的名次，应为{len(periods)}期")
    ordered = by_last_rank(ranked)
    title = f"{group}名次变化"
    note = _note(ordered, unit)
    names = named_by_rank(ordered, NAMES)
    return Chart(
        title=title,
        spec=_spec(periods, ordered, names, {unit: OWN} if unit else _movers(ordered), f"{title}。{note}"),
        table=_table(periods, ordered),
        note=note,
        height=TOP + _lowest(ordered) * _row_height(names) + frame.GAP,
        least_width=LEFT + 72 * len(periods) + _room(names),
    )


def _lowest(ranked: Sequence[UnitRanks]) -> int:
    return max((rank for one in ranked for rank in one.ranks if rank), default=1)


def _room(names: Named) -> int:
    return max((frame.width(line) for lines in names.values() for line in lines), default=0)


def _row_height(names: Named) -> int:
    return max([frame.ROW, *(len(lines) * frame.LINE + 4 for lines in names.values())])


def _movers(ranked: Sequence[UnitRanks]) -> dict[str, Pen]:
    """The three who rose most and the three who fell most."""
    risen = sorted((one for one in ranked if one.rise > 0), key=lambda one: -one.rise)
    fallen = sorted((one for one in ranked if one.rise < 0), key=lambda one: one.rise)
    return {one.unit: RISEN for one in risen[:IN_FRONT]} | {one.unit: FALLEN for one in fallen[:IN_FRONT]}


def _spec(
    periods: Sequence[str],
    ranked: Sequence[UnitRanks],
    names: Named,
    pens: Mapping[str, Pen],
    description: str,
) -> Spec:
    ranks = [str(rank) for rank in range(1, _lowest(ranked) + 1)]
    return {
        **frame.base(description),
        "grid": {"top": TOP, "bottom": frame.GAP, "left": LEFT, "right": _room(names) + 2 * frame.GAP},
        "xAxis": {
            "type": "category",
            "data": list(periods),
            "position": "top",
            "boundaryGap": False,
            "axisTick": {"show": False},
            "axisLine": {"show": False},
            "axisLabel": {"color": PALETTE.ink, "interval": 0},
            "splitLine": {"show": True, "lineStyle": {"color": PALETTE.line}},
        },
        "yAxis": frame.names_axis(ranks, axisLine={"show": False}),
        "series": [
            *(_line(one, periods, pens.get(one.unit, OTHERS)) for one in ranked),
            _names(names, len(periods) - 1),
        ],
    }


def _line(one: UnitRanks, periods: Sequence[str], pen: Pen) -> Spec:
    return {
        "type": "line",
        "name": one.unit,
        "connectNulls": False,
        "showAllSymbol": True,
        "symbol": "circle",
        "symbolSize": 8 if pen.layer > OTHERS.layer else 6,
        "z": pen.layer,
        "itemStyle": {"color": pen.color},
        "lineStyle": {"color": pen.color, "width": pen.width, "type": pen.dashes},
        "emphasis": {"focus": "series"},
        "data": [
            {
                "value": None if rank is None else [place, rank - 1],
                "tooltip": frame.hover(one.unit, f"{period} 第{rank}名", one.change),
            }
            for place, (period, rank) in enumerate(zip(periods, one.ranks, strict=True))
        ],
    }


def _names(names: Named, last: int) -> Spec:
    """Points nobody sees at the end of the lines: tied units have one point, and there one label."""
    label = {"lineHeight": frame.LINE, "distance": 8}
    return {
        "type": "line",
        "name": "单位",
        "silent": True,
        "symbol": "circle",
        "symbolSize": 1,
        "lineStyle": {"opacity": 0},
        "itemStyle": {"color": "transparent"},
        "data": [
            {"value": [last, rank - 1], "label": frame.bar_label("\n".join(lines)) | label}
            for rank, lines in names.items()
        ],
    }


def _table(periods: Sequence[str], ranked: Sequence[UnitRanks]) -> ChartTable:
    ranks = (TableColumn(period, number=True) for period in periods)
    columns = (TableColumn("单位"), *ranks, TableColumn("变化"))
    return ChartTable(columns, tuple((one.unit, *one.ranks, one.change) for one in ranked))


def _note(ranked: Sequence[UnitRanks], unit: str) -> str:
    if not ranked:
        return "没有可显示的名次。"
    tied = "并列的单位同在一行。"
    if unit:
        own = next((one.change for one in ranked if one.unit == unit), "未列入")
        return f"粗线为{unit}{'' if own == '—' else f'，与上期相比{own}'}。{tied}"
    if not _movers(ranked):
        return tied
    return f"{tied}与上期相比，上升最多的为粗实线，下降最多的为粗虚线，各至多{IN_FRONT}家。"
