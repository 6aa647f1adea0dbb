"""渭滨 2021Q4 as its clerks kept it: the four annexes, before they were judged."""

from itertools import groupby, zip_longest

from cases import number, table
from sample_book import Area, Cell, Sheet

CASE = "weibin-2021q4"
LEFT_HALF = 21
"""Units in the left of the two tables that stand side by side."""


def submissions() -> Sheet:
    rows = [
        [row["单位"], *(number(row[name]) for name in ("应报", "实报", "网站采用"))]
        for row in table(CASE, "annex1_submissions")
    ]
    blank: list[Cell] = [None] * 4
    pairs = zip_longest(rows[:LEFT_HALF], rows[LEFT_HALF:], fillvalue=blank)
    return Sheet(
        name="信息报送",
        title="渭滨区2021年第四季度信息报送和采用登记表",
        header=[["单 位", "应 报", "实 报", "网站采用"] * 2],
        rows=[[*left, *right] for left, right in pairs],
        notes=["备注：报送数量含供“渭滨发布”的稿件。"],
        widths=[22, 8, 8, 10] * 2,
    )


def columns() -> Sheet:
    """The row 批准和实施信息/发改局 stands twice, as it was published."""
    months = ("10月", "11月", "12月")
    return Sheet(
        name="栏目更新",
        title="渭滨区政府网站栏目更新登记表（2021年第四季度）",
        header=[["栏目名称", "更新频次", "保障单位", *months]],
        rows=[
            [row["栏目名称"], row["更新频次"], row["保障单位"], *(number(row[month]) for month in months)]
            for row in table(CASE, "annex2_columns")
        ],
        notes=["备注：各月数字为当月发布条数。"],
        widths=[32, 12, 22, 8, 8, 8],
    )


def messages() -> Sheet:
    """Nothing late is a blank cell, and the totals are below."""
    names = ("承办数量", "办结数量", "逾期数量")
    counts = [[number(row[name]) for name in names] for row in table(CASE, "annex3_messages")]
    units = [row["单位"] for row in table(CASE, "annex3_messages")]
    totals = [sum(count or 0 for count in column) for column in zip(*counts, strict=True)]
    return Sheet(
        name="网民留言",
        title="渭滨区2021年第四季度网民留言、舆情信息办理登记表",
        header=[["单位", *names]],
        rows=[*([unit, *row] for unit, row in zip(units, counts, strict=True)), ["合计", *totals]],
        notes=["备注：逾期数量为空的，表示没有逾期。"],
        widths=[28, 12, 12, 12],
    )


def posts() -> Sheet:
    """A unit with several accounts is named once, in a merged cell."""
    published = table(CASE, "annex4_media")
    rows = [
        [
            int(row["序号"]),
            *(row[name] for name in ("责任单位", "账号名称", "开设主体", "账号类型")),
            number(row["应更新数"]),
            number(row["实际更新数"]),
            row["是否断更"],
        ]
        for row in published
    ]
    header = ["序号", "责任单位", "账号名称", "开设主体", "账号类型", "应更新数", "实际更新数", "是否断更"]
    return Sheet(
        name="政务新媒体",
        title="渭滨区2021年第四季度政务新媒体更新登记表",
        header=[header],
        rows=rows,
        spans=runs([row["责任单位"] for row in published], column=1),
        notes=["备注：小程序没有发布要求，应更新数和实际更新数留空。"],
        widths=[6, 28, 32, 40, 16, 10, 10, 10],
    )


def runs(values: list[str], column: int) -> list[Area]:
    """The areas of a column where one value stands in several rows below each other."""
    areas = []
    for _, group in groupby(enumerate(values), key=lambda each: each[1]):
        places = [place for place, _ in group]
        if len(places) > 1:
            areas.append((places[0], column, places[-1], column))
    return areas
