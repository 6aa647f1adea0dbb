"""发文数: bars by month, or one for the period, of an account whose posts are known only as counts."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from gongkai.measures.facts import Precision
from gongkai.web.charts import frame
from gongkai.web.charts.chart import Chart, ChartTable, Spec, TableColumn
from gongkai.web.charts.palette import HATCH, PALETTE, PLAIN

TOP = 36
WHOLE = "本期（不分月）"
DUE, ORIGINAL, OTHER = "应更新", "原创", "转发等"

Quota = int | None
"""Original posts due in the period; None for no duty."""


class Posting(NamedTuple):
    """What an account published, `original` of it original; a count of a month stands on one of its days."""

    day: date
    precision: str
    published: int
    original: int


class Bar(NamedTuple):
    """What was published in a month or in the period; `due` where the bar shows what was owed."""

    label: str
    published: int = 0
    original: int = 0
    due: int = 0

    @property
    def text(self) -> str:
        """原创3条／共10条, 应更新12条."""
        return f"{DUE}{self.due}条" if self.due else f"原创{self.original}条／共{self.published}条"


def bars(account: str, posts: Sequence[Posting], quota: Quota) -> Chart:
    """A bar a month, and one for what is known by period alone, beside what was due."""
    found = _bars(posts)
    lapsed = quota is not None and sum(bar.original for bar in found) < quota
    shown = [*found, Bar(DUE, due=quota)] if quota and [bar.label for bar in found] == [WHOLE] else found
    note = _note(found, quota)
    return Chart(
        title=f"{account}发文数",
        spec=_spec(shown, f"{account}发文数。{note}", lapsed=lapsed),
        table=_table(found, quota),
        note=note,
        height=TOP + len(shown) * (frame.ROW + frame.GAP) + frame.GAP,
    )


def due(quota: Quota) -> str:
    """，应更新12条; nothing where no duty is."""
    return "" if quota is None else f"，{DUE}{quota}条"


def _bars(posts: Sequence[Posting]) -> list[Bar]:
    """By month in the order of time, then what no month is known of."""
    sums: dict[tuple[bool, str], Bar] = {}
    for post in sorted(posts, key=lambda post: post.day):
        whole = post.precision == Precision.PERIOD
        label = WHOLE if whole else f"{post.day.year}年{post.day.month}月"
        before = sums.get((whole, label), Bar(label))
        sums[whole, label] = Bar(label, before.published + post.published, before.original + post.original)
    return [sums[place] for place in sorted(sums, key=lambda place: place[0])]


def _spec(shown: Sequence[Bar], description: str, *, lapsed: bool) -> Spec:
    names, labels = [bar.label for bar in shown], [bar.text for bar in shown]
    original = {"color": PALETTE.warning if lapsed else PALETTE.primary, "decal": HATCH if lapsed else PLAIN}
    return {
        **frame.base(description),
        "legend": frame.legend([ORIGINAL, OTHER]),
        "grid": {
            "top": TOP,
            "bottom": frame.GAP,
            "left": frame.room(names) + 2 * frame.GAP,
            "right": frame.room(labels, frame.WIDEST_NUMBERS) + 2 * frame.GAP,
        },
        "xAxis": frame.hidden_axis(min=0),
        "yAxis": [frame.names_axis(names), frame.numbers_beside(labels)],
        "series": [
            _stack(ORIGINAL, shown, [bar.original for bar in shown], original),
            _stack(
                OTHER, shown, [bar.published - bar.original for bar in shown], {"color": PALETTE.primary_tint}
            ),
            _stack(DUE, shown, [bar.due for bar in shown], {"color": PALETTE.line}),
        ],
    }


def _stack(name: str, shown: Sequence[Bar], values: Sequence[int], style: Spec) -> Spec:
    return frame.bar(
        name=name,
        stack="posts",
        itemStyle=style,
        data=[
            {"value": value, "tooltip": frame.hover(bar.label, bar.text)}
            for bar, value in zip(shown, values, strict=True)
        ],
    )


def _table(found: Sequence[Bar], quota: Quota) -> ChartTable:
    columns = (
        TableColumn("时间"),
        TableColumn("发文（条）", number=True),
        TableColumn("原创（条）", number=True),
    )
    rows: list[tuple[str | int | None, ...]] = [(bar.label, bar.published, bar.original) for bar in found]
    if len(found) > 1:
        rows.append(("合计", sum(bar.published for bar in found), sum(bar.original for bar in found)))
    if found and quota is not None:
        rows.append((DUE, None, quota))
    return ChartTable(columns, tuple(rows))


def _note(found: Sequence[Bar], quota: Quota) -> str:
    if not found:
        return f"没有读到该账号本期的发文数{due(quota)}。"
    original = sum(bar.original for bar in found)
    told = f"原创{original}条{due(quota)}{'，断更' if quota is not None and original < quota else ''}。"
    return f"{told}发文数未具体到日，无法按日标出断档。"
