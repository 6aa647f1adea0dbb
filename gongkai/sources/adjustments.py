"""人工加减分: points that people enter, as a score sheet or a row for each reason."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from gongkai import terms
from gongkai.measures.facts import Adjustment, Fact, Precision
from gongkai.office.scheme import Item, Manual, Ranking
from gongkai.sources.cells import plain
from gongkai.sources.desk import Desk, nearest
from gongkai.sources.faults import Code
from gongkai.sources.fields import Blank, Field, Takes, count, text, unit
from gongkai.sources.forms import Form, Series
from gongkai.sources.report import Report


class Entry(NamedTuple):
    """Points for one unit and item, with who gave them and why."""

    unit: str
    item: str
    points: Decimal
    reason: str
    person: str
    evidence: str
    day: date | None


class Scores(NamedTuple):
    """A unit's row of a score sheet. Base, subtotal and rank are compared, never taken."""

    unit: str
    base: Decimal | None
    subtotal: Decimal | None
    rank: int | None
    scores: dict[str, Decimal | None]


def event(entry: Entry, report: Report) -> Sequence[Fact]:
    item = _named(entry.item, entry.unit, report)
    if item is None:
        return ()
    day = entry.day or report.desk.period.end
    precision = Precision.DAY if entry.day else Precision.PERIOD
    key = f"{entry.unit}|{item.key}|{day}|{entry.reason}|{entry.evidence}"
    return (
        Adjustment(
            unit=entry.unit,
            day=day,
            precision=precision,
            quantity=1,
            item=item.key,
            points=str(terms.points(entry.points)),
            reason=entry.reason,
            person=entry.person,
            evidence=entry.evidence,
            key=key,
            sheet=report.sheet,
            row=report.row,
        ),
    )


def scored(row: Scores, report: Report) -> Sequence[Fact]:
    """A fact for each dimension with points; a blank is no entry."""
    _check(row, report)
    facts = []
    for dimension, value in row.scores.items():
        if value is None:
            continue
        items = _manual_items(report.desk, dimension, row.unit)
        if len(items) == 1:
            facts.append(_scored(row.unit, items[0], value, report))
        elif items:
            report.error(
                dimension,
                Code.ITEM_UNKNOWN,
                f"“{dimension}”下有{'、'.join(item.label for item in items)}多个人工指标",
                "请改用逐项填写的“人工加减分明细”",
            )
        else:
            report.warn_once(
                dimension,
                dimension,
                Code.DIMENSION_COMPUTED,
                f"“{dimension}”由系统按事实计分，本列分值没有导入",
                "如需人工加减分，请先在考核办法中设人工指标",
            )
    return facts


def _scored(unit: str, item: Item, value: Decimal, report: Report) -> Adjustment:
    period = report.desk.period
    return Adjustment(
        unit=unit,
        day=period.end,
        precision=Precision.PERIOD,
        quantity=1,
        item=item.key,
        points=str(terms.points(value)),
        reason=f"打分表“{item.dimension}”栏",
        person="",
        evidence=report.sheet,
        key=f"{unit}|{item.key}|{period.code}",
        sheet=report.sheet,
        row=report.row,
    )


def _check(row: Scores, report: Report) -> None:
    base = report.desk.office.scheme.base
    if row.base is not None and row.base != base:
        reason = f"表中基准分为 {terms.points(row.base)}，考核办法为 {terms.points(base)}"
        report.warn_once(row.base, "base", Code.BASE_DIFFERS, reason, "得分按考核办法计算；请核对")
    if row.subtotal is None:
        return
    total = (base if row.base is None else row.base) + sum(
        (value for value in row.scores.values() if value is not None), Decimal(0)
    )
    if total != row.subtotal:
        reason = f"小计为 {terms.points(row.subtotal)}，基准分加各项为 {terms.points(total)}"
        report.error("subtotal", Code.PARTS_MISMATCH, reason, "请核对各项分值")


def check_ranks(rows: list[tuple[int, Scores]], report: Report) -> None:
    """Ranks stated in the sheet against its own subtotals; equal subtotals share a rank."""
    totals = [row.subtotal for _, row in rows if row.subtotal is not None and row.rank is not None]
    dense = report.desk.office.scheme.ranking is Ranking.DENSE
    for number, row in rows:
        if row.subtotal is None or row.rank is None:
            continue
        better = [total for total in totals if total > row.subtotal]
        rank = 1 + len(set(better) if dense else better)
        if rank != row.rank:
            report.row, report.cells = number, []
            reason = f"{row.unit}名次为 {row.rank}，按小计应为 {rank}"
            report.warning("rank", Code.RANK_MISMATCH, reason, "名次由系统计算；请核对小计和名次")


def _manual_items(desk: Desk, dimension: str, unit: str) -> list[Item]:
    group = desk.registered_unit(unit).group
    return [
        item
        for item in desk.office.scheme.items
        if isinstance(item.rule, Manual)
        and item.dimension == dimension
        and (not item.groups or group in item.groups)
    ]


def _named(name: str, unit: str, report: Report) -> Item | None:
    """The manual item of that key, label or — where it has only one — dimension."""
    desk = report.desk
    manual = [item for item in desk.office.scheme.items if isinstance(item.rule, Manual)]
    for item in manual:
        if plain(name) in (plain(item.key), plain(item.label)):
            return item
    items = _manual_items(desk, name, unit)
    if len(items) == 1:
        return items[0]
    advice = nearest(name, [item.label for item in manual]) or "请填写考核办法中人工指标的名称"
    report.error("item", Code.ITEM_UNKNOWN, "不是考核办法中的人工指标", advice)
    return None


def _dimension(header: str, desk: Desk) -> str | None:
    return next(
        (each.name for each in desk.office.scheme.dimensions if plain(each.name) == header),
        None,
    )


_WORDS = ("加减分", "打分", "考核")

FORMS = (
    Form(
        kind="adjustments",
        title="人工加减分明细",
        row=Entry._make,
        fields=(
            unit("被考核单位"),
            text("item", "考核指标", "指标", "考核项目", "项目", "指标名称", required=True),
            Field(
                "points",
                Takes.POINTS,
                ("加减分", "分值", "得分", "加减分值", "扣分", "加分"),
                required=True,
                blank=Blank.REFUSED,
            ),
            text("reason", "事由", "加减分原因", "原因", "加减分事由", "理由", "依据", required=True),
            text("person", "经办人", "录入人", "填报人", "评分人", "考核人", required=True),
            text("evidence", "佐证", "佐证材料", "证明材料", "证据", required=True),
            Field("day", Takes.DAY_IN_PERIOD, ("日期", "发生日期", "发生时间", "时间")),
        ),
        make=event,
        identity="unit",
        events=True,
        words=_WORDS,
    ),
    Form(
        kind="adjustments",
        title="政务公开考核打分表",
        row=Scores._make,
        fields=(
            unit("被考核单位"),
            Field("base", Takes.POINTS, ("基准分", "基础分")),
            Field("subtotal", Takes.POINTS, ("小计", "总分", "得分", "合计")),
            count("rank", "名次", "排名", blank=Blank.NONE),
        ),
        make=scored,
        identity="unit",
        series=Series(
            name="scores",
            key=_dimension,
            values=Field("scores", Takes.POINTS, ("加减分",)),
            members=lambda desk: (dimension.name for dimension in desk.office.scheme.dimensions),
            required=True,
        ),
        closing=check_ranks,
        words=_WORDS,
    ),
)
