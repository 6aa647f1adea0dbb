"""完成情况 of each unit in each line of business, beside the points: it cannot be derived from them."""

from collections import defaultdict
from collections.abc import Sequence

from gongkai.assessment.result import Completion, CompletionState
from gongkai.measures.figures import Figure

DUTIES = {
    "submissions": "submissions.submitted",
    "columns": "columns.window",
    "messages": "messages.on_time_rate",
    "orders": "orders.on_time_rate",
    "posts": "posts.original",
}
"""Kind of facts → the measure that says how far its duties were met: by target, or as a rate of those due."""


def completion(figures: Sequence[Figure]) -> tuple[CompletionState, ...]:
    """The state of every unit in every kind in which it had a duty, by kind and then register order.

    A duty is a quota, a window of a column, an account, a message or an order that was due. All met is
    complete, none met is none, anything between is partial; a unit without a duty in a kind has no state.
    """
    states: list[CompletionState] = []
    for kind, measure in DUTIES.items():
        tallies: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for figure in figures:
            if figure.measure == measure:
                tallies[figure.unit].append(_tally(figure))
        states.extend(state for unit, tally in tallies.items() if (state := _state(unit, kind, tally)))
    return tuple(states)


def _tally(figure: Figure) -> tuple[int, int]:
    """(duties met, duties judged) in one figure."""
    if figure.denominator is not None:
        return figure.numerator or 0, figure.denominator
    return int(figure.met or False), int(figure.met is not None)


def _state(unit: str, kind: str, tally: Sequence[tuple[int, int]]) -> CompletionState | None:
    met, judged = sum(one[0] for one in tally), sum(one[1] for one in tally)
    if not judged:
        return None
    some = Completion.PARTIAL if met else Completion.NONE
    state = Completion.COMPLETE if met == judged else some
    return CompletionState(unit=unit, kind=kind, state=state, met=met, judged=judged)
