"""The rules of a scheme: the figures of one unit and item → points before and after the bounds.

Points are rounded to two places, half up, once by the rule and once by the bounds; nothing else rounds.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from gongkai.assessment import sentences
from gongkai.assessment.judged import Judged
from gongkai.measures.figures import Figure
from gongkai.office.scheme import Band, Event, Flat, Item, Manual, Ratio, Shortfall
from gongkai.terms import points


class Outcome(NamedTuple):
    """Points, and the sentence that explains the arithmetic."""

    points: Decimal
    basis: str


def judge(item: Item, figures: Sequence[Figure]) -> Outcome | None:
    """The points of an item on `figures` taken together, within its floor and cap.

    None where nothing is judged: no figure, 0/0, no target where the rule needs one, an event that did not
    happen, a flat rule whose bounds are not met, a manual item. Raises AssessmentError where the rule counts
    and the measure is a rate.
    """
    judged = Judged(figures)
    outcome = _apply(item, judged) if judged.exists else None
    return None if outcome is None else within(item, outcome)


def within(item: Item, outcome: Outcome) -> Outcome:
    """The outcome held between the item's floor and cap; where one bites, the sentence says so."""
    if item.cap is not None and outcome.points > item.cap:
        return Outcome(points(item.cap), outcome.basis + sentences.above_cap(item.cap))
    if item.floor is not None and outcome.points < item.floor:
        return Outcome(points(item.floor), outcome.basis + sentences.below_floor(item.floor))
    return outcome


def _apply(item: Item, judged: Judged) -> Outcome | None:
    match item.rule:
        case Shortfall() as rule:
            return _shortfall(rule, judged)
        case Event() as rule:
            return _event(rule, judged)
        case Band() as rule:
            return _band(rule, judged)
        case Flat() as rule:
            return _flat(rule, judged)
        case Ratio() as rule:
            return _ratio(rule, judged)
        case Manual():
            return None


def _shortfall(rule: Shortfall, judged: Judged) -> Outcome | None:
    judged = judged.of_duties()
    if not judged.exists:
        return None
    missing = sum(max(0, target - value) for value, target in judged.duties)
    extra = sum(max(0, value - target) for value, target in judged.duties)
    total = points(missing * rule.points + extra * rule.surplus)
    return Outcome(total, sentences.shortfall(rule, judged, missing, extra, total))


def _event(rule: Event, judged: Judged) -> Outcome | None:
    if not judged.value:
        return None
    total = points(judged.value * rule.points)
    return Outcome(total, sentences.event(rule, judged, total))


def _band(rule: Band, judged: Judged) -> Outcome:
    reached = [step for step in rule.steps if judged.reaches(step.at_least)]
    highest = max(reached, key=lambda step: step.at_least, default=None)
    total = points(highest.points) if highest else Decimal(0)
    return Outcome(total, sentences.band(rule, judged, highest.at_least if highest else None, total))


def _flat(rule: Flat, judged: Judged) -> Outcome | None:
    if rule.at_least is not None and not judged.reaches(rule.at_least):
        return None
    if rule.at_most is not None and judged.exceeds(rule.at_most):
        return None
    total = points(rule.points)
    return Outcome(total, sentences.flat(rule, judged, total))


def _ratio(rule: Ratio, judged: Judged) -> Outcome | None:
    if judged.is_rate:
        done, due = judged.numerator, judged.denominator
    else:
        judged = judged.of_duties()
        # what one figure has too many does not make up for what another lacks
        done = sum(min(value, target) for value, target in judged.duties)
        due = sum(target for _, target in judged.duties)
    if not due:
        return None
    total = points(rule.full * min(done, due) / due)
    return Outcome(total, sentences.ratio(rule, judged, done, total))
