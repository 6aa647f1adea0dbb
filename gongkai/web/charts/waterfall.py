"""得分构成: from the base score over each dimension to the total of a unit."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from gongkai.assessment.result import Scorecard
from gongkai.assessment.sentences import number, signed
from gongkai.web.charts import frame
from gongkai.web.charts.chart import Chart, ChartTable, Spec, TableColumn, plain
from gongkai.web.charts.palette import HATCH, PALETTE, PLAIN

TOP = 8
AXIS = 28
FINE, COARSE = Decimal(10), Decimal(50)
"""What the start of the axis is a multiple of."""
ZERO = Decimal(0)


class Step(NamedTuple):
    """A bar from `start` to `end`; `change` None where nothing was judged. A `whole` bar is a sum."""

    label: str
    start: Decimal
    end: Decimal
    change: Decimal | None
    whole: bool = False

    @property
    def text(self) -> str:
        """300 for a sum, +2 or −8 for a change, — for nothing judged."""
        if self.whole:
            return number(self.end)
        return "—" if self.change is None else signed(self.change)


def of_score(card: Scorecard) -> Chart:
    """How `card` comes to its total; where scaling or a veto moved it, a step of its own and the sentence."""
    steps = _steps(card)
    least = _least(steps)
    note = _note(card, least)
    title = f"{card.unit}得分构成"
    names = [step.label for step in steps]
    return Chart(
        title=title,
        spec=_spec(steps, least, f"{title}。{note}"),
        table=_table(steps),
        note=note,
        height=TOP + len(steps) * frame.row_height(names) + AXIS,
    )


def _steps(card: Scorecard) -> list[Step]:
    steps = [Step("基准分", ZERO, card.base, card.base, whole=True)]
    reached = card.base
    for dimension, points in card.subtotals.items():
        steps.append(Step(dimension, reached, reached + (points or 0), points))
        reached = steps[-1].end
    if card.scaled or card.vetoed:
        names = (name for name, reason in (("折算", card.scaled), ("单项否决", card.vetoed)) if reason)
        steps.append(Step("、".join(names), reached, card.total, card.total - reached))
    return [*steps, Step("得分", ZERO, card.total, card.total, whole=True)]


def _least(steps: Sequence[Step]) -> Decimal:
    """Where the axis starts: at 0, or near the lowest score where 300 would dwarf a change of 2."""
    ends = [step.end for step in steps]
    low, high = min(ends), max(ends)
    step = COARSE if high - low > COARSE else FINE
    cut = low - max(high - low, FINE)
    return max(ZERO, (cut / step).to_integral_value(ROUND_FLOOR) * step)


def _spec(steps: Sequence[Step], least: Decimal, description: str) -> Spec:
    names = [step.label for step in steps]
    bounds = {"min": plain(least)} if least else {}
    return {
        **frame.base(description),
        "grid": {"top": TOP, "bottom": AXIS, "left": frame.room(names) + 2 * frame.GAP, "right": 56},
        "xAxis": frame.number_axis(**bounds),
        "yAxis": frame.names_axis(names),
        "series": [
            frame.bar(
                stack="score",
                silent=True,
                itemStyle={"color": "transparent"},
                data=[plain(_below(step)) for step in steps],
            ),
            frame.bar(
                stack="score",
                data=[_bar(step, _above_zero(step), labelled=not _hangs(step)) for step in steps],
            ),
            frame.bar(
                stack="score",
                data=[_bar(step, _under_zero(step), labelled=_hangs(step)) for step in steps],
            ),
        ],
    }


def _below(step: Step) -> Decimal:
    """The empty stretch between 0 and a floating bar; none where the bar touches or crosses 0."""
    low, high = sorted((step.start, step.end))
    return low if low > 0 else min(high, ZERO)


def _above_zero(step: Step) -> Decimal:
    low, high = sorted((step.start, step.end))
    return max(high, ZERO) - max(low, ZERO)


def _under_zero(step: Step) -> Decimal:
    low, high = sorted((step.start, step.end))
    return min(low, ZERO) - min(high, ZERO)


def _hangs(step: Step) -> bool:
    """Whether all of the bar lies under 0, so that its number stands there."""
    return max(step.start, step.end) <= 0 and step.start != step.end


def _bar(step: Step, length: Decimal, *, labelled: bool) -> Spec:
    """A stretch of a bar above or under 0."""
    lost = not step.whole and (step.change or 0) < 0
    color = PALETTE.line if step.whole else PALETTE.warning if lost else PALETTE.primary
    return {
        "value": plain(length),
        "itemStyle": {"color": color, "decal": HATCH if lost else PLAIN},
        "label": frame.bar_label(step.text, "left" if length < 0 else "right") | {"show": labelled},
        "tooltip": frame.hover(step.label, f"{step.text}分" if step.change is not None else "本期未考核"),
    }


def _table(steps: Sequence[Step]) -> ChartTable:
    columns = (TableColumn("项目"), TableColumn("加减分", number=True), TableColumn("累计", number=True))
    return ChartTable(
        columns, tuple((step.label, None if step.whole else step.change, step.end) for step in steps)
    )


def _note(card: Scorecard, least: Decimal) -> str:
    told = [
        f"{card.group}第{card.rank}名，{number(card.total)}分",
        card.scaled,
        card.vetoed and f"单项否决：{card.vetoed}",
    ]
    start = f"横轴自{number(least)}分起。" if least else ""
    return f"{'；'.join(one for one in told if one)}。{start}"
