"""栏目名册: website columns with those who keep them, a row a duty, and a sheet of exemptions."""

from collections.abc import Iterable, Iterator

from gongkai.office.pack import Column, ColumnCategory, ColumnDuty, Exemption, Office
from gongkai.sources.desk import nearest
from gongkai.sources.faults import Code
from gongkai.sources.registers import parsing
from gongkai.sources.registers.form import Field, Form, RegisterSheet, sheet
from gongkai.sources.registers.page import Changes, Line, Page
from gongkai.sources.workbook import Workbook


def form(office: Office) -> Form:
    categories = tuple(category.value for category in ColumnCategory)
    units = parsing.UnitNames(office)
    return Form(
        "栏目名册",
        {
            "name": Field("栏目名称", required=True, width=28),
            "category": Field(
                "栏目类别", parsing.choice(ColumnCategory), required=True, width=14, choices=categories
            ),
            "units": Field("保障单位", units.several, required=True, width=40),
            "frequency": Field("更新频次", parsing.column_frequency, required=True, width=14),
            "note": Field("备注", width=40),
        },
        notes=(
            "一行写一项保障任务：同一栏目、同一频次的单位写在一格，用“、”隔开；频次不同的另起一行，栏目名称相同。",
            "更新频次按 1条/月、1条/2周、1条/季度、1条/半年、1条/年 的样式填写。",
        ),
    )


def exemption_form(office: Office) -> Form:
    units = parsing.UnitNames(office)
    return Form(
        "免更新",
        {
            "column": Field("栏目名称", required=True, width=28),
            "unit": Field("单位", units.one, required=True, width=20),
            "period": Field("期间", parsing.period_code, required=True, width=16),
            "reason": Field("理由", required=True, width=50),
        },
        notes=("经批准在某一期间不考核某单位的某个栏目，一行写一项；期间写 2021Q4、2022-05、2022 之类。",),
    )


def sheets(office: Office) -> tuple[RegisterSheet, ...]:
    exempt = (
        (column.name, each.unit, each.period, each.reason)
        for column in office.columns
        for each in column.exemptions
    )
    return sheet(form(office), _rows(office.columns)), sheet(exemption_form(office), exempt)


def _rows(columns: Iterable[Column]) -> Iterator[tuple[str, ...]]:
    """A row a duty; the remark stands in the first row of its column."""
    for column in columns:
        for place, duty in enumerate(column.duties):
            units, note = parsing.BETWEEN.join(duty.units), "" if place else column.note
            yield column.name, column.category, units, duty.frequency, note


def read(book: Workbook, office: Office) -> tuple[Changes, list[Page]]:
    page = Page(book, form(office), alone=False)
    exempt = Page(book, exemption_form(office), alone=False)
    duties = _by_column(page)
    keepers = {name: [unit for line in lines for unit in line["units"]] for name, lines in duties.items()}
    if not page.faults:
        _check_exemptions(exempt, keepers)
    columns = tuple(_column(name, lines, exempt.lines) for name, lines in duties.items())
    return {"columns": columns}, [page, exempt]


def _by_column(page: Page) -> dict[str, list[Line]]:
    """The duties of each column, columns in the order in which they are first named."""
    duties: dict[str, list[Line]] = {}
    for line in page.lines:
        above = duties.setdefault(line["name"], [])
        if above:
            _check_agrees(page, above, line)
        above.append(line)
    return duties


def _check_agrees(page: Page, above: list[Line], line: Line) -> None:
    """Rows of one column say the same of it, and name each unit once."""
    first = above[0]
    if line["category"] != first["category"]:
        reason = f"同一栏目在第 {first.row} 行的类别是“{first['category']}”"
        page.refuse(line, "category", Code.REGISTER_VALUE, reason, "同一栏目的类别应当相同，请改正")
    if line["note"] not in ("", first["note"]):
        reason = f"同一栏目的备注已写在第 {first.row} 行"
        page.refuse(line, "note", Code.REGISTER_VALUE, reason, "请把备注并入栏目的第一行")
    for other in above:
        for unit in line["units"]:
            if unit in other["units"]:
                reason = f"“{unit}”在第 {other.row} 行已是本栏目的保障单位"
                page.refuse(line, "units", Code.REGISTER_REPEATED, reason, "一个单位在一个栏目中只写一次")


def _check_exemptions(page: Page, keepers: dict[str, list[str]]) -> None:
    for line in page.lines:
        units = keepers.get(line["column"])
        if units is None:
            advice = nearest(line["column"], list(keepers)) or "请填写“栏目名册”中的栏目名称"
            page.refuse(line, "column", Code.COLUMN_UNKNOWN, "不是名册中的栏目", advice)
        elif line["unit"] not in units:
            advice = f"应为以下之一：{parsing.BETWEEN.join(units)}"
            page.refuse(line, "unit", Code.COLUMN_UNIT, f"不是栏目“{line['column']}”的保障单位", advice)
    page.once("period", ("column", "unit", "period"), "栏目、单位和期间")


def _column(name: str, lines: list[Line], exempt: list[Line]) -> Column:
    return Column(
        name=name,
        category=lines[0]["category"],
        duties=tuple(ColumnDuty(units=line["units"], frequency=line["frequency"]) for line in lines),
        exemptions=tuple(
            Exemption(unit=each["unit"], period=each["period"], reason=each["reason"])
            for each in exempt
            if each["column"] == name
        ),
        note=lines[0]["note"],
    )
