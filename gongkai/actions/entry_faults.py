"""What the check of a pack found, put for somebody at a form: the field it is in, and words without paths."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from gongkai.actions.register import RegisterError
from gongkai.office.editing.registers import REGISTERS
from gongkai.office.faults import PackFault
from gongkai.office.files import SCHEME, TEMPLATE
from gongkai.office.pack import Office

_PATH = re.compile(
    r"(?:proofreading\.)?(groups|units|columns|accounts|outlets|notices|words|left_words|public_contacts)"
    r"\[(\d+)\]((?:\.\w+(?:\[\d+\])?)*)"
)
_RULES = re.compile(r"rules\.(?:message_limits|orders\.limits|local_days)\[\d+\]")
_REGISTERED = re.compile(r"没有登记在 (?:office\.toml 的 )?(\w+) 中")
_FILES = {SCHEME: "考核办法", TEMPLATE: "通报模板"}


class EntryFault(NamedTuple):
    """`field` of the form, "" for the entry as a whole or for something else in the office."""

    field: str
    message: str


class EditError(RegisterError):
    """A change that leaves the registers wrong; `faults` has everything at once."""

    def __init__(self, faults: Sequence[EntryFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.message for fault in faults))


def told(faults: Sequence[PackFault], office: Office, register: str, place: int | None) -> EditError:
    """The faults of a changed office, for the form of the entry at `place` of a register."""
    return EditError(list(dict.fromkeys(_fault(fault, office, register, place) for fault in faults)))


def _fault(fault: PackFault, office: Office, register: str, place: int | None) -> EntryFault:
    message = _PATH.sub(lambda match: _in_words(match, office), fault.message)
    message = _REGISTERED.sub(lambda match: f"不在{_title(match[1])}中", message)
    path = _PATH.match(fault.key)
    if path and place is not None and (path[1], int(path[2])) == (register, place):
        return EntryFault(re.sub(r"\[.*|^\.", "", path[3]).split(".")[0], message)
    if path:
        return EntryFault("", f"{_in_words(path, office)}：{message}")
    if _RULES.match(fault.key):
        return EntryFault("", message)
    where = _FILES.get(fault.file, "")
    entry = f"“{fault.of}”" if fault.of else ""
    line = fault.key if fault.file == TEMPLATE else ""
    return EntryFault("", f"{where}{entry}{line}：{message}" if where else message)


def _title(register: str) -> str:
    return REGISTERS[register].title if register in REGISTERS else register


def _in_words(match: re.Match[str], office: Office) -> str:
    """units[3].aliases[0] → 单位名册第4行“民政局”."""
    register, place = REGISTERS[match[1]], int(match[2])
    entries = register.entries(office)
    name = f"“{register.key(entries[place])}”" if place < len(entries) else ""
    return f"{register.title}第{place + 1}行{name}"
