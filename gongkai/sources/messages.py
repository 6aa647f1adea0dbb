"""网民留言、信箱来信、舆情: received, due, closed."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from gongkai.measures.facts import Fact, Message, Outcome, Precision
from gongkai.sources import outcomes
from gongkai.sources.faults import Code
from gongkai.sources.fields import Blank, Field, Takes, count, text, unit
from gongkai.sources.forms import Form
from gongkai.sources.report import Report


class Received(NamedTuple):
    """One message."""

    number: str
    unit: str
    day: date
    due: date | None
    closed: date | None
    type: str | None
    state: str | None


class Counted(NamedTuple):
    """A unit's messages; `overdue` are late, closed or not."""

    unit: str
    handled: int
    closed: int
    overdue: int | None


def event(message: Received, report: Report) -> Sequence[Fact]:
    number, unit, day, due, closed, type_, state = message
    outcome = outcomes.of(state, day, due, closed, report)
    return (
        Message(
            unit=unit,
            day=day,
            precision=Precision.DAY,
            quantity=1,
            number=number,
            type=(type_ or "").removesuffix("类"),
            due=due,
            closed=closed,
            outcome=outcome,
            key=number,
            sheet=report.sheet,
            row=report.row,
        ),
    )


def counted(row: Counted, report: Report) -> Sequence[Fact]:
    """A fact for each outcome, 0 included, so that a corrected table replaces every figure of the first.

    Of the overdue, as many as are open are overdue and open; only the rest were closed late.
    """
    overdue = row.overdue or 0
    for key, part, what in (("closed", row.closed, "办结数量"), ("overdue", overdue, "逾期数量")):
        if part > row.handled:
            reason = f"{what} {part} 大于承办数量 {row.handled}"
            report.error(key, Code.PART_EXCEEDS, reason, "请核对各项数量")
            return ()
    still_open = row.handled - row.closed
    late_open = min(still_open, overdue)
    quantities = {
        Outcome.ON_TIME: row.closed - (overdue - late_open),
        Outcome.LATE: overdue - late_open,
        Outcome.LATE_OPEN: late_open,
        Outcome.OPEN: still_open - late_open,
    }
    return [_fact(row.unit, outcome, quantity, report) for outcome, quantity in quantities.items()]


def _fact(unit: str, outcome: Outcome, quantity: int, report: Report) -> Message:
    period = report.desk.period
    return Message(
        unit=unit,
        day=period.end,
        precision=Precision.PERIOD,
        quantity=quantity,
        number="",
        type="",
        due=None,
        closed=None,
        outcome=outcome,
        key=f"{unit}|{period.code}|{outcome.value}",
        sheet=report.sheet,
        row=report.row,
    )


_WORDS = ("留言", "信箱", "来信", "信件", "舆情", "信息办理")

FORMS = (
    Form(
        kind="messages",
        title="留言办理明细",
        row=Received._make,
        fields=(
            Field(
                "number",
                Takes.NUMBER,
                ("留言编号", "来信编号", "信件编号", "舆情编号", "信件编码", "留言编码", "留言ID", "编号"),
                required=True,
                blank=Blank.REFUSED,
            ),
            unit("承办单位", "办理单位", "回复单位", "答复单位"),
            Field(
                "day",
                Takes.DAY_IN_PERIOD,
                (
                    *("受理日期", "受理时间", "留言日期", "留言时间", "来信日期", "来信时间"),
                    *("交办日期", "交办时间", "写信时间", "转办时间"),
                ),
                required=True,
                blank=Blank.REFUSED,
            ),
            Field("due", Takes.DAY, ("办理期限", "办结期限", "截止日期", "截止时间", "答复期限", "限办日期")),
            Field(
                "closed",
                Takes.DAY,
                ("办结日期", "办结时间", "回复日期", "回复时间", "答复日期", "答复时间"),
                required=True,
            ),
            text("type", "来信类型", "留言类型", "信件类型", "类型", "类别", "诉求类型"),
            text("state", *outcomes.HEADERS),
        ),
        make=event,
        identity="number",
        events=True,
        words=_WORDS,
    ),
    Form(
        kind="messages",
        title="留言办理情况统计表",
        row=Counted._make,
        fields=(
            unit("承办单位", "办理单位"),
            count(
                "handled",
                *("承办数量", "承办数", "受理数量", "受理数", "承办件", "承办件数", "交办数量", "交办数"),
                required=True,
            ),
            count("closed", "办结数量", "办结数", "已办结", "办结件", "办结件数", "回复数量", required=True),
            count("overdue", "逾期数量", "逾期数", "逾期件", "逾期", "超期数量", "超期数", "超时数量"),
        ),
        make=counted,
        identity="unit",
        words=_WORDS,
    ),
)
