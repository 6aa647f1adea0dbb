"""What one application of a rule looks at: the figures of one unit, taken together."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gongkai.assessment.result import AssessmentError
from gongkai.measures.figures import Figure

PERCENT = 100


@dataclass(frozen=True)
class Judged:
    """The figures of one unit and item of the scheme, all counts or all rates."""

    figures: Sequence[Figure]

    @property
    def is_rate(self) -> bool:
        """Whether the figures are shares, which stand as numerator over denominator."""
        return self.figures[0].value is None

    @property
    def value(self) -> int:
        """The sum of the counts. Raises AssessmentError for a rate: shares cannot be added."""
        self._refuse_rate()
        return sum(figure.value or 0 for figure in self.figures)

    @property
    def numerator(self) -> int:
        return sum(figure.numerator or 0 for figure in self.figures)

    @property
    def denominator(self) -> int:
        return sum(figure.denominator or 0 for figure in self.figures)

    @property
    def exists(self) -> bool:
        """Whether there is something to judge: 0/0 is no figure."""
        return bool(self.figures) and (not self.is_rate or self.denominator > 0)

    @property
    def duties(self) -> tuple[tuple[int, int], ...]:
        """(value, target) of every figure that is judged against a target."""
        return tuple((figure.value or 0, figure.target or 0) for figure in self.figures if _is_duty(figure))

    def of_duties(self) -> "Judged":
        """Only the figures that are judged against a target. Raises AssessmentError for a rate."""
        self._refuse_rate()
        return Judged([figure for figure in self.figures if _is_duty(figure)])

    def reaches(self, bound: Decimal) -> bool:
        """Whether the count, or the percentage of a rate before any rounding, is `bound` or more."""
        if self.is_rate:
            return self.numerator * PERCENT >= bound * self.denominator
        return self.value >= bound

    def exceeds(self, bound: Decimal) -> bool:
        """Whether the count, or the percentage of a rate before any rounding, is more than `bound`."""
        if self.is_rate:
            return self.numerator * PERCENT > bound * self.denominator
        return self.value > bound

    def _refuse_rate(self) -> None:
        if self.is_rate:
            measure = self.figures[0].measure
            raise AssessmentError(
                [f"指标“{measure}”是比率，不能按件、按缺额或单项否决计算，请改用分档、区间或比例计分"]
            )


def _is_duty(figure: Figure) -> bool:
    """Whether there is a target, and enough is known of the value to judge it."""
    return figure.target is not None and figure.met is not None
