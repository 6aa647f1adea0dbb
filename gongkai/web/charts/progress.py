"""本期进度: what is done of what is due in each line of business, beside the part of the period that is over."""

from collections.abc import Sequence
from typing import NamedTuple

from gongkai.terms import Rate
from gongkai.web.charts import frame
from gongkai.web.charts.chart import Chart, ChartTable, Spec, TableColumn, plain
from gongkai.web.charts.palette import HATCH, PALETTE, PLAIN

TITLE = "本期进度"
TOP = 36
DONE, BEHIND, ELAPSED = "完成", "落后于时间进度", "时间进度"


class Business(NamedTuple):
    """A line of business: `done` of `due` duties, counted in `counter` (条, 个时段, 件)."""

    label: str
    done: int
    due: int
    counter: str = "件"

    @property
    def rate(self) -> Rate:
        """Done of due; — where nothing is due."""
        return Rate(self.done, self.due)

    @property
    def text(self) -> str:
        """61.1%  601/984条."""
        return f"{self.rate}  {self.done}/{self.due}{self.counter}"

    def behind(self, elapsed: Rate | None) -> bool:
        """Whether less of it is done than of the period is over; in a period that is over nothing is."""
        return elapsed is not None and self.done * elapsed.denominator < self.due * elapsed.numerator


def of_period(lines: Sequence[Business], elapsed: Rate | None = None) -> Chart:
    """A bar for each line of business, in the order given.

    `elapsed` is the working days gone of the working days of the period, None once it is over. What is done
    beyond what is due lengthens no bar; a line with nothing due has none.
    """
    note = _note(lines, elapsed)
    names = [line.label for line in lines]
    return Chart(
        title=TITLE,
        spec=_spec(lines, elapsed, f"{TITLE}。{note}"),
        table=_table(lines),
        note=note,
        height=TOP + len(lines) * (frame.row_height(names) + frame.GAP) + frame.GAP,
    )


def _spec(lines: Sequence[Business], elapsed: Rate | None, description: str) -> Spec:
    names, labels = [line.label for line in lines], [line.text for line in lines]
    late = [line.behind(elapsed) for line in lines]
    return {
        **frame.base(description),
        "legend": frame.legend([DONE, *([BEHIND, ELAPSED] if elapsed else [])]),
        "grid": {
            "top": TOP,
            "bottom": frame.GAP,
            "left": frame.room(names) + 2 * frame.GAP,
            "right": frame.room(labels, frame.WIDEST_NUMBERS) + 2 * frame.GAP,
        },
        "xAxis": frame.hidden_axis(min=0, max=100),
        "yAxis": [
            frame.names_axis(names),
            frame.numbers_beside(labels),
            frame.hidden_axis(min=0, max=1),
        ],
        "series": [
            _bars(DONE, lines, [not one for one in late], PALETTE.primary),
            _bars(BEHIND, lines, late, PALETTE.warning, HATCH),
            *([_time(elapsed)] if elapsed else []),
        ],
    }


def _bars(
    name: str, lines: Sequence[Business], shown: Sequence[bool], color: str, decal: Spec = PLAIN
) -> Spec:
    """The bars of those `shown`; the first series also draws how far each bar could reach."""
    return frame.bar(
        name=name,
        barGap="-100%",
        itemStyle={"color": color, "decal": decal},
        showBackground=name == DONE,
        backgroundStyle={"color": PALETTE.faint},
        data=[
            {
                "name": line.label,
                "value": _percent(line) if one else None,
                "tooltip": frame.hover(line.label, line.text),
            }
            for line, one in zip(lines, shown, strict=True)
        ],
    )


def _percent(line: Business) -> int | float | None:
    percent = line.rate.percent
    return None if percent is None else min(100, plain(percent))


def _time(elapsed: Rate) -> Spec:
    """An upright line at the part of the period that is over."""
    reached = plain(elapsed.percent or 0)
    return {
        "type": "line",
        "name": ELAPSED,
        "yAxisIndex": 2,
        "silent": True,
        "symbol": "none",
        "itemStyle": {"color": PALETTE.ink},
        "lineStyle": {"color": PALETTE.ink, "type": "dashed", "width": 1.5},
        "data": [[reached, 0], [reached, 1]],
    }


def _table(lines: Sequence[Business]) -> ChartTable:
    columns = (
        TableColumn("业务"),
        TableColumn("已完成", number=True),
        TableColumn("应完成", number=True),
        TableColumn("计量"),
        TableColumn("完成率", number=True),
    )
    rows = ((line.label, line.done, line.due, line.counter, str(line.rate)) for line in lines)
    return ChartTable(columns, tuple(rows))


def _note(lines: Sequence[Business], elapsed: Rate | None) -> str:
    if not lines:
        return "本期没有可显示的任务。"
    if elapsed is None:
        return "本期已结束。超出应完成数的部分不计。"
    gone = f"本期{elapsed.denominator}个工作日已过{elapsed.numerator}个"
    return f"{gone}，落后于时间进度的以斜线标出。超出应完成数的部分不计。"
