"""Words for what the assessment concluded: commended, criticised, completed, findings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from gongkai.assessment.result import Completion, Finding, FindingKind
from gongkai.measures.facts import KIND_LABELS
from gongkai.notice.figures import UnknownWordError
from gongkai.notice.marks import Count, Ledger, Marked
from gongkai.notice.material import Material
from gongkai.notice.plan import Binding
from gongkai.notice.vocabulary.views import Items, ItemUnits, UnitItems, UnitName, Units, counted


@dataclass(frozen=True)
class FindingView:
    """One problem: `text` is the assessment's own sentence."""

    readable: ClassVar[frozenset[str]] = frozenset({"unit", "item", "value", "target", "text"})

    ledger: Ledger = field(repr=False)
    finding: Finding

    @property
    def unit(self) -> UnitName:
        return UnitName(
            self.ledger, self.finding.unit, Binding("unit", self.finding.unit, (self.finding.unit,))
        )

    @property
    def item(self) -> str:
        return self.finding.item

    @property
    def value(self) -> Count:
        return counted(self.ledger, self.finding.value, self._binding(self.finding.value))

    @property
    def target(self) -> Count:
        target = self.finding.target or 0
        return counted(
            self.ledger, target, Binding(f"target.{self.finding.measure}", str(target), *self._place())
        )

    @property
    def text(self) -> Marked:
        kind = f"finding.{self.finding.kind.name.lower()}"
        return Marked(self.ledger, self.finding.text, Binding(kind, self.finding.text, *self._place()))

    def _binding(self, value: int) -> Binding:
        return Binding(self.finding.measure, str(value), *self._place())

    def _place(self) -> tuple[tuple[str, ...], str]:
        return (self.finding.unit,), self.finding.item


@dataclass(frozen=True)
class Findings:
    """The problems of one kind."""

    readable: ClassVar[frozenset[str]] = frozenset({"count", "units", "by_unit", "by_item"})

    material: Material = field(repr=False)
    kind: FindingKind
    each: tuple[Finding, ...]

    def __len__(self) -> int:
        return len(self.each)

    def __iter__(self) -> Iterator[FindingView]:
        return (FindingView(self.material.ledger, finding) for finding in self.each)

    @property
    def count(self) -> Count:
        return counted(self.material.ledger, len(self.each), Binding(self._measure, str(len(self.each))))

    @property
    def units(self) -> Units:
        names = self.material.in_order(finding.unit for finding in self.each)
        return Units.of(self.material.ledger, names, self._measure)

    @property
    def by_unit(self) -> list[UnitItems]:
        """Unit by unit in register order, each with the items concerned."""
        return [
            UnitItems(unit, Items.of(self.material.ledger, self._items(unit.text), self._measure, unit.text))
            for unit in self.units
        ]

    @property
    def by_item(self) -> list[ItemUnits]:
        """Item by item in the order found, each with the units concerned."""
        items = dict.fromkeys(finding.item for finding in self.each)
        return [
            ItemUnits(item, Units.of(self.material.ledger, self._units(item), self._measure, item))
            for item in items
        ]

    @property
    def _measure(self) -> str:
        return f"finding.{self.kind.name.lower()}"

    def _items(self, unit: str) -> list[str]:
        return list(dict.fromkeys(finding.item for finding in self.each if finding.unit == unit))

    def _units(self, item: str) -> list[str]:
        return self.material.in_order(finding.unit for finding in self.each if finding.item == item)


@dataclass(frozen=True)
class ListWords:
    """Lists as the assessment stored them, never made anew."""

    material: Material

    def commended(self, group: str = "") -> Units:
        return self._stored("commended", self.material.assessment.commended, group)

    def criticised(self, group: str = "") -> Units:
        return self._stored("criticised", self.material.assessment.criticised, group)

    def _stored(self, name: str, lists: Mapping[str, tuple[str, ...]], group: str) -> Units:
        if group:
            self.material.group(group)
        groups = [group] if group else list(lists)
        names = [unit for one in groups for unit in lists.get(one, ())]
        return Units.of(self.material.ledger, names, name, group)

    def completed(self, kind: str, state: str, group: str = "") -> Units:
        """The units whose duties in a line of business (信息报送…) are in a state (全部完成…)."""
        key = _key(kind)
        if state not in tuple(Completion):
            raise UnknownWordError("完成情况", state, tuple(Completion))
        members = self.material.group(group) if group else None
        names = [
            one.unit
            for one in self.material.assessment.completion
            if one.kind == key and one.state == state and (members is None or one.unit in members)
        ]
        return Units.of(self.material.ledger, self.material.in_order(names), f"completion.{key}", state)

    def findings(self, kind: str) -> Findings:
        """The problems of a kind, by its label: 零报送, 断更…"""
        if kind not in tuple(FindingKind):
            raise UnknownWordError("问题类别", kind, tuple(FindingKind))
        found = tuple(one for one in self.material.assessment.findings if one.kind == kind)
        return Findings(self.material, FindingKind(kind), found)


def _key(kind: str) -> str:
    """信息报送 or submissions → submissions. Raises UnknownWordError."""
    keys = {label: key for key, label in KIND_LABELS.items()} | {key: key for key in KIND_LABELS}
    if kind not in keys:
        raise UnknownWordError("工作", kind, KIND_LABELS.values())
    return keys[kind]
