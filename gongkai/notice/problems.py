"""The list of problems as a workbook: what the cross-check found, and the problems of the units."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO
from math import ceil
from unicodedata import east_asian_width

import xlsxwriter

from gongkai.assessment.result import Finding
from gongkai.notice.plan import Issue, Plan, Severity

SEVERITIES = {Severity.RED: "须处理", Severity.AMBER: "请核对"}
CHECKS = (
    ("序号", 6),
    ("级别", 8),
    ("问题", 42),
    ("此处", 32),
    ("对照", 28),
    ("涉及单位", 14),
    ("代码", 24),
)
FINDINGS = (("序号", 6), ("类别", 16), ("单位", 20), ("事项", 26), ("数量", 7), ("应达到", 8), ("说明", 56))
LINE_HEIGHT = 16  # points
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def render(plan: Plan, issues: Sequence[Issue], findings: Sequence[Finding]) -> bytes:
    """Two sheets, 校核问题 and 存在问题; the same plan gives the same bytes."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, OPTIONS)
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
    text = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    number = book.add_format({"border": 1, "align": "center", "valign": "vcenter"})
    sheet = book.add_worksheet(name)
    for place, (title, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, head)
    count = 0
    for count, row in enumerate(rows, 1):
        widths = (width for _, width in columns[1:])
        sheet.set_row(count, LINE_HEIGHT * max(map(_lines, row, widths)))
        for place, value in enumerate((count, *row)):
            sheet.write(count, place, value, text if isinstance(value, str) else number)
    if not count:
        sheet.write_string(1, 0, nothing)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _lines(value: str | int | None, width: int) -> int:
    """Lines a value takes in a column `width` half characters wide; a Chinese character is two."""
    text = "" if value is None else str(value)
    halves = sum(1 + (east_asian_width(character) in "WFA") for character in text)
    return max(1, ceil(halves / (width - 1)))
