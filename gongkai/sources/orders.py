"""12345工单: received, due, closed on time or late, redone, returned, withdrawn, called back."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from gongkai.measures.facts import Fact, Outcome, Precision, WorkOrder
from gongkai.sources import cells, outcomes
from gongkai.sources.faults import Code
from gongkai.sources.fields import Blank, Field, Takes, count, text, unit
from gongkai.sources.forms import Form
from gongkai.sources.report import Report

_NO_CALLBACK = frozenset(
    ["未回访", "无需回访", "未接通", "无法接通", "无人接听", "拒访", "未评价", "默认", "—", "-", "无"]
)


class Order(NamedTuple):
    """One work order."""

    number: str
    unit: str
    day: date
    due: date | None
    closed: date | None
    type: str | None
    state: str | None
    redone: bool | None
    returned: bool | None
    callback: str | None


class Counted(NamedTuple):
    """A unit's work orders, or those of one type; what the table has no column for is None."""

    unit: str
    type: str | None
    handled: int
    withdrawn: int | None
    due: int | None
    on_time: int
    late: int | None
    open: int | None
    late_open: int | None
    redone: int | None
    returned: int | None
    satisfied: int | None
    dissatisfied: int | None
    rate: Decimal | None

    @property
    def owed(self) -> int:
        """Orders due: those handled without those withdrawn (自主撤单 are in 承办件 and not in 应办结)."""
        return self.handled - (self.withdrawn or 0) if self.due is None else self.due

    @property
    def judged(self) -> int:
        return self.on_time + (self.late or 0) + (self.open or 0) + (self.late_open or 0)


def event(order: Order, report: Report) -> Sequence[Fact]:
    number, unit, day, due, closed, type_, state, redone, returned, callback = order
    outcome = outcomes.of(state, day, due, closed, report)
    satisfied, dissatisfied = _callback(callback, report) if callback else (0, 0)
    return (
        WorkOrder(
            unit,
            day,
            Precision.DAY,
            1,
            number,
            type_.removesuffix("类") if type_ else "",
            due,
            closed,
            outcome,
            1 if redone else 0,
            1 if returned else 0,
            satisfied,
            dissatisfied,
            number,
            report.sheet,
            report.row,
        ),
    )


def _callback(words: str, report: Report) -> tuple[int, int]:
    """1 satisfied or 1 dissatisfied; a call that reached nobody is no valid callback."""
    if "不满意" in words:
        return 0, 1
    if "满意" in words:
        return 1, 0
    if words not in _NO_CALLBACK:
        reason = "看不出是满意还是不满意，未计入有效回访"
        report.warn_once(words, "callback", Code.STATE_UNKNOWN, reason, "请填写满意、不满意或未回访")
    return 0, 0


def counted(row: Counted, report: Report) -> Sequence[Fact]:
    """A fact for each outcome, 0 included, so that a corrected table replaces every figure of the first."""
    if not _parts_agree(row, report):
        return ()
    _check_rate(row, report)
    quantities = {
        Outcome.ON_TIME: row.on_time,
        Outcome.LATE: row.late or 0,
        Outcome.LATE_OPEN: row.late_open or 0,
        Outcome.OPEN: row.open or 0,
        Outcome.WITHDRAWN: row.withdrawn or 0,
    }
    shared = [
        _share(part or 0, list(quantities.values()))
        for part in (row.redone, row.returned, row.satisfied, row.dissatisfied)
    ]
    return [
        _fact(row, outcome, quantity, [part[place] for part in shared], report)
        for place, (outcome, quantity) in enumerate(quantities.items())
    ]


def _parts_agree(row: Counted, report: Report) -> bool:
    withdrawn = row.withdrawn or 0
    if row.due is not None and row.due != row.handled - withdrawn:
        reason = f"应办结 {row.due} 件，承办 {row.handled} 件减去自主撤单 {withdrawn} 件为 {row.handled - withdrawn} 件"
        report.error("due", Code.PARTS_MISMATCH, reason, "请核对承办、撤单和应办结件数")
        return False
    if row.judged != row.owed:
        reason = f"按期办结 {row.on_time} 件、超时办结 {row.late or 0} 件等合计 {row.judged} 件，与应办结 {row.owed} 件不符"
        report.error("on_time", Code.PARTS_MISMATCH, reason, "请核对各项件数；尚未办结的请另列“未办结件”")
        return False
    parts = {"redone": row.redone, "returned": row.returned}
    for key, part in parts.items():
        if (part or 0) > row.handled:
            reason = f"{part} 件大于承办 {row.handled} 件"
            report.error(key, Code.PART_EXCEEDS, reason, "请核对件数")
            return False
    if (row.satisfied or 0) + (row.dissatisfied or 0) > row.handled:
        report.error("satisfied", Code.PART_EXCEEDS, f"有效回访多于承办 {row.handled} 件", "请核对回访件数")
        return False
    return True


def _check_rate(row: Counted, report: Report) -> None:
    """A stated rate may divide by the orders due, or by all handled with the withdrawn as closed on time."""
    if row.rate is None:
        return
    withdrawn = row.withdrawn or 0
    readings = ((row.on_time, row.owed), (row.on_time + withdrawn, row.handled))
    if row.owed and not any(cells.states(row.rate, *parts) for parts in readings):
        reason = f"按期办结率与件数不符：按期办结 {row.on_time} 件，应办结 {row.owed} 件"
        report.error("rate", Code.RATE_MISMATCH, reason, "请核对办结率或件数")


def _share(total: int, quantities: list[int]) -> list[int]:
    """`total` laid on the quantities in order, none getting more than it holds."""
    shares = []
    for quantity in quantities:
        shares.append(min(total, quantity))
        total -= shares[-1]
    return shares


def _fact(row: Counted, outcome: Outcome, quantity: int, parts: list[int], report: Report) -> WorkOrder:
    period = report.desk.period
    kind = (row.type or "").removesuffix("类")
    key = f"{row.unit}|{period.code}|{kind}|{outcome.value}"
    redone, returned, satisfied, dissatisfied = parts
    return WorkOrder(
        unit=row.unit,
        day=period.end,
        precision=Precision.PERIOD,
        quantity=quantity,
        number="",
        type=kind,
        due=None,
        closed=None,
        outcome=outcome,
        redone=redone,
        returned=returned,
        satisfied=satisfied,
        dissatisfied=dissatisfied,
        key=key,
        sheet=report.sheet,
        row=report.row,
    )


_WORDS = ("工单", "12345", "热线")
_TYPE = text("type", "诉求类型", "工单类型", "诉求类别", "工单类别", "类型", "类别")

FORMS = (
    Form(
        kind="orders",
        title="工单明细",
        row=Order._make,
        fields=(
            Field(
                "number",
                Takes.NUMBER,
                ("工单编号", "工单号", "工单编码", "工单流水号", "流水号", "受理编号", "编号"),
                required=True,
                blank=Blank.REFUSED,
            ),
            unit("承办单位", "主办单位", "办理单位"),
            Field(
                "day",
                Takes.DAY_IN_PERIOD,
                (
                    *("受理日期", "受理时间", "派单日期", "派单时间", "来电日期", "来电时间"),
                    *("登记时间", "交办日期", "交办时间", "接收时间", "创建时间"),
                ),
                required=True,
                blank=Blank.REFUSED,
            ),
            Field(
                "due",
                Takes.DAY,
                (
                    *("办理期限", "办结期限", "办理时限", "截止日期", "截止时间", "到期时间"),
                    *("应办结日期", "应办结时间", "限办时间", "办结时限"),
                ),
            ),
            Field(
                "closed",
                Takes.DAY,
                ("办结日期", "办结时间", "实际办结日期", "实际办结时间", "完成时间", "结案时间", "反馈时间"),
                required=True,
            ),
            _TYPE,
            text("state", *outcomes.HEADERS),
            Field("redone", Takes.FLAG, ("是否返工", "返工"), blank=Blank.NO),
            Field("returned", Takes.FLAG, ("是否退单", "退单"), blank=Blank.NO),
            text("callback", "回访结果", "回访满意度", "满意度", "回访情况", "是否满意"),
        ),
        make=event,
        identity="number",
        events=True,
        words=_WORDS,
    ),
    Form(
        kind="orders",
        title="工单办理情况统计表",
        row=Counted._make,
        fields=(
            unit("承办单位", blank=Blank.ABOVE),
            _TYPE,
            count("handled", "承办件", "承办件数", "承办数量", "承办数", "受理件", "受理件数", required=True),
            count("withdrawn", "自主撤单", "撤单", "自主撤单件", "撤单件", "撤单件数", "撤单数"),
            count("due", "应办结", "应办结件", "应办结件数", "应办结数", blank=Blank.NONE),
            count(
                "on_time",
                *("按期办结件", "按期办结", "按时办结件", "按时办结", "按期办结数", "按期办结件数"),
                required=True,
            ),
            count("late", "超时办结件", "超时办结", "超期办结件", "超期办结", "逾期办结件", "超时办结件数"),
            count("open", "未办结件", "未办结", "在办件", "办理中", "正在办理"),
            count("late_open", "逾期未办结件", "逾期未办结", "超时未办结件", "超期未办结件"),
            count("redone", "返工件", "返工", "返工件数", "返工数"),
            count("returned", "退单件", "退单", "退单件数", "退单数"),
            count("satisfied", "满意件", "满意", "满意件数"),
            count("dissatisfied", "不满意件", "不满意", "不满意件数"),
            Field("rate", Takes.PERCENT, ("按期办结率", "按时办结率", "办结率")),
        ),
        make=counted,
        identity="unit",
        words=_WORDS,
    ),
)
