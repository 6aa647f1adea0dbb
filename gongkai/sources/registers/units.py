"""单位名册: the units, their groups and every name they go by."""

from collections.abc import Iterator

from gongkai.office.pack import Office, Unit, UnitKind
from gongkai.sources.faults import Code
from gongkai.sources.registers import parsing
from gongkai.sources.registers.form import Field, Form, RegisterSheet, sheet
from gongkai.sources.registers.page import Changes, Line, Page
from gongkai.sources.workbook import Workbook


def form(office: Office) -> Form:
    kinds = tuple(kind.value for kind in UnitKind)
    return Form(
        "单位名册",
        {
            "name": Field("单位名称", required=True, width=24),
            "full_name": Field("全称", width=36),
            "kind": Field("单位类别", parsing.choice(UnitKind), required=True, width=14, choices=kinds),
            "group": Field(
                "分组", parsing.among(office.groups), required=True, width=12, choices=office.groups
            ),
            "ranked": Field("参加考核", parsing.flag, required=True, width=10, choices=("是", "否")),
            "aliases": Field("别名", parsing.names, blank=(), width=40),
            "note": Field("备注", width=30),
        },
        notes=("表中顺序即通报名单的顺序；一个单位有多个别名的，用“、”隔开。",),
    )


def sheets(office: Office) -> tuple[RegisterSheet, ...]:
    return (sheet(form(office), map(_row, office.units)),)


def _row(unit: Unit) -> tuple[str, ...]:
    ranked, aliases = "是" if unit.ranked else "否", parsing.BETWEEN.join(unit.aliases)
    return unit.name, unit.full_name, unit.kind, unit.group, ranked, aliases, unit.note


def read(book: Workbook, office: Office) -> tuple[Changes, list[Page]]:
    page = Page(book, form(office))
    _check_names(page)
    if not page.faults:
        _check_used(page, office)
    return {"units": tuple(Unit(**line.values) for line in page.lines)}, [page]


def _check_names(page: Page) -> None:
    """A name means one unit: neither another nor the same one may go by it again."""
    first: dict[str, Line] = {}
    for line in page.lines:
        for key, name in _names(line):
            if name in first:
                other = first[name]
                reason = f"“{name}”已是第 {other.row} 行“{other['name']}”的名称或别名"
                advice = "一个名称只能指一个单位，且只写一次，请删去或改正其中一处"
                page.refuse(line, key, Code.REGISTER_REPEATED, reason, advice)
            first.setdefault(name, line)


def _names(line: Line) -> Iterator[tuple[str, str]]:
    yield "name", line["name"]
    if line["full_name"] not in ("", line["name"]):
        yield "full_name", line["full_name"]
    for alias in line["aliases"]:
        yield "aliases", alias


def _check_used(page: Page, office: Office) -> None:
    """There are units, and those that other registers speak of are still among them."""
    left = {line["name"] for line in page.lines}
    if not left:
        page.whole(Code.NO_ROWS, "表中没有任何单位", "请至少登记一个单位")
    for name, used in _used(office):
        if name not in left:
            reason = f"表中没有“{name}”，但{used}"
            advice = "请保留该单位（名称不变），或先在相应名册中调整"
            page.whole(Code.REGISTER_IN_USE, reason, advice)


def _used(office: Office) -> Iterator[tuple[str, str]]:
    """Names of units in other registers, each place once."""
    for column in office.columns:
        for name in dict.fromkeys(name for duty in column.duties for name in duty.units):
            yield name, f"栏目“{column.name}”由其保障"
    for account in office.accounts:
        yield account.unit, f"账号“{account.key}”由其负责"
    for notice in office.notices:
        for unit in dict.fromkeys(statement.unit for statement in notice.statements if statement.unit):
            yield unit, f"{notice.period}通报已公布的数字中有该单位"
