"""Words for figures: total, rate, units, reached, best, items, change."""

from dataclasses import dataclass
from itertools import groupby

from gongkai.notice import wording
from gongkai.notice.figures import Scope
from gongkai.notice.marks import Count, Marked
from gongkai.notice.material import Material
from gongkai.notice.plan import Binding
from gongkai.notice.vocabulary.views import ItemTotal, Share, UnitName, Units, counted, unit_name
from gongkai.terms import Rate

REST = "其他"


@dataclass(frozen=True)
class FigureWords:
    """Each word looks up stored figures only; nothing is computed that the annexes do not show."""

    material: Material

    def total(self, measure: str, unit: str | UnitName = "", group: str = "", item: str = "") -> Count:
        """The sum of a measure over a unit, a group or everyone."""
        scope = self.material.scope(unit_name(unit), group, item)
        number = self.material.figures.total(measure, scope)
        return counted(
            self.material.ledger, number, Binding(measure, str(number), tuple(scope.units or ()), item)
        )

    def rate(self, measure: str, unit: str | UnitName = "", group: str = "") -> Share:
        """A percentage over a unit, a group or everyone, with the places and rounding of the office."""
        scope = self.material.scope(unit_name(unit), group)
        numerator, denominator = self.material.figures.parts(measure, scope)
        rules = self.material.office.rules.orders
        rate = Rate(numerator, denominator, rules.places, rules.rounding)
        binding = Binding(measure, f"{numerator}/{denominator}", tuple(scope.units or ()))
        return Share(self.material.ledger, wording.rate(rate), binding, numerator, denominator)

    def units(self, measure: str, group: str = "") -> Units:
        """The units for which a count is above 0, in register order."""
        totals = self._by_unit(measure, self.material.scope(group=group))
        return self._list([unit for unit, number in totals.items() if number > 0], measure)

    def reached(self, measure: str, group: str = "") -> Units:
        """The units that were judged by a measure and met every target of it."""
        judged: dict[str, bool] = {}
        for figure in self.material.figures.of(measure, self.material.scope(group=group)):
            if figure.met is not None:
                judged[figure.unit] = judged.get(figure.unit, True) and figure.met
        return self._list([unit for unit, met in judged.items() if met], f"reached.{measure}")

    def best(self, measure: str, most: int, group: str = "") -> Units:
        """At most `most` units with the highest counts, best first. A tie that would not fit whole is left
        out, so that no unit is praised before its equal."""
        totals = self._by_unit(measure, self.material.scope(group=group))
        order = self.material.in_order(totals)
        ranked = sorted(order, key=lambda unit: -totals[unit])
        named: list[str] = []
        for number, tied in groupby(ranked, key=totals.__getitem__):
            equals = list(tied)
            if number <= 0 or len(named) + len(equals) > most:
                break
            named += equals
        return Units.of(self.material.ledger, named, f"best.{measure}")

    def items(self, measure: str, group: str = "") -> list[ItemTotal]:
        """The totals by item (type, outlet, column), the largest first and 其他 last, as a notice lists them."""
        scope = self.material.scope(group=group)
        self.material.figures.total(measure, scope)
        totals = self.material.figures.by_item(measure, scope)
        units = tuple(scope.units or ())
        return [
            ItemTotal(item, counted(self.material.ledger, number, Binding(measure, str(number), units, item)))
            for item, number in sorted(totals.items(), key=_place)
        ]

    def change(self, measure: str, counter: str = "") -> Marked:
        """较上期增加12条, empty where the assessment knows no previous period."""
        self.material.figures.total(measure)
        for movement in self.material.assessment.movements:
            if movement.measure == measure and movement.before is not None:
                text = wording.change(movement.before, movement.now, counter)
                binding = Binding(f"change.{measure}", str(movement.now - movement.before))
                return Marked(self.material.ledger, text, binding)
        return Marked(self.material.ledger, "")

    def _by_unit(self, measure: str, scope: Scope) -> dict[str, int]:
        self.material.figures.total(measure, scope)  # a rate is refused here, by its name
        return self.material.figures.by_unit(measure, scope)

    def _list(self, units: list[str], measure: str) -> Units:
        return Units.of(self.material.ledger, self.material.in_order(units), measure)


def _place(total: tuple[str, int]) -> tuple[bool, int, str]:
    """Where an item and its total stand in a list."""
    item, number = total
    return item == REST, -number, item
