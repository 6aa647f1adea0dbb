"""政务新媒体发文: the posting calendar of an account, its gaps marked; bars where only counts are known."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from gongkai.measures.facts import Precision
from gongkai.terms import Frequency
from gongkai.web.charts import frame, posting_counts, states
from gongkai.web.charts.chart import Chart, ChartTable, Spec, TableColumn
from gongkai.web.charts.gaps import Gap, gaps
from gongkai.web.charts.palette import PALETTE
from gongkai.web.charts.posting_counts import Posting, Quota
from gongkai.web.charts.states import Look
from gongkai.workdays import CalendarDay

CELL = 24
TOP = 56
LEFT = 28
NARROWEST_WEEK = 20
WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"]
MONTHS = [f"{month}月" for month in range(1, 13)]


class DayState(Enum):
    """How a day of an account stands."""

    ORIGINAL = Look("有原创（数字为原创条数）", "", PALETTE.primary, PALETTE.paper, bold=True)
    FORWARDED = Look("只有转发", "转", PALETTE.primary_tint)
    GAP = Look("断档", "断", PALETTE.warning_tint, PALETTE.warning, bold=True)
    QUIET = Look("无发文", "·", PALETTE.faint, PALETTE.muted)
    REST = Look("休息日", "休", PALETTE.paper, PALETTE.line)


STATES = tuple(DayState)


class Day(NamedTuple):
    """A day of the calendar with what was posted on it."""

    day: date
    state: DayState
    published: int
    original: int


def calendar(
    account: str, days: Sequence[CalendarDay], posts: Iterable[Posting], duty: Frequency | None, quota: Quota
) -> Chart:
    """The posts of `account` on `days`, with the gaps that its `duty` knows (None for no duty).

    `posts` may be many for one day. If any of them is known only by month or by period, no gap can be seen:
    the picture is bars of the counts, and its note says so. `quota` is the number of originals due.
    """
    known = [post for post in posts if post.published]
    if any(post.precision != Precision.DAY for post in known) or not days:
        return posting_counts.bars(account, known, quota)
    found = _days(days, known, duty)
    note = _note(found[0], found[1], duty, quota)
    weeks = len({_week(day.day) for day in days})
    return Chart(
        title=f"{account}发文日历",
        spec=_spec(account, found[0], note),
        table=_table(*found),
        note=note,
        height=TOP + 7 * CELL + frame.GAP,
        least_width=LEFT + weeks * NARROWEST_WEEK + frame.GAP,
    )


def _days(
    days: Sequence[CalendarDay], posts: Iterable[Posting], duty: Frequency | None
) -> tuple[list[Day], tuple[Gap, ...]]:
    published: dict[date, int] = {}
    original: dict[date, int] = {}
    for post in posts:
        published[post.day] = published.get(post.day, 0) + post.published
        original[post.day] = original.get(post.day, 0) + post.original
    missed = gaps(days, {day for day, number in original.items() if number}, duty)
    return [_day(day, published, original, missed) for day in days], missed


def _day(
    day: CalendarDay, published: Mapping[date, int], original: Mapping[date, int], missed: Sequence[Gap]
) -> Day:
    counts = published.get(day.day, 0), original.get(day.day, 0)
    silent = day.working and any(gap.start <= day.day <= gap.end for gap in missed)
    if counts[1]:
        state = DayState.ORIGINAL
    elif counts[0]:
        state = DayState.FORWARDED
    elif silent:
        state = DayState.GAP
    else:
        state = DayState.QUIET if day.working else DayState.REST
    return Day(day.day, state, *counts)


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7


def _spec(account: str, days: Sequence[Day], note: str) -> Spec:
    shown = {STATES.index(day.state) for day in days}
    return {
        **frame.base(f"{account}发文日历。{note}"),
        "calendar": {
            "range": [days[0].day.isoformat(), days[-1].day.isoformat()],
            "top": TOP,
            "left": LEFT,
            "right": frame.GAP,
            "cellSize": ["auto", CELL],
            "splitLine": {"lineStyle": {"color": PALETTE.muted, "width": 1}},
            "itemStyle": {"color": PALETTE.paper, "borderWidth": 0},
            "dayLabel": {"firstDay": 1, "nameMap": WEEKDAYS, "color": PALETTE.muted},
            "monthLabel": {"nameMap": MONTHS, "color": PALETTE.muted},
            "yearLabel": {"show": False},
        },
        "visualMap": states.legend([state.value for state in STATES], shown, dimension=1),
        "series": [states.heat_map([_cell(day) for day in days], coordinateSystem="calendar")],
    }


def _cell(day: Day) -> Spec:
    text = str(day.original) if day.state is DayState.ORIGINAL else day.state.value.mark
    where = (day.day.isoformat(),)
    told = f"发文{day.published}条，其中原创{day.original}条" if day.published else day.state.value.label
    return states.cell(day.state.value, STATES.index(day.state), where, day.original, text) | {
        "tooltip": frame.hover(f"{day.day.isoformat()} 星期{WEEKDAYS[day.day.isoweekday() % 7]}", told)
    }


def _table(days: Sequence[Day], missed: Sequence[Gap]) -> ChartTable:
    """A row for each day with posts and for each gap, by date."""
    posted = [
        (day.day, day.day.isoformat(), "发文", day.published, day.original) for day in days if day.published
    ]
    silent = [(gap.start, f"{gap.start} 至 {gap.end}", f"断档（{gap.days}天）", None, 0) for gap in missed]
    ordered = sorted([*posted, *silent], key=lambda row: (row[0], row[2]))
    columns = (
        TableColumn("日期"),
        TableColumn("情况"),
        TableColumn("发文（条）", number=True),
        TableColumn("原创（条）", number=True),
    )
    return ChartTable(columns, tuple(row[1:] for row in ordered))


def _note(days: Sequence[Day], missed: Sequence[Gap], duty: Frequency | None, quota: Quota) -> str:
    published, original = sum(day.published for day in days), sum(day.original for day in days)
    told = f"发文{published}条，其中原创{original}条{posting_counts.due(quota)}。"
    if duty is None:
        return f"{told}该账号没有更新任务，不标断档。"
    rule = f"连续{duty.length}个{duty.span.value}及以上没有原创的标为断档"
    return f"{told}{rule}：{f'共{len(missed)}段' if missed else '没有断档'}。"
