"""The stored figures of an assessment, indexed for the vocabulary, the annexes and the cross-check."""

import difflib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from gongkai.assessment.result import Assessment
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES


class UnknownWordError(LookupError):
    """A measure, unit, group or other word that nothing here knows; the message names near ones."""

    def __init__(self, kind: str, word: str, known: Iterable[str]) -> None:
        near = difflib.get_close_matches(word, list(known), n=3, cutoff=0.4)
        hint = f"，是否为：{'、'.join(near)}" if near else "，请核对名称"
        super().__init__(f"没有{kind}“{word}”{hint}")


@dataclass(frozen=True)
class Scope:
    """What narrows a figure. `units` None means every unit; `item` and `window` "" mean all of them."""

    units: Collection[str] | None = None
    item: str = ""
    window: str = ""

    def holds(self, figure: Figure) -> bool:
        return (
            (self.units is None or figure.unit in self.units)
            and (not self.item or figure.item == self.item)
            and (not self.window or figure.window == self.window)
        )


EVERYTHING = Scope()


class Figures:
    """Figures by measure; a sum of measures is written `a+b`. Unknown measures raise UnknownWordError."""

    def __init__(self, assessment: Assessment) -> None:
        self._by_measure = assessment.figures_by_measure
        self._by_place = assessment.figures_by_place
        self._by_unit: dict[tuple[str, str], list[Figure]] = {}
        for figure in assessment.figures:
            self._by_unit.setdefault((figure.measure, figure.unit), []).append(figure)

    def of(self, measure: str, scope: Scope = EVERYTHING) -> list[Figure]:
        """The figures of a measure (or of each part of a sum) in the scope, in stored order."""
        return [
            figure
            for part in self._parts(measure)
            for figure in self._among(part, scope)
            if scope.holds(figure)
        ]

    def _among(self, measure: str, scope: Scope) -> list[Figure]:
        """The figures that may lie in the scope: of one unit where it names one, for that is asked of every cell."""
        if scope.units is not None and len(scope.units) == 1:
            return self._by_unit.get((measure, next(iter(scope.units))), [])
        return self._by_measure.get(measure, [])

    def one(self, measure: str, unit: str, item: str = "", window: str = "") -> Figure | None:
        """The one figure of a unit, item and window, None where there is none."""
        return self._by_place.get((unit, measure, item, window))

    def total(self, measure: str, scope: Scope = EVERYTHING) -> int:
        """The sum of the counts. Raises ValueError for what cannot be added: shares, overlapping windows."""
        if self.is_rate(measure):
            raise ValueError(f"指标“{measure}”是比率，不能相加，请改用 rate")
        if measure in MEASURES and not MEASURES[measure].additive:
            raise ValueError(f"指标“{measure}”的时段可能重叠，不能相加，请改用 reached 或 findings")
        return sum(figure.value or 0 for figure in self.of(measure, scope))

    def parts(self, measure: str, scope: Scope = EVERYTHING) -> tuple[int, int]:
        """Numerator and denominator of a rate, each summed. Raises ValueError for a count."""
        if not self.is_rate(measure):
            raise ValueError(f"指标“{measure}”不是比率，请改用 total")
        figures = self.of(measure, scope)
        return sum(f.numerator or 0 for f in figures), sum(f.denominator or 0 for f in figures)

    def by_unit(self, measure: str, scope: Scope = EVERYTHING) -> dict[str, int]:
        """Unit → the sum of its counts, in stored order; a unit without a figure is absent."""
        totals: dict[str, int] = {}
        for figure in self.of(measure, scope):
            totals[figure.unit] = totals.get(figure.unit, 0) + (figure.value or 0)
        return totals

    def by_item(self, measure: str, scope: Scope = EVERYTHING) -> dict[str, int]:
        """Item → the sum of its counts over units, in stored order."""
        totals: dict[str, int] = {}
        for figure in self.of(measure, scope):
            totals[figure.item] = totals.get(figure.item, 0) + (figure.value or 0)
        return totals

    def is_rate(self, measure: str) -> bool:
        """Whether a measure is a share: so says the registry, or for a measure of its own, its figures."""
        if measure in MEASURES:
            return MEASURES[measure].is_rate
        return any(figure.value is None for figure in self.of(measure))

    def _parts(self, measure: str) -> list[str]:
        parts = measure.split("+")
        for part in parts:
            if part not in MEASURES and part not in self._by_measure:
                raise UnknownWordError("指标", part, {*MEASURES, *self._by_measure})
        return parts
