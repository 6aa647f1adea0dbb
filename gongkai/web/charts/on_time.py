"""按期办结率 by unit, each bar with its counts; a unit with nothing due stands apart, for 0/0 is no rate."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from gongkai.terms import Rate
from gongkai.web.charts import frame
from gongkai.web.charts.chart import Chart, ChartTable, Spec, TableColumn, plain
from gongkai.web.charts.palette import HATCH, PALETTE, PLAIN

TOP = 8


class UnitRate(NamedTuple):
    """A unit's rate with its parts: 20 on time of 22."""

    unit: str
    rate: Rate

    @property
    def whole(self) -> bool:
        """Whether everything was on time."""
        return self.rate.numerator == self.rate.denominator


def by_unit(
    rates: Sequence[UnitRate],
    title: str = "按期办结率",
    parts: tuple[str, str] = ("按期办结件", "应办结件"),
) -> Chart:
    """A bar a unit, the lowest rate first, then the busiest; units with nothing due last, without a bar.

    `parts` names what the rate divides and by what: an office chooses its denominator.
    """
    judged, idle = _ordered(rates)
    note = _note(judged, idle, parts)
    shown = [*judged, *idle]
    names = [one.unit for one in shown]
    return Chart(
        title=title,
        spec=_spec(shown, f"{title}。{note}"),
        table=_table(shown, title, parts),
        note=note,
        height=TOP + len(shown) * frame.row_height(names) + frame.GAP,
    )


def _ordered(rates: Sequence[UnitRate]) -> tuple[list[UnitRate], list[UnitRate]]:
    judged = [one for one in rates if one.rate.denominator]
    judged.sort(key=lambda one: (Fraction(one.rate.numerator, one.rate.denominator), -one.rate.denominator))
    return judged, [one for one in rates if not one.rate.denominator]


def _spec(shown: Sequence[UnitRate], description: str) -> Spec:
    names = [one.unit for one in shown]
    labels = [_label(one) for one in shown]
    return {
        **frame.base(description),
        "grid": {
            "top": TOP,
            "bottom": frame.GAP,
            "left": frame.room(names) + 2 * frame.GAP,
            "right": frame.room(labels, frame.WIDEST_NUMBERS) + 2 * frame.GAP,
        },
        "xAxis": frame.hidden_axis(min=0, max=100),
        "yAxis": [frame.names_axis(names), frame.numbers_beside(labels)],
        "series": [frame.bar(data=[_bar(one) for one in shown])],
    }


def _label(one: UnitRate) -> str:
    """90.9%  20/22, and — for nothing due."""
    return f"{one.rate}  {one.rate.numerator}/{one.rate.denominator}" if one.rate.denominator else "—"


def _bar(one: UnitRate) -> Spec:
    warned = one.rate.denominator > 0 and not one.whole
    return {
        "name": one.unit,
        "value": None if one.rate.percent is None else plain(one.rate.percent),
        "itemStyle": {
            "color": PALETTE.warning if warned else PALETTE.primary_soft,
            "decal": HATCH if warned else PLAIN,
        },
        "tooltip": frame.hover(one.unit, _label(one)),
    }


def _table(shown: Sequence[UnitRate], title: str, parts: tuple[str, str]) -> ChartTable:
    numerator, denominator = (TableColumn(part, number=True) for part in parts)
    return ChartTable(
        (TableColumn("单位"), numerator, denominator, TableColumn(title, number=True)),
        tuple((one.unit, one.rate.numerator, one.rate.denominator, str(one.rate)) for one in shown),
    )


def _note(judged: Sequence[UnitRate], idle: Sequence[UnitRate], parts: tuple[str, str]) -> str:
    if not judged and not idle:
        return "本期没有可显示的单位。"
    late = sum(not one.whole for one in judged)
    told = f"{parts[0]}除以{parts[1]}，由低到高排列；"
    told += f"{late}家不足100%，以斜线标出。" if late else "均为100%。" if judged else "没有可计的比率。"
    if idle:
        told += f"没有{parts[1]}、不计比率的{len(idle)}家列于最后：{'、'.join(one.unit for one in idle)}。"
    return told
