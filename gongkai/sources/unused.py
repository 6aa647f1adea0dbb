"""Columns of a count table that nobody reads: told, so that no figure is lost in silence."""

from gongkai.sources.faults import Code
from gongkai.sources.headers import EXAMPLES, Layout
from gongkai.sources.report import Report

_EXPECTED = frozenset(
    ["序号", "编号", "备注", "说明", "附注", "名次", "排名", "联系人", "联系电话", "电话", "签字", "分管领导"]
)


def report_unused(layout: Layout, report: Report) -> None:
    """A warning for each column with a header that the form does not know, save those that are never figures."""
    used = {index for block in layout.blocks for index in block.columns.values()}
    report.row = report.header
    for index, path in enumerate(layout.header.paths):
        if index in used or not path or path[-1] in _EXPECTED or path[-1].endswith(("率", "比", "占比")):
            continue
        report.columns, report.cells = {"unused": index}, []
        report.warning(
            "unused",
            Code.COLUMN_IGNORED,
            f"没有用到“{''.join(path)}”列",
            f"如果这一列应当导入，请对照{EXAMPLES}修改列名",
        )
