"""Every register that has a sheet of its own, and its two ways: to a sheet, and back into an office."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gongkai.office.pack import Office
from gongkai.sources import workbook
from gongkai.sources.faults import Fault
from gongkai.sources.registers import accounts, columns, limits, local_days, outlets, proofreading, units
from gongkai.sources.registers.form import RegisterSheet
from gongkai.sources.registers.page import Changes, Page
from gongkai.sources.workbook import Workbook


@dataclass(frozen=True)
class Register:
    """`sheets` gives the register as sheets to write; `read` what a workbook changes of the office, and the
    pages with their faults."""

    title: str
    sheets: Callable[[Office], tuple[RegisterSheet, ...]]
    read: Callable[[Workbook, Office], tuple[Changes, list[Page]]]


REGISTERS: dict[str, Register] = {
    "units": Register("单位名册", units.sheets, units.read),
    "columns": Register("栏目名册", columns.sheets, columns.read),
    "accounts": Register("账号名册", accounts.sheets, accounts.read),
    "outlets": Register("采用渠道", outlets.sheets, outlets.read),
    "limits": Register("办理时限", limits.sheets, limits.read),
    "local_days": Register("工作日调整", local_days.sheets, local_days.read),
    "words": Register("补充词库", proofreading.words, proofreading.read_words),
    "left_words": Register("停用词条", proofreading.left_words, proofreading.read_left_words),
    "public_contacts": Register(
        "公开联系方式", proofreading.public_contacts, proofreading.read_public_contacts
    ),
}
"""Key → register. A line here adds one; people are apart, for they are no part of an office pack."""


class UnknownRegister(ValueError):
    """A register that has no sheet; the message lists those that have."""


@dataclass(frozen=True)
class RegisterReading:
    """The `office` with the register as the workbook has it; None where a fault keeps it out whole."""

    office: Office | None
    faults: tuple[Fault, ...]


def rows(key: str, office: Office) -> tuple[RegisterSheet, ...]:
    """The register as sheets, ready for a writer. Raises UnknownRegister."""
    return _register(key).sheets(office)


def read(key: str, path: Path, office: Office) -> RegisterReading:
    """The register in the workbook at `path`, to take the place of the one that `office` has.

    Raises UnknownRegister; FileFault where the file cannot be read at all.
    """
    register = _register(key)
    changes, pages = register.read(workbook.open(path), office)
    faults = tuple(fault for page in pages for fault in page.faults)
    return RegisterReading(None if faults else _changed(office, changes), faults)


def _changed(office: Office, changes: Changes) -> Office:
    """Made anew: a copy would keep what the old one remembers, such as the order of its units."""
    kept = {name: getattr(office, name) for name in Office.model_fields}
    return Office(**(kept | dict(changes)))


def _register(key: str) -> Register:
    if key not in REGISTERS:
        titles = "、".join(register.title for register in REGISTERS.values())
        raise UnknownRegister(f"没有“{key}”这本名册，可选：{titles}")
    return REGISTERS[key]
