"""How the totals moved since the previous period."""

from collections.abc import Sequence

from gongkai.assessment.result import Assessment, Movement
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES


def movements(figures: Sequence[Figure], previous: Assessment) -> tuple[Movement, ...]:
    """Every total that may be added up, now and before, in the order of the table of measures.

    `before` is None where the previous period had no such figure, and 0 only where it counted none.
    A measure that has no figure now is not told: nothing was counted, which is not a fall to 0.
    """
    now, before = _totals(figures), _totals(previous.figures)
    return tuple(
        Movement(measure=measure, before=before.get(measure), now=now[measure])
        for measure in MEASURES
        if measure in now
    )


def _totals(figures: Sequence[Figure]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for figure in figures:
        measure = MEASURES.get(figure.measure)
        if measure is not None and measure.additive and figure.value is not None:
            totals[figure.measure] = totals.get(figure.measure, 0) + figure.value
    return totals
