"""The sheet 问题清单 that a marked copy begins with: its name and columns, and how it is known again."""

import re

from gongkai.sources.cells import plain
from gongkai.sources.workbook import Sheet

NAME = "问题清单"
WIDTHS = {"序号": 6, "级别": 8, "工作表": 16, "位置": 8, "原值": 24, "问题": 48, "建议": 48}
"""Column → its width in characters."""
_NAMED = re.compile(rf"{NAME}\d*")


def is_one(sheet: Sheet) -> bool:
    """Whether the sheet is a list that an earlier marked copy brought: it is no data, whatever came of it."""
    if not _NAMED.fullmatch(sheet.name):
        return False
    first = next(iter(sheet.head(1)), [])
    return [plain(cell) for cell in first[: len(WIDTHS)]] == list(WIDTHS)
