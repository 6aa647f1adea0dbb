"""An assessment is stored as JSON and read back equal to the digit."""

from decimal import Decimal

from assessment_builders import (
    count,
    make_adjustment,
    make_item,
    make_office,
    make_scheme,
    make_unit,
    run,
    share,
)
from hypothesis import given
from hypothesis import strategies as st

from gongkai.assessment.result import Assessment, PointLine
from gongkai.measures.figures import Figure
from gongkai.office.scheme import Lists


def whole() -> Assessment:
    """An assessment with something in every part."""
    items = (
        make_item("event"),
        make_item("manual", key="奖励"),
        make_item("ratio", "orders.on_time_rate", "率", full=30),
    )
    office = make_office(
        make_scheme(*items, lists=Lists(commend=1, criticise=1)), [make_unit("甲"), make_unit("乙")]
    )
    previous = run(office).model_copy(update={"period": "2022Q1"})
    figures = [
        count("orders.late", 2, "甲"),
        share("orders.on_time_rate", 20, 22, "甲"),
        count("columns.window", 0, "乙", item="规划信息", window="2022-04", due=1),
    ]
    return run(office, *figures, adjustments=[make_adjustment("0.5", "奖励", "乙")], previous=previous)


def test_an_assessment_reads_back_equal_from_its_json() -> None:
    assessment = whole()

    again = Assessment.model_validate_json(assessment.model_dump_json())

    assert again == assessment
    assert again.model_dump_json() == assessment.model_dump_json()
    assert all(isinstance(figure, Figure) for figure in again.figures)
    assert all(
        (again.lines, again.scorecards, again.findings, again.completion, again.commended, again.movements)
    )


def test_asking_an_assessment_does_not_change_what_is_stored() -> None:
    assessment, text = whole(), whole().model_dump_json()

    assert assessment.figures_by_place
    assert assessment.figures_by_unit
    assert assessment.model_dump_json() == text
    assert assessment == whole()


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_points_keep_every_digit_in_json(points: Decimal) -> None:
    line = PointLine(unit="甲", dimension="", item="", label="", rule="", basis="", points=points)

    again = PointLine.model_validate_json(line.model_dump_json())

    assert str(again.points) == str(points)
