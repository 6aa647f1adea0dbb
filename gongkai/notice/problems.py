"""The list of problems as a workbook: what the cross-check found, and the problems of the units."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO

import xlsxwriter

from gongkai.assessment.result import Finding
from gongkai.notice.plan import Issue, Plan, Severity

SEVERITIES = {Severity.RED: "须处理", Severity.AMBER: "请核对"}
CHECKS = (
    ("序号", 6),
    ("级别", 10),
    ("问题", 60),
    ("一处", 40),
    ("另一处", 40),
    ("涉及单位", 30),
    ("代码", 28),
)
FINDINGS = (("序号", 6), ("类别", 18), ("单位", 22), ("事项", 30), ("数量", 8), ("应达到", 8), ("说明", 60))


def render(plan: Plan, issues: Sequence[Issue], findings: Sequence[Finding]) -> bytes:
    """Two sheets, 校核问题 and 存在问题; the same plan gives the same bytes."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": "问题清单", "created": datetime.combine(plan.issued_on, time())})
    _sheet(book, "校核问题", CHECKS, (_check_row(issue) for issue in issues), "未发现前后不一致之处。")
    _sheet(book, "存在问题", FINDINGS, (_finding_row(finding) for finding in findings), "未发现问题。")
    book.close()
    return buffer.getvalue()


def _check_row(issue: Issue) -> tuple[str, ...]:
    units = "、".join(issue.units)
    return SEVERITIES[issue.severity], issue.message, issue.left, issue.right, units, issue.code


def _finding_row(finding: Finding) -> tuple[str | int | None, ...]:
    item = finding.item
    return finding.kind.value, finding.unit, item, finding.value, finding.target, finding.text


def _sheet(
    book: xlsxwriter.Workbook,
    name: str,
    columns: tuple[tuple[str, int], ...],
    rows: Iterable[tuple[str | int | None, ...]],
    nothing: str,
) -> None:
    head = book.add_format({"bold": True, "border": 1, "align": "center", "bg_color": "#EEEEEE"})
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(name)
    for place, (title, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, head)
    count = 0
    for count, row in enumerate(rows, 1):
        for place, value in enumerate((count, *row)):
            sheet.write(count, place, value, cell)
    if not count:
        sheet.write_string(1, 0, nothing)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
