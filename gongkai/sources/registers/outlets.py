"""采用渠道名册: who adopts what units submit."""

from gongkai.office.pack import OWN_LEVEL, Office, Outlet
from gongkai.sources.faults import Code
from gongkai.sources.registers import parsing
from gongkai.sources.registers.form import Field, Form, RegisterSheet, sheet
from gongkai.sources.registers.page import Changes, Page
from gongkai.sources.workbook import Workbook


def form(office: Office) -> Form:
    return Form(
        "采用渠道",
        {
            "name": Field("渠道名称", required=True, width=28),
            "level": Field("级别", required=True, width=14),
            "aliases": Field("别名", parsing.names, blank=(), width=40),
        },
        notes=(f"本单位网站的级别写“{OWN_LEVEL}”，其他写县级、市级、省级等；有多个别名的，用“、”隔开。",),
    )


def sheets(office: Office) -> tuple[RegisterSheet, ...]:
    rows = ((each.name, each.level, parsing.BETWEEN.join(each.aliases)) for each in office.outlets)
    return (sheet(form(office), rows),)


def read(book: Workbook, office: Office) -> tuple[Changes, list[Page]]:
    page = Page(book, form(office))
    first: dict[str, int] = {}
    for line in page.lines:
        names = [("name", line["name"]), *(("aliases", alias) for alias in line["aliases"])]
        for key, name in names:
            if name in first:
                reason = f"“{name}”已在第 {first[name]} 行登记"
                advice = "一个名称只能指一个渠道，且只写一次"
                page.refuse(line, key, Code.REGISTER_REPEATED, reason, advice)
            first.setdefault(name, line.row)
    outlets = tuple(Outlet(**line.values) for line in page.lines)
    return {"outlets": outlets}, [page]
