"""Registers as workbooks, written by the one writer of lists, for the tests of registers."""

from collections.abc import Callable, Iterable
from pathlib import Path

import openpyxl

from gongkai.notice import listing
from gongkai.sources.faults import Fault
from gongkai.sources.registers.form import RegisterSheet


def write(path: Path, sheets: Iterable[RegisterSheet]) -> Path:
    """The sheets as a clerk downloads them."""
    path.write_bytes(
        listing.render(
            [
                listing.Sheet(
                    each.title, [listing.Column(*column) for column in each.columns], each.rows, each.notes
                )
                for each in sheets
            ]
        )
    )
    return path


Edit = Callable[[openpyxl.Workbook], None]


def edited(path: Path, edit: Edit) -> Path:
    """The workbook after somebody worked on it."""
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return path


def told(faults: Iterable[Fault]) -> list[tuple[str, str, str]]:
    """Place, value and reason of each fault."""
    return [
        (f"{fault.column}{fault.row}" if fault.row else fault.sheet, fault.value, fault.reason)
        for fault in faults
    ]
