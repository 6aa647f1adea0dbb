"""Trend of measures over periods: a panel for each counter, a gap where a period is missing."""

from collections.abc import Sequence
from typing import NamedTuple

from gongkai.terms import Rate
from gongkai.web.charts import frame
from gongkai.web.charts.chart import NARROWEST, Chart, ChartTable, Spec, TableColumn, plain
from gongkai.web.charts.palette import PALETTE

PANEL = 150
BETWEEN = 72
TOP = 60
UNDER_A_POINT = 22
"""Px that leave room for the number of a point at 0."""
MOST_NUMBERED = 2
"""With more lines than this in a panel their numbers would lie over each other: the table has them."""
RATE_BOUNDS = ((90, 5), (80, 10), (60, 20), (0, 25))
"""Where an axis of percents may begin, and its steps."""
STYLES = (
    (PALETTE.primary, "solid", "circle"),
    (PALETTE.ink, "dashed", "rect"),
    (PALETTE.primary_soft, "solid", "triangle"),
    (PALETTE.muted, "dotted", "diamond"),
    (PALETTE.primary, "dashed", "emptyCircle"),
    (PALETTE.muted, "solid", "emptyRect"),
)

Point = int | Rate | None


class Line(NamedTuple):
    """A measure over the periods: a count, a rate, or None where the period is missing."""

    label: str
    counter: str
    values: tuple[Point, ...]


def over_periods(periods: Sequence[str], lines: Sequence[Line], title: str = "各期走势") -> Chart:
    """`lines` over `periods` (oldest first); lines of one counter share a panel, rates have their own.

    Raises ValueError where a line has not one value for each period, and for more than six lines.
    """
    for line in lines:
        if len(line.values) != len(periods):
            raise ValueError(f"“{line.label}”有{len(line.values)}期的数，应为{len(periods)}期")
    if len(lines) > len(STYLES):
        raise ValueError(f"一张图最多画{len(STYLES)}条线，现有{len(lines)}条")
    counters = list(dict.fromkeys(line.counter for line in lines))
    note = _note(periods, lines)
    return Chart(
        title=title,
        spec=_spec(periods, lines, counters, f"{title}。{note}"),
        table=_table(periods, lines),
        note=note,
        height=TOP + len(counters) * (PANEL + BETWEEN),
        least_width=max(NARROWEST, 92 + 60 * len(periods)),
    )


def _spec(periods: Sequence[str], lines: Sequence[Line], counters: Sequence[str], description: str) -> Spec:
    panels = range(len(counters))
    return {
        **frame.base(description),
        "legend": frame.legend([line.label for line in lines]),
        "grid": [
            {"top": TOP + panel * (PANEL + BETWEEN), "height": PANEL, "left": 52, "right": 40}
            for panel in panels
        ],
        "xAxis": [
            {
                "type": "category",
                "data": [period.replace("年", "年\n", 1) for period in periods],
                "gridIndex": panel,
                "axisTick": {"show": False},
                "axisLine": {"lineStyle": {"color": PALETTE.line}},
                "axisLabel": {
                    "color": PALETTE.ink,
                    "interval": 0,
                    "lineHeight": frame.LINE,
                    "margin": UNDER_A_POINT,
                },
            }
            for panel in panels
        ],
        "yAxis": [_scale(panel, _panel(lines, counter)) for panel, counter in enumerate(counters)],
        "series": [
            _series(line, periods, style, counters.index(line.counter), _numbered(line, lines))
            for line, style in zip(lines, STYLES, strict=False)
        ],
    }


def _panel(lines: Sequence[Line], counter: str) -> list[Line]:
    return [line for line in lines if line.counter == counter]


def _scale(panel: int, lines: Sequence[Line]) -> Spec:
    """Counts from 0; rates from as high as they allow, for the last percents are what differs."""
    numbers = [number for line in lines for value in line.values if (number := _number(value)) is not None]
    bounds: Spec = {"min": 0, "minInterval": 1, "splitNumber": 3}
    if lines[0].counter == "%":
        least, step = next(bound for bound in RATE_BOUNDS if bound[0] <= min(numbers, default=0))
        bounds = {"min": least, "max": 100, "interval": step}
    named = {"name": lines[0].counter, "nameTextStyle": {"color": PALETTE.muted, "align": "right"}}
    return frame.number_axis(gridIndex=panel, **named, **bounds)


def _numbered(line: Line, lines: Sequence[Line]) -> str:
    """Where a line carries its numbers: the higher of two above it, the lower below; among more nowhere."""
    panel = sorted(_panel(lines, line.counter), key=_sum, reverse=True)
    return ("top", "bottom")[panel.index(line)] if len(panel) <= MOST_NUMBERED else ""


def _sum(line: Line) -> float:
    return sum(_number(value) or 0 for value in line.values)


def _series(
    line: Line, periods: Sequence[str], style: tuple[str, str, str], panel: int, numbered: str
) -> Spec:
    color, dashes, symbol = style
    return {
        "type": "line",
        "name": line.label,
        "xAxisIndex": panel,
        "yAxisIndex": panel,
        "connectNulls": False,
        "showAllSymbol": True,
        "symbol": symbol,
        "symbolSize": 8,
        "itemStyle": {"color": color},
        "lineStyle": {"color": color, "type": dashes, "width": 2},
        "data": [
            _point(line, period, value, numbered) for period, value in zip(periods, line.values, strict=True)
        ],
    }


def _point(line: Line, period: str, value: Point, numbered: str) -> Spec:
    text = printed(value, line.counter)
    label = frame.bar_label(text, numbered or "top") | {"show": bool(numbered)}
    return {"value": _number(value), "label": label, "tooltip": frame.hover(period, f"{line.label} {text}")}


def _number(value: Point) -> int | float | None:
    if isinstance(value, Rate):
        return None if value.percent is None else plain(value.percent)
    return value


def printed(value: Point, counter: str = "") -> str:
    """665条, 90.9%, — where there is nothing."""
    if value is None:
        return "—"
    return str(value) if isinstance(value, Rate) else f"{value}{counter}"


def _table(periods: Sequence[str], lines: Sequence[Line]) -> ChartTable:
    columns = (TableColumn(f"{line.label}（{line.counter}）", number=True) for line in lines)
    rows = ((period, *(_cell(line.values[place]) for line in lines)) for place, period in enumerate(periods))
    return ChartTable((TableColumn("期间"), *columns), tuple(rows) if lines else ())


def _cell(value: Point) -> str | int | None:
    """A rate shows its parts: 90.9%（20/22）."""
    if isinstance(value, Rate):
        return f"{value}（{value.numerator}/{value.denominator}）"
    return value


def _note(periods: Sequence[str], lines: Sequence[Line]) -> str:
    if not lines or not periods:
        return "没有可显示的期间。"
    missing = [
        period for place, period in enumerate(periods) if all(line.values[place] is None for line in lines)
    ]
    if missing:
        return f"{'、'.join(missing)}没有数据，线在该处断开。"
    rated = any(isinstance(value, Rate) for line in lines for value in line.values)
    return f"共{len(periods)}期。{'比率按合计数相除。' if rated else ''}"
