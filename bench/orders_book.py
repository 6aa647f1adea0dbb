"""A .xlsx of work orders as a hotline system exports it, made with a seed."""

import random
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

HEAD = (
    "序号", "工单编号", "承办单位", "诉求类型", "标题", "受理时间",
    "办结时限", "办结时间", "是否返工", "退单次数", "回访结果", "备注",
)  # fmt: skip
TYPES = ("投诉", "求助", "咨询", "建议", "举报", "其他")
FIRST, DAYS = date(2021, 10, 1), 80


def write(path: Path, rows: int, units: list[str], seed: int = 20211231) -> None:
    """Write `rows` faultless orders of 2021Q4 for the units (any of their names)."""
    chance = random.Random(seed)
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("工单")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, HEAD)
        for number in range(1, rows + 1):
            received = FIRST + timedelta(days=chance.randrange(DAYS))
            closed = received + timedelta(days=chance.randrange(1, 12))
            cells: tuple[object, ...] = (
                number,
                f"GD2021{number:07}",
                chance.choice(units),
                chance.choice(TYPES),
                f"反映某某路段第{number}号事项",
            )
            sheet.write_row(number, 0, cells)
            for column, value in ((5, received), (6, received + timedelta(days=7)), (7, closed)):
                sheet.write_datetime(number, column, value, day)
            redone = "是" if chance.random() < 0.02 else "否"
            sheet.write_row(number, 8, (redone, 0, chance.choice(("满意", "不满意", "")), ""))
