"""Figures and adjustments of one unit → the lines of its score."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from gongkai.assessment import rules, sentences
from gongkai.assessment.applies import items_of, manual_item
from gongkai.assessment.result import PointLine
from gongkai.assessment.rules import Outcome
from gongkai.measures.facts import Adjustment
from gongkai.measures.figures import Figure
from gongkai.office.pack import Unit
from gongkai.office.scheme import Item, Manual, Scheme
from gongkai.terms import points

FiguresOfMeasure = Mapping[str, Sequence[Figure]]


def unit_lines(
    scheme: Scheme, unit: Unit, figures: FiguresOfMeasure, adjustments: Sequence[Adjustment]
) -> list[PointLine]:
    """Every line of a unit's score in the scheme's order; the lines of a dimension add up to its subtotal.

    `figures` maps measure → the unit's figures. Raises AssessmentError where a rule does not fit its measure.
    """
    lines: list[PointLine] = []
    for item in items_of(scheme, unit.group):
        if isinstance(item.rule, Manual):
            entered = [one for one in adjustments if manual_item(scheme, unit.group, one.item) is item]
            lines.extend(_entered(item, unit.name, entered))
        else:
            lines.extend(_computed(item, unit.name, figures.get(item.measure, ())))
    return lines


def _computed(item: Item, unit: str, figures: Sequence[Figure]) -> Iterator[PointLine]:
    concerned = [figure for figure in figures if item.on in ("", figure.item)]
    for judged in [[figure] for figure in concerned] if item.each else [concerned]:
        outcome = rules.judge(item, judged)
        if outcome is not None:
            alone = judged[0] if len(judged) == 1 else None
            yield _line(
                item,
                unit,
                outcome,
                measure=item.measure,
                on=alone.item if alone else item.on,
                window=alone.window if alone else "",
            )


def _entered(item: Item, unit: str, adjustments: Sequence[Adjustment]) -> Iterator[PointLine]:
    """A line an adjustment, whole as it was entered; where the bounds hold for their sum and one bites, a
    line more takes the sum back to it."""
    total = Decimal(0)
    for adjustment in adjustments:
        outcome = _outcome(adjustment)
        if item.each:
            outcome = rules.within(item, outcome)
        total += outcome.points
        yield _line(
            item,
            unit,
            outcome,
            reason=adjustment.reason,
            person=adjustment.person,
            evidence=adjustment.evidence,
        )
    summed = Outcome(total, f"本项合计{sentences.signed(total)}分")
    held = rules.within(item, summed)
    if held.points != total and not item.each:
        yield _line(item, unit, Outcome(points(held.points - total), held.basis))


def _outcome(adjustment: Adjustment) -> Outcome:
    one = Decimal(adjustment.points)
    total = points(one * adjustment.quantity)
    if adjustment.quantity == 1:
        return Outcome(total, f"{adjustment.reason}，{sentences.verdict(total)}")
    times = f"{adjustment.quantity}次，每次{sentences.signed(one)}分"
    return Outcome(total, f"{adjustment.reason}，{times}，{sentences.comes_to(total)}")


def _line(item: Item, unit: str, outcome: Outcome, **more: str) -> PointLine:
    return PointLine(
        unit=unit,
        dimension=item.dimension,
        item=item.key,
        label=item.label,
        rule=sentences.rule_in_words(item),
        basis=outcome.basis,
        points=outcome.points,
        **more,
    )
