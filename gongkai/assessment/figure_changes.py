"""Figures of two assessments side by side: which differ."""

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.assessment.result import Assessment
from gongkai.measures.figures import Figure


class FigureChange(NamedTuple):
    """A figure that appears (`before` None), vanishes (`after` None) or has another value or target."""

    before: Figure | None
    after: Figure | None

    @property
    def place(self) -> Figure:
        """The figure that says unit, measure, item and window."""
        found = self.after or self.before
        assert found
        return found


def figure_changes(before: Assessment, after: Assessment) -> Iterator[FigureChange]:
    """Every difference, in the order of `after` and then of what only `before` has."""
    old, new = before.figures_by_place, after.figures_by_place
    for place in dict.fromkeys((*new, *old)):
        if old.get(place) != new.get(place):
            yield FigureChange(old.get(place), new.get(place))
