"""政务新媒体发文: the posting calendar of an account, its gaps marked; bars where only counts are known."""

from collections.abc import Iterable, Sequence
from datetime import date

from gongkai.measures.facts import Precision
from gongkai.terms import Frequency
from gongkai.web.charts import frame, posting_counts, posting_days, states
from gongkai.web.charts.chart import Chart, ChartTable, Spec, TableColumn, Value
from gongkai.web.charts.palette import PALETTE
from gongkai.web.charts.posting_counts import Posting, Quota
from gongkai.web.charts.posting_days import Day, Days, DayState
from gongkai.web.charts.states import Cell
from gongkai.workdays import CalendarDay

CELL = 24
AXIS = 24
TOP = states.LEGEND + AXIS
LEFT = 28
NARROWEST_WEEK = 20
WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"]
MONTHS = [f"{month}月" for month in range(1, 13)]


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
    found = posting_days.days(days, known, duty)
    title, note = f"{account}发文日历", _note(found, duty, quota)
    return Chart(
        title=title,
        spec=_spec(found.days, f"{title}。{note}"),
        table=_table(found, duty),
        note=note,
        height=TOP + 7 * CELL + frame.GAP,
        least_width=LEFT + len({_week(day.day) for day in days}) * NARROWEST_WEEK + frame.GAP,
    )


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7


def _spec(days: Sequence[Day], description: str) -> Spec:
    cells = [_cell(day) for day in days]
    return {
        **frame.base(description),
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
        **states.heat_map([state.look for state in DayState], cells, coordinateSystem="calendar"),
    }


def _cell(day: Day) -> Cell:
    look = day.state.look
    told = f"发文{day.published}条，其中原创{day.original}条" if day.published else look.label
    weekday = f"{day.day.isoformat()} 星期{WEEKDAYS[day.day.isoweekday() % 7]}"
    text = str(day.original) if day.original else look.mark
    return Cell((day.day.isoformat(),), look, day.original, text, (weekday, told))


def _table(found: Days, duty: Frequency | None) -> ChartTable:
    """A row for each day with posts and for each gap, by date."""
    rows: list[tuple[Value, ...]] = [
        (day.day.isoformat(), "有原创" if day.original else "只有转发", day.published, day.original)
        for day in found.days
        if day.published
    ]
    span = duty.span.value if duty else ""
    rows += [(f"{gap.start} 至 {gap.end}", f"断档{gap.days}个{span}", None, 0) for gap in found.gaps]
    columns = (
        TableColumn("日期"),
        TableColumn("情况"),
        TableColumn("发文（条）", number=True),
        TableColumn("原创（条）", number=True),
    )
    return ChartTable(columns, tuple(sorted(rows, key=lambda row: str(row[0]))))


def _note(found: Days, duty: Frequency | None, quota: Quota) -> str:
    published = sum(day.published for day in found.days)
    original = sum(day.original for day in found.days)
    told = f"发文{published}条，其中原创{original}条{posting_counts.due(quota)}。"
    if found.outside:
        told += f"另有{found.outside}条不在所示日期之内。"
    if duty is None:
        return f"{told}该账号没有更新任务，不标断档。"
    rule = f"连续{duty.length}个{duty.span.value}及以上没有原创的标为断档"
    return f"{told}{rule}：{f'共{len(found.gaps)}段' if found.gaps else '没有断档'}。"
