"""Which units the pictures are of, and which account the posting calendar is of, as the address asks."""

from dataclasses import dataclass
from functools import cached_property

from gongkai.assessment.result import Assessment
from gongkai.office.pack import Account, Office
from gongkai.terms import Period
from gongkai.web.gate import OfficeRequest

MOST_UNITS = 60
"""More units than this are looked at group by group unless a person asks for all."""
ALL = "all"


@dataclass(frozen=True)
class Choice:
    """`group` and `unit` "" for all; a unit goes before its group. `account` is a key, "" for none there is."""

    office: Office
    group: str
    unit: str
    asked_account: str

    @cached_property
    def units(self) -> tuple[str, ...] | None:
        """The units that are shown, in the order of the register; None for all."""
        if self.unit:
            return (self.unit,)
        if self.group:
            return tuple(one.name for one in self.office.units if one.group == self.group)
        return None

    @property
    def label(self) -> str:
        """What the pictures are of."""
        return self.unit or self.group or "全部单位"

    @property
    def accounts(self) -> list[Account]:
        """The accounts of the units shown that may owe posts."""
        return [one for one in self.office.accounts if self.units is None or one.unit in self.units]

    def account(self, content: Assessment) -> str:
        """The account asked for, else the first that lapsed, else the first; "" where there is none."""
        keys = [one.key for one in self.accounts]
        if self.asked_account in keys:
            return self.asked_account
        lapsed = {one.item for one in content.figures_by_measure.get("posts.lapsed", ()) if one.value}
        return next((key for key in keys if key in lapsed), keys[0] if keys else "")


def chosen(request: OfficeRequest, office: Office) -> Choice:
    """What the address asks for, as far as it names what there is and the person may see."""
    asked = request.GET
    names = [one.name for one in office.units]
    unit = request.own_unit or (asked.get("unit", "") if asked.get("unit") in names else "")
    group = asked.get("group", "")
    if group not in office.groups:
        group = office.groups[0] if len(names) > MOST_UNITS and group != ALL and office.groups else ""
    return Choice(office, group, unit, asked.get("account", ""))


def periods_shown(period: Period) -> int:
    """How many periods a trend goes back: two years of them, eight at most."""
    return min(8, max(2, 730 // period.days()))
