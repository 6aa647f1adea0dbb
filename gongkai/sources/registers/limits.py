"""办理时限: the days in which messages and work orders of a type are to be closed."""

from gongkai.measures.facts import KIND_LABELS
from gongkai.office.pack import DaySpan, Office, TimeLimit
from gongkai.sources.registers import parsing
from gongkai.sources.registers.form import Field, Form, RegisterSheet, sheet
from gongkai.sources.registers.page import Changes, Line, Page
from gongkai.sources.workbook import Workbook

_MESSAGES, _ORDERS = KIND_LABELS["messages"], KIND_LABELS["orders"]


def form(office: Office) -> Form:
    kinds, spans = (_MESSAGES, _ORDERS), tuple(span.value for span in DaySpan)
    return Form(
        "办理时限",
        {
            "kind": Field("业务", parsing.among(kinds), required=True, width=16, choices=kinds),
            "type": Field("诉求类型", width=20),
            "days": Field("天数", parsing.number, required=True, kind="number", width=10),
            "span": Field("计算方式", parsing.choice(DaySpan), required=True, width=12, choices=spans),
        },
        notes=("诉求类型留空的一行，适用于没有单独规定时限的各类；清单中写明办理期限的，以清单为准。",),
    )


def sheets(office: Office) -> tuple[RegisterSheet, ...]:
    rules = office.rules
    limits = {_MESSAGES: rules.message_limits, _ORDERS: rules.orders.limits}
    rows = ((kind, each.type, each.days, each.span) for kind, every in limits.items() for each in every)
    return (sheet(form(office), rows),)


def read(book: Workbook, office: Office) -> tuple[Changes, list[Page]]:
    page = Page(book, form(office))
    page.once("type", ("kind", "type"), "业务和诉求类型")
    orders = office.rules.orders.model_copy(update={"limits": _limits(page.lines, _ORDERS)})
    rules = {"message_limits": _limits(page.lines, _MESSAGES), "orders": orders}
    return {"rules": office.rules.model_copy(update=rules)}, [page]


def _limits(lines: list[Line], kind: str) -> tuple[TimeLimit, ...]:
    return tuple(
        TimeLimit(type=line["type"], days=line["days"], span=line["span"])
        for line in lines
        if line["kind"] == kind
    )
