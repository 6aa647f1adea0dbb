"""A made-up first quarter of 千阳, a row an event: one sheet for each kind of fact.

Everything follows from SEED. Titles are composed from plain phrases and speak of no person.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from qianyang_samples import BLANK_COLUMNS
from sample_book import Cell, Sheet

SEED = 20220101
FIRST, LAST = date(2022, 1, 4), date(2022, 3, 31)
TOWNS = ["高崖镇", "城关镇", "南寨镇", "草碧镇", "张家塬镇", "水沟镇", "崔家头镇"]
DEPARTMENTS = [
    *("县卫健局", "县市场监管局", "县财政局", "县教体局", "县应急管理局", "县自然资源局", "县发改局"),
    *("县农业农村局", "县民政局", "县水利局", "县住建局", "县医保局", "县人社局", "县交通局"),
]
UNITS = [*TOWNS, *DEPARTMENTS]
NEWS = [
    *("安排部署春季森林防火工作", "扎实推进农村人居环境整治", "开展安全生产大检查", "开展惠民政策宣传"),
    *("全力做好春耕备耕服务", "召开项目建设推进会", "组织防灾减灾演练", "推进乡村道路养护"),
    *("开展就业援助活动", "完成食品安全抽检", "举办政务公开业务培训", "开展营商环境走访"),
]
ACCOUNTS = [
    *(("千阳发布", "新浪微博", "县政府办"), ("千阳发布", "微信订阅号", "县政府办")),
    *(("城关镇示例号", "微信订阅号", "城关镇"), ("招商示例号", "微信订阅号", "县招商局")),
    *(("文旅示例号", "微信订阅号", "县文化和旅游局"), ("千阳公安示例号", "新浪微博", "县公安局")),
]
ORDER_TYPES = ["投诉", "投诉", "投诉", "求助", "咨询", "建议", "举报", "其他"]
OUTLETS = ["县政府网站", "县政府网站", "县政府网站", "千阳发布", "市政府网站", "宝鸡日报"]
REASONS = {
    "新闻动态": ("信息质量较高，被上级采用", 2),
    "主动公开": ("栏目更新不足", -2),
    "重点领域": ("重点领域信息公开及时", 2),
    "日常工作": ("材料报送迟缓", -2),
}

DateForm = Callable[[date], Cell]

FORMS: list[DateForm] = [
    lambda day: day.isoformat(),
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.month}月{day.day}日",
    lambda day: day,
    lambda day: (day - date(1899, 12, 30)).days,
]
"""How clerks write a date: as text in four ways, as a date cell, as the bare serial number."""


class Quarter:
    """A source of made-up events, of its own for each kind, so that one kind does not shift another."""

    def __init__(self, kind: str) -> None:
        self.random = Random(f"{SEED}-{kind}")

    def days(self, count: int, last: date = LAST) -> list[date]:
        """That many weekdays in order."""
        span = [FIRST + timedelta(days=at) for at in range((last - FIRST).days + 1)]
        weekdays = [day for day in span if day.weekday() < 5]
        return sorted(self.random.choice(weekdays) for _ in range(count))

    def written(self, day: date) -> Cell:
        return self.random.choice(FORMS)(day)

    def title(self, unit: str) -> str:
        return f"{unit}：{self.random.choice(NEWS)}"


def submitted() -> list[tuple[str, str, date]]:
    """Unit, title and day of every item; a title comes once a unit."""
    quarter = Quarter("submissions")
    items: dict[str, tuple[str, str, date]] = {}
    for day in quarter.days(90):
        unit = quarter.random.choice(UNITS)
        title = quarter.title(unit)
        items.setdefault(title, (unit, title, day))
    return list(items.values())[:70]


def submissions() -> Sheet:
    quarter = Quarter("submission-dates")
    rows: list[list[Cell]] = [
        [place, title, unit, quarter.written(day), "是" if quarter.random.random() < 0.08 else "否"]
        for place, (unit, title, day) in enumerate(submitted(), start=1)
    ]
    header = [["序号", "标题", "报送单位", "报送日期", "是否迟报"]]
    return Sheet(name="信息报送", header=header, rows=rows, widths=[6, 44, 18, 16, 10])


def adoptions() -> Sheet:
    """Items taken from those submitted, each by one outlet, a few days later."""
    quarter = Quarter("adoptions")
    taken = sorted(quarter.random.sample(submitted(), 40), key=lambda item: item[2])
    rows: list[list[Cell]] = []
    for place, (unit, title, day) in enumerate(taken, start=1):
        printed = min(day + timedelta(days=quarter.random.randint(1, 5)), LAST)
        rows.append([place, title, unit, quarter.random.choice(OUTLETS), quarter.written(printed)])
    header = [["序号", "标题", "报送单位", "采用媒体", "采用日期"]]
    return Sheet(name="信息采用", header=header, rows=rows, widths=[6, 44, 18, 16, 16])


def columns() -> Sheet:
    quarter = Quarter("columns")
    rows: list[list[Cell]] = []
    for place, day in enumerate(quarter.days(48), start=1):
        column, unit = quarter.random.choice(BLANK_COLUMNS)
        title = f"{quarter.title(unit)}（第{place}期）"
        rows.append([place, column, title, unit, quarter.written(day)])
    header = [["序号", "栏目名称", "信息标题", "发布单位", "发布日期"]]
    return Sheet(name="栏目更新", header=header, rows=rows, widths=[6, 24, 50, 18, 16])


def messages() -> Sheet:
    """Due after seven days; most are closed in time, a few late, one is still open."""
    quarter = Quarter("messages")
    rows: list[list[Cell]] = []
    for place, day in enumerate(quarter.days(42, last=date(2022, 3, 15)), start=1):
        due = day + timedelta(days=7)
        closed = day + timedelta(days=quarter.random.choice([1, 2, 3, 4, 5, 5, 6, 7, 9]))
        written = [quarter.written(each) for each in (day, due, closed)]
        kind = quarter.random.choice(["咨询", "投诉", "建议", "求助"])
        unit = quarter.random.choice(UNITS)
        rows.append([f"XX2022Q1{place:03}", kind, unit, *written[:2], None if place == 17 else written[2]])
    header = [["来信编号", "来信类型", "承办单位", "受理日期", "办理期限", "办结日期"]]
    return Sheet(name="县长信箱", header=header, rows=rows, widths=[16, 10, 18, 16, 16, 16])


def orders() -> Sheet:
    quarter = Quarter("orders")
    rows = [_order(quarter, place, day) for place, day in enumerate(quarter.days(80, date(2022, 3, 10)), 1)]
    header = [
        *("工单编号", "受理日期", "诉求类型", "承办单位", "办理期限", "办结日期", "办理结果"),
        *("是否返工", "是否退单", "回访结果"),
    ]
    return Sheet(
        name="12345工单", header=[header], rows=rows, widths=[20, 16, 10, 18, 16, 16, 12, 10, 10, 12]
    )


def _order(quarter: Quarter, place: int, day: date) -> list[Cell]:
    """One work order: due in 14 days, its result in words beside its dates."""
    random = quarter.random
    due = day + timedelta(days=14)
    result = random.choices(["按期办结", "超时办结", "自主撤单"], [88, 4, 8])[0]
    closed = due + timedelta(days=2) if result == "超时办结" else day + timedelta(days=random.randint(2, 13))
    withdrawn = result == "自主撤单"
    callback = "未回访" if withdrawn else random.choices(["满意", "不满意", "未回访"], [75, 10, 15])[0]
    return [
        f"QY12345-2022{place:05}",
        quarter.written(day),
        random.choice(ORDER_TYPES),
        random.choice(UNITS),
        quarter.written(due),
        None if withdrawn else quarter.written(closed),
        result,
        "是" if callback == "不满意" and random.random() < 0.5 else "否",
        "是" if random.random() < 0.05 else "否",
        callback,
    ]


def posts() -> Sheet:
    quarter = Quarter("posts")
    rows: list[list[Cell]] = []
    for place, day in enumerate(quarter.days(60), start=1):
        account, platform, unit = quarter.random.choice(ACCOUNTS)
        title = f"{quarter.random.choice(NEWS)}（第{place}期）"
        original = "原创" if quarter.random.random() < 0.7 else "转发"
        rows.append([place, account, platform, unit, quarter.written(day), title, original])
    header = [["序号", "账号名称", "账号类型", "责任单位", "发布日期", "标题", "原创/转发"]]
    return Sheet(name="新媒体发布", header=header, rows=rows, widths=[6, 20, 14, 18, 16, 36, 12])


def adjustments() -> Sheet:
    quarter = Quarter("adjustments")
    rows: list[list[Cell]] = []
    for place, day in enumerate(quarter.days(40), start=1):
        unit = quarter.random.choice(UNITS)
        dimension, (reason, points) = quarter.random.choice(list(REASONS.items()))
        if dimension == "重点领域" and unit not in TOWNS:
            dimension = quarter.random.choice(["重点领域1", "重点领域2"])
        evidence = f"考核台账第{place}项"
        rows.append([place, unit, dimension, points, reason, "考核组", evidence, quarter.written(day)])
    header = [["序号", "单位", "考核指标", "加减分", "加减分原因", "录入人", "佐证材料", "日期"]]
    return Sheet(name="人工加减分", header=header, rows=rows, widths=[6, 18, 14, 8, 30, 10, 20, 16])
