"""账号名册: government new-media accounts, who answers for them, whether they must post."""

from datetime import date

from gongkai.office.pack import Account, Filing, Office
from gongkai.sources.faults import Code
from gongkai.sources.registers import parsing
from gongkai.sources.registers.form import Field, Form, RegisterSheet, Shown, sheet
from gongkai.sources.registers.page import Changes, Page
from gongkai.sources.workbook import Workbook


def form(office: Office) -> Form:
    filings = tuple(filing.value for filing in Filing)
    return Form(
        "账号名册",
        {
            "name": Field("账号名称", required=True, width=24),
            "platform": Field("平台", required=True, width=16),
            "unit": Field("责任单位", parsing.UnitNames(office).one, required=True, width=20),
            "holder": Field("开设主体", required=True, width=32),
            "filing": Field("备案状态", parsing.choice(Filing), required=True, width=12, choices=filings),
            "posting": Field("有更新要求", parsing.flag, required=True, width=10, choices=("是", "否")),
            "opened": Field("开设日期", parsing.day, kind="date", width=13),
            "cancelled": Field("注销日期", parsing.day, kind="date", width=13),
            "note": Field("备注", width=36),
        },
        notes=("同一账号名称在几个平台上的，一个平台写一行；小程序等不要求更新的，“有更新要求”填“否”。",),
    )


def sheets(office: Office) -> tuple[RegisterSheet, ...]:
    return (sheet(form(office), map(_row, office.accounts)),)


def _row(account: Account) -> tuple[Shown, ...]:
    return (
        account.name,
        account.platform,
        account.unit,
        account.holder,
        account.filing,
        "是" if account.posting else "否",
        date.fromisoformat(account.opened) if account.opened else None,
        date.fromisoformat(account.cancelled) if account.cancelled else None,
        account.note,
    )


def read(book: Workbook, office: Office) -> tuple[Changes, list[Page]]:
    page = Page(book, form(office))
    page.once("name", ("name", "platform"), "同一平台上的账号")
    for line in page.lines:
        if line["opened"] and line["cancelled"] and line["cancelled"] < line["opened"]:
            reason = f"注销日期早于开设日期 {line['opened']}"
            page.refuse(line, "cancelled", Code.REGISTER_VALUE, reason, "请核对两个日期")
    accounts = tuple(Account(**line.values) for line in page.lines)
    return {"accounts": accounts}, [page]
