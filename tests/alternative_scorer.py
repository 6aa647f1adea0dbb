"""A second scorer, written from the scheme's words alone: slow, plain, in fractions.

It shares no arithmetic with `gongkai.assessment` and is built the other way round (item by item over all units,
instead of unit by unit), so that a mistake is unlikely to be made twice. Tests hold the two against each other.
"""

from fractions import Fraction
from typing import Any, NamedTuple


class Sheet(NamedTuple):
    """One unit's score: (item key, points) of every line, points by dimension, total, rank, vetoed or not."""

    lines: list[tuple[str, Fraction]]
    subtotals: dict[str, Fraction | None]
    total: Fraction
    rank: int
    vetoed: bool


def score(office: Any, figures: Any, adjustments: Any) -> dict[str, Sheet]:
    """Unit → its sheet, for every ranked unit of a scored office."""
    scheme = office.scheme.model_dump()
    ranked = {unit.name: unit.group for unit in office.units if unit.ranked}
    lines = {name: [] for name in ranked}
    for item in scheme["items"]:
        for name, group in ranked.items():
            if is_open(scheme, item, group):
                given = points_of(item, name, figures, adjustments)
                lines[name] += [(item["dimension"], item["key"], one) for one in given]
    totals = {name: total_of(scheme, ranked[name], lines[name]) for name in ranked}
    vetoed = {}
    for name in ranked:
        hit = [veto for veto in scheme["vetoes"] if is_vetoed(veto, name, figures)]
        vetoed[name] = bool(hit)
        for veto in hit:
            totals[name] = min(totals[name], cents(Fraction(veto["total"])))
    return {
        name: Sheet(
            [(key, one) for _, key, one in lines[name]],
            subtotals_of(scheme, group, lines[name]),
            totals[name],
            rank_of(scheme, totals[name], [totals[other] for other in ranked if ranked[other] == group]),
            vetoed[name],
        )
        for name, group in ranked.items()
    }


def cents(value: Fraction) -> Fraction:
    """Two places; a half goes away from zero."""
    whole = (abs(value) * 200 + 1) // 2
    return Fraction(whole if value >= 0 else -whole, 100)


def is_open(scheme: Any, item: Any, group: str) -> bool:
    dimension = next(one for one in scheme["dimensions"] if one["name"] == item["dimension"])
    return all(not one["groups"] or group in one["groups"] for one in (item, dimension))


def points_of(item: Any, unit: str, figures: Any, adjustments: Any) -> list[Fraction]:
    if item["rule"]["kind"] == "manual":
        return manual(item, [one for one in adjustments if one.unit == unit and one.item == item["key"]])
    mine = [
        one
        for one in figures
        if one.unit == unit and one.measure == item["measure"] and (not item["on"] or item["on"] == one.item)
    ]
    heaps = [[one] for one in mine] if item["each"] else [mine] if mine else []
    given = [RULES[item["rule"]["kind"]](item["rule"], heap) for heap in heaps]
    return [bounded(item, cents(one)) for one in given if one is not None]


def manual(item: Any, entered: Any) -> list[Fraction]:
    given = [cents(Fraction(one.points) * one.quantity) for one in entered]
    if item["each"]:
        return [bounded(item, one) for one in given]
    back = bounded(item, sum(given, Fraction())) - sum(given, Fraction())
    return [*given, back] if back else given


def bounded(item: Any, value: Fraction) -> Fraction:
    if item["cap"] is not None and value > item["cap"]:
        value = cents(Fraction(item["cap"]))
    if item["floor"] is not None and value < item["floor"]:
        value = cents(Fraction(item["floor"]))
    return value


def event(rule: Any, heap: Any) -> Fraction | None:
    happened = sum(one.value for one in heap)
    return happened * Fraction(rule["points"]) if happened else None


def shortfall(rule: Any, heap: Any) -> Fraction | None:
    found = None
    for one in heap:
        if one.target is not None and one.met is not None:
            gap = one.target - one.value
            each = gap * Fraction(rule["points"]) if gap > 0 else -gap * Fraction(rule["surplus"])
            found = (found or Fraction()) + each
    return found


def reading(heap: Any) -> Fraction | None:
    """The count, or the percentage of a rate; None for 0/0."""
    if heap[0].value is not None:
        return Fraction(sum(one.value for one in heap))
    due = sum(one.denominator for one in heap)
    return Fraction(100 * sum(one.numerator for one in heap), due) if due else None


def band(rule: Any, heap: Any) -> Fraction | None:
    value = reading(heap)
    if value is None:
        return None
    found = Fraction()
    for step in sorted(rule["steps"], key=lambda one: one["at_least"]):
        if value >= Fraction(step["at_least"]):
            found = Fraction(step["points"])
    return found


def flat(rule: Any, heap: Any) -> Fraction | None:
    value = reading(heap)
    if value is None:
        return None
    low, high = rule["at_least"], rule["at_most"]
    outside = (low is not None and value < Fraction(low)) or (high is not None and value > Fraction(high))
    return None if outside else Fraction(rule["points"])


def ratio(rule: Any, heap: Any) -> Fraction | None:
    if heap[0].value is None:
        percent = reading(heap)
        return None if percent is None else Fraction(rule["full"]) * min(percent / 100, Fraction(1))
    judged = [one for one in heap if one.target is not None and one.met is not None]
    due = sum(one.target for one in judged)
    return Fraction(rule["full"]) * sum(min(one.value, one.target) for one in judged) / due if due else None


RULES = {"event": event, "shortfall": shortfall, "band": band, "flat": flat, "ratio": ratio}


def subtotals_of(scheme: Any, group: str, lines: Any) -> dict[str, Fraction | None]:
    found = {}
    for one in scheme["dimensions"]:
        if not one["groups"] or group in one["groups"]:
            given = [points for dimension, _, points in lines if dimension == one["name"]]
            found[one["name"]] = sum(given, Fraction()) if given else None
    return found


def total_of(scheme: Any, group: str, lines: Any) -> Fraction:
    total = cents(Fraction(scheme["base"]) + sum((points for _, _, points in lines), Fraction()))
    for scaling in scheme["scalings"]:
        if group in scaling["groups"]:
            total = cents(total * scaling["numerator"] / scaling["denominator"])
    return total


def is_vetoed(veto: Any, unit: str, figures: Any) -> bool:
    hits = [
        one.value
        for one in figures
        if one.unit == unit and one.measure == veto["measure"] and (not veto["on"] or veto["on"] == one.item)
    ]
    return bool(hits) and sum(hits) >= veto["at_least"]


def rank_of(scheme: Any, total: Fraction, totals: list[Fraction]) -> int:
    ahead = [other for other in totals if other > total]
    return 1 + (len(ahead) if scheme["ranking"] == "competition" else len(set(ahead)))
