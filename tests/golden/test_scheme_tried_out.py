"""千阳 2022Q2 with other points than the published ones: who would stand where."""

from decimal import Decimal

import pytest
from test_qianyang_scores import ADJUSTMENTS, FIGURES, OFFICE

from gongkai.assessment.assess import assess
from gongkai.assessment.comparing import Comparison, compare
from gongkai.assessment.result import Assessment
from gongkai.office.scheme import Event
from gongkai.terms import Period


def under(points: str) -> Assessment:
    """The published quarter with so many points for an overdue order."""
    items = tuple(
        item.model_copy(update={"rule": Event(kind="event", points=Decimal(points))})
        if item.key == "工单超时"
        else item
        for item in OFFICE.scheme.items
    )
    tried = OFFICE.model_copy(update={"scheme": OFFICE.scheme.model_copy(update={"items": items})})
    return assess(tried, Period.parse("2022Q2"), FIGURES, ADJUSTMENTS, snapshot="0" * 64)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(under("-2"), under("-4"))


def test_the_published_points_tried_out_again_move_nobody():
    assert compare(under("-2"), under("-2")).is_empty


def test_two_points_more_for_an_overdue_order_cost_the_first_place(comparison):
    """城关镇 leads with 297 and two overdue orders, 南寨镇 follows with 296."""
    moved = {one.unit: (one.before.rank, one.after.rank, one.gained) for one in comparison.units}
    assert moved == {"城关镇": (1, 2, Decimal(-4)), "南寨镇": (2, 1, Decimal(0))}


def test_the_lost_points_lead_to_their_line(comparison):
    (line,) = [line for one in comparison.units for line in one.lines]
    assert (line.after.unit, line.after.dimension, line.after.measure) == (
        "城关镇",
        "日常工作",
        "orders.late",
    )
    assert (line.before.points, line.after.points) == (Decimal(-4), Decimal(-8))
