"""本地工作日调整: days that are working days here, or not, whatever the statutory calendar says."""

from datetime import date

from gongkai.office.pack import LocalDay, Office
from gongkai.sources.registers import parsing
from gongkai.sources.registers.form import Field, Form, RegisterSheet, sheet
from gongkai.sources.registers.page import Changes, Page
from gongkai.sources.workbook import Workbook

_WORKING, _OFF = "上班", "休息"


def form(office: Office) -> Form:
    return Form(
        "工作日调整",
        {
            "day": Field("日期", parsing.day, required=True, kind="date", width=13),
            "working": Field(
                "上班或休息",
                parsing.among((_WORKING, _OFF)),
                required=True,
                width=12,
                choices=(_WORKING, _OFF),
            ),
            "reason": Field("事由", required=True, width=50),
        },
        notes=("只写与国家公布的放假调休安排不同的日子；没有列出的，按国家安排计算工作日。",),
    )


def sheets(office: Office) -> tuple[RegisterSheet, ...]:
    rows = (
        (date.fromisoformat(each.day), _WORKING if each.working else _OFF, each.reason)
        for each in office.rules.local_days
    )
    return (sheet(form(office), rows),)


def read(book: Workbook, office: Office) -> tuple[Changes, list[Page]]:
    page = Page(book, form(office))
    page.once("day", ("day",), "日期")
    days = tuple(
        LocalDay(day=line["day"], working=line["working"] == _WORKING, reason=line["reason"])
        for line in page.lines
    )
    return {"rules": office.rules.model_copy(update={"local_days": days})}, [page]
