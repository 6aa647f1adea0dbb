"""Counts told in 万条, 元 or 人: a header or title that names such a measure refuses its columns."""

import re

from gongkai.sources.faults import Code
from gongkai.sources.fields import Takes
from gongkai.sources.forms import Form
from gongkai.sources.headers import Block, Header, Path
from gongkai.sources.report import Report

_SCALED = "[十百千万亿]+[条件篇个次份则家元人]?"
_MEASURE = rf"{_SCALED}|元|人次?|人数|%|‰|[天日]|小时"
_IN_HEADER = re.compile(rf"\((?:计量)?(?:单位:)?({_MEASURE})\)$")
_IN_TITLE = re.compile(r"单位:([十百千万亿]+(?:[条件篇个次份则]|(?![一-鿿])))")


def refuse_scaled(form: Form, header: Header, block: Block, report: Report) -> None:
    """An error for each column of counts whose header, or the title above all, is in another measure than one by
    one: 实报（万条） read as it stands would be a ten-thousandth of what it says."""
    report.columns, report.cells, report.row = block.columns, [], header.bottom + 1
    for key in _counts(form, block):
        measure = _measure(header.paths[block.columns[key]]) or _match(_IN_TITLE, header.title)
        if measure:
            report.column_error(
                key,
                Code.COUNT_SCALED,
                f"“{form.label(key)}”的计量单位写的是“{measure}”，不是逐条逐件的数量",
                "请换算成条数、件数，并把表头或标题中的计量单位改为“条”或“件”后重新导入",
            )


def _counts(form: Form, block: Block) -> list[object]:
    counts = {field.name for field in form.fields if field.takes is Takes.COUNT}
    series = block.series if form.series and form.series.values.takes is Takes.COUNT else ()
    return [key for key in block.columns if key in counts or key in series]


def _measure(path: Path) -> str:
    return next(filter(None, (_match(_IN_HEADER, part) for part in ("".join(path), *path))), "")


def _match(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""
