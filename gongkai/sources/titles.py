"""What period a table's title speaks of."""

import re

from gongkai.sources.faults import Code, Severity
from gongkai.sources.headers import Layout
from gongkai.sources.report import Report
from gongkai.terms import Period, TermError

_PERIOD = re.compile(r"(\d{4})年(?:第?([一二三四1-4])季度|(上|下)半年|(\d{1,2})月份?(?!\d+日))")
_DATED = re.compile(r"(?:填报|填表|制表|报送|统计|印发|截至|截止)(?:时间|日期)?[:(]?\d{4}年\d{1,2}月")
"""When a table was made says nothing of what it counts."""


def compare_period(layout: Layout, report: Report) -> None:
    """A table of counts has no dates of its own: a title of another period is the only sign of a wrong file."""
    if layout.form.events:
        return
    period = report.desk.period
    for named in periods(_DATED.sub("", layout.header.title) + " " + report.sheet):
        if named.end < period.start or named.start > period.end:
            report.whole(
                Code.OTHER_PERIOD,
                f"标题写的是{named.label}，导入期间是{period.label}",
                "请核对是否选错了文件或期间",
                Severity.ERROR,
            )
            return


def periods(words: str) -> list[Period]:
    """The periods that words speak of, in their order."""
    found = []
    for year, quarter, half, month in _PERIOD.findall(words):
        part = f"Q{'一二三四1234'.index(quarter) % 4 + 1}" if quarter else ""
        part = f"H{'上下'.index(half) + 1}" if half else part
        try:
            found.append(Period.parse(f"{year}{part}" if part else f"{year}-{int(month):02}"))
        except TermError:
            continue
    return found
