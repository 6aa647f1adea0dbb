"""Questions to an assessment: what a notice, a page or a command asks for. Every list is in register order."""

from collections.abc import Callable, Collection

from gongkai.assessment.result import (
    Assessment,
    Completion,
    Finding,
    FindingKind,
    PointLine,
    Scorecard,
)
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES, Measure
from gongkai.terms import Rate, Rounding


class ReadingError(LookupError):
    """A question the figures cannot answer: a measure that does not exist, a sum of what cannot be added."""


def total(
    assessment: Assessment, measure: str, *, units: Collection[str] | None = None, item: str | None = None
) -> int:
    """The sum of a measure over `units` (None for all) and one `item` (None for all).

    0 where nothing was counted. Raises ReadingError for a rate and for a measure whose parts overlap.
    """
    known = _measure(measure)
    if not known.additive:
        raise ReadingError(f"指标“{measure}”（{known.label}）不能相加，没有合计")
    return sum(figure.value or 0 for figure in _selected(assessment, measure, units, item))


def rate(
    assessment: Assessment,
    measure: str,
    *,
    units: Collection[str] | None = None,
    places: int = 1,
    rounding: Rounding = Rounding.HALF_UP,
) -> Rate:
    """A rate over `units` (None for all): the sum of numerators over that of denominators.

    Raises ReadingError for a measure that is not a rate.
    """
    if not _measure(measure).is_rate:
        raise ReadingError(f"指标“{measure}”不是比率")
    selected = _selected(assessment, measure, units, None)
    done = sum(one.numerator or 0 for one in selected)
    due = sum(one.denominator or 0 for one in selected)
    return Rate(done, due, places, rounding)


def figure(
    assessment: Assessment, unit: str, measure: str, item: str = "", window: str = ""
) -> Figure | None:
    """The figure at that place, None where there is none. Raises ReadingError for an unknown measure."""
    _measure(measure)
    return assessment.figures_by_place.get((unit, measure, item, window))


def figures(assessment: Assessment, measure: str) -> tuple[Figure, ...]:
    """All figures of a measure. Raises ReadingError for an unknown measure."""
    _measure(measure)
    return tuple(assessment.figures_by_measure.get(measure, ()))


def figures_of(assessment: Assessment, unit: str) -> tuple[Figure, ...]:
    """All figures of a unit, by measure, item and window."""
    return tuple(assessment.figures_by_unit.get(unit, ()))


def units_where(
    assessment: Assessment, measure: str, test: Callable[[Figure], bool] = lambda figure: bool(figure.value)
) -> tuple[str, ...]:
    """The units with a figure of the measure that passes `test`, each once; by default one that is not 0."""
    return tuple(dict.fromkeys(one.unit for one in figures(assessment, measure) if test(one)))


def zero_list(assessment: Assessment) -> tuple[str, ...]:
    """零报送: the units that owed submissions and made none."""
    return units_where(assessment, "submissions.zero")


def short_units(assessment: Assessment) -> tuple[str, ...]:
    """The units with a column that missed a window."""
    return units_where(assessment, "columns.short")


def lapsed(assessment: Assessment) -> tuple[Figure, ...]:
    """断更: the original posts of every account (`item`, name·platform) that fell short, with its quota."""
    accounts = [one for one in figures(assessment, "posts.lapsed") if one.value]
    found = [figure(assessment, one.unit, "posts.original", one.item) or one for one in accounts]
    return tuple(found)


def findings_of(assessment: Assessment, kind: FindingKind) -> tuple[Finding, ...]:
    """The problems of one kind."""
    return tuple(finding for finding in assessment.findings if finding.kind is kind)


def units_in_state(assessment: Assessment, kind: str, state: Completion) -> tuple[str, ...]:
    """The units whose duties in one line of business (`kind` of facts) stand so."""
    return tuple(one.unit for one in assessment.completion if one.kind == kind and one.state is state)


def scorecards_of(assessment: Assessment, group: str) -> tuple[Scorecard, ...]:
    """The score table of a group, by rank."""
    return tuple(card for card in assessment.scorecards if card.group == group)


def lines_of(assessment: Assessment, unit: str, dimension: str | None = None) -> tuple[PointLine, ...]:
    """The lines of a unit's score, of one dimension where it is given."""
    lines = assessment.lines_by_unit.get(unit, ())
    return tuple(line for line in lines if dimension in (None, line.dimension))


def _measure(measure: str) -> Measure:
    if measure not in MEASURES:
        raise ReadingError(f"没有指标“{measure}”")
    return MEASURES[measure]


def _selected(
    assessment: Assessment, measure: str, units: Collection[str] | None, item: str | None
) -> list[Figure]:
    return [
        one
        for one in assessment.figures_by_measure.get(measure, ())
        if (units is None or one.unit in units) and item in (None, one.item)
    ]
