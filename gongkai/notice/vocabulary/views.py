"""What a template holds in its hand: names, lists of units, lists of items, accounts.

Each class names in `readable` what a template may reach; printing one gives its text with its binding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from gongkai.notice import wording
from gongkai.notice.marks import Count, Ledger, Marked
from gongkai.notice.plan import Binding
from gongkai.office.pack import Account


def counted(ledger: Ledger, number: int, binding: Binding) -> Count:
    """A count that prints its number."""
    return Count(ledger, wording.count(number), binding, number)


@dataclass(frozen=True)
class UnitName(Marked):
    """The name of one unit."""


def unit_name(unit: str | UnitName) -> str:
    """The name a word was given, as text or as a unit of a list."""
    return unit.text if isinstance(unit, UnitName) else unit


@dataclass(frozen=True)
class Share(Marked):
    """A rate: true where there is something to divide by. `whole` is true for 100%."""

    readable: ClassVar[frozenset[str]] = frozenset({"whole"})

    numerator: int = 0
    denominator: int = 0

    def __bool__(self) -> bool:
        return self.denominator > 0

    @property
    def whole(self) -> bool:
        return 0 < self.denominator == self.numerator


@dataclass(frozen=True)
class Day(Marked):
    """A date: printed in full, `short` without its year."""

    readable: ClassVar[frozenset[str]] = frozenset({"short"})

    day: date = date.min

    @property
    def short(self) -> Marked:
        return Marked(self.ledger, wording.short_date(self.day), self.binding)


@dataclass(frozen=True)
class Names(Marked):
    """A list of names, printed A、B、C. True where it holds any; `sample(n)` is 等N家单位 after n names."""

    readable: ClassVar[frozenset[str]] = frozenset({"count", "named", "quoted", "sample"})
    counter: ClassVar[str] = "个"

    names: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.names)

    def __bool__(self) -> bool:
        return bool(self.names)

    @property
    def count(self) -> Count:
        return counted(
            self.ledger, len(self.names), self.binding or Binding("", str(len(self.names)), listed=True)
        )

    @property
    def named(self) -> Marked:
        """A、B、C3家单位."""
        return self.sample(len(self.names))

    @property
    def quoted(self) -> Marked:
        """“A”“B”."""
        return Marked(self.ledger, wording.quoted(self.names), self.binding)

    def sample(self, most: int) -> Marked:
        text = wording.sample(self.names, most, self.counter) if self.names else ""
        return Marked(self.ledger, text, self.binding)


@dataclass(frozen=True)
class Units(Names):
    """A list of units, in the order of the register or from best to worst."""

    counter: ClassVar[str] = "家单位"

    def __iter__(self) -> Iterator[UnitName]:
        return (UnitName(self.ledger, name, Binding("unit", name, (name,))) for name in self.names)

    @classmethod
    def of(cls, ledger: Ledger, names: Sequence[str], measure: str, item: str = "") -> "Units":
        """The units for which `measure` says something."""
        binding = Binding(measure, str(len(names)), tuple(names), item, listed=True)
        return cls(ledger, wording.listing(names), binding, tuple(names))


@dataclass(frozen=True)
class Items(Names):
    """A list of columns, accounts or types of one unit."""

    @classmethod
    def of(cls, ledger: Ledger, names: Sequence[str], measure: str, unit: str) -> "Items":
        """The items of `unit` for which `measure` says something."""
        binding = Binding(f"items.{measure}", str(len(names)), (unit,), wording.listing(names), listed=True)
        return cls(ledger, wording.listing(names), binding, tuple(names))


@dataclass(frozen=True)
class ItemTotal:
    """One item of a measure (a type of orders, an outlet) and its total."""

    readable: ClassVar[frozenset[str]] = frozenset({"name", "count"})

    name: str
    count: Count


@dataclass(frozen=True)
class UnitItems:
    """A unit and its items: 财政局 with its two short columns."""

    readable: ClassVar[frozenset[str]] = frozenset({"unit", "items"})

    unit: UnitName
    items: Items


@dataclass(frozen=True)
class ItemUnits:
    """An item and the units it concerns: the column 工作动态, blank at 公安局 and 人行."""

    readable: ClassVar[frozenset[str]] = frozenset({"item", "units"})

    item: str
    units: Units


@dataclass(frozen=True)
class AccountView:
    """An account as the register has it, and what it posted in the period."""

    readable: ClassVar[frozenset[str]] = frozenset(
        {"unit", "name", "platform", "holder", "published", "original", "quota"}
    )

    ledger: Ledger = field(repr=False)
    account: Account
    published: Count
    original: Count
    quota: Count

    @property
    def unit(self) -> UnitName:
        return UnitName(
            self.ledger, self.account.unit, Binding("unit", self.account.unit, (self.account.unit,))
        )

    @property
    def name(self) -> Marked:
        return self._marked("name", self.account.name)

    @property
    def platform(self) -> Marked:
        return self._marked("platform", self.account.platform)

    @property
    def holder(self) -> Marked:
        return self._marked("holder", self.account.holder)

    def _marked(self, part: str, text: str) -> Marked:
        return Marked(
            self.ledger, text, Binding(f"account.{part}", text, (self.account.unit,), self.account.key)
        )


@dataclass(frozen=True)
class Accounts:
    """Accounts in one state: how many, of which units, one by one."""

    readable: ClassVar[frozenset[str]] = frozenset({"count", "units"})

    count: Count
    units: Units
    each: tuple[AccountView, ...]

    def __len__(self) -> int:
        return len(self.each)

    def __iter__(self) -> Iterator[AccountView]:
        return iter(self.each)
