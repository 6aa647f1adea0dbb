"""What a notice is made of: the office, the stored assessment, the dates, and the ledger of what is printed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from gongkai.assessment.result import Assessment
from gongkai.notice.figures import Figures, Scope, UnknownWordError
from gongkai.notice.marks import Ledger
from gongkai.office.pack import IssuedNotice, Office
from gongkai.terms import Period


@dataclass(frozen=True)
class Material:
    """Everything the vocabulary and the annexes read; nothing else is read."""

    office: Office
    assessment: Assessment
    issued: IssuedNotice
    period: Period
    figures: Figures
    ledger: Ledger = field(default_factory=Ledger)

    def in_order(self, units: Iterable[str]) -> list[str]:
        """Units once each, in the order of the register; a unit that left it stands last."""
        order = self.office.unit_order
        return sorted(dict.fromkeys(units), key=lambda unit: order.get(unit, len(order)))

    def group(self, name: str) -> list[str]:
        """The units of a group. Raises UnknownWordError."""
        if name not in self.office.groups:
            raise UnknownWordError("分组", name, self.office.groups)
        return [unit.name for unit in self.office.units if unit.group == name]

    def scope(self, unit: str = "", group: str = "", item: str = "") -> Scope:
        """A unit, a group or everything, and one item of it. Raises UnknownWordError."""
        if unit and unit not in self.office.unit_order:
            raise UnknownWordError("单位", unit, self.office.unit_order)
        units = [unit] if unit else self.group(group) if group else None
        return Scope(units, item)
