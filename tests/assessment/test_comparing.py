"""What a clerk sees before a scheme is changed: who would rise, by which lines."""

from decimal import Decimal

import pytest
from assessment_builders import (
    card,
    count,
    make_adjustment,
    make_item,
    make_office,
    make_scheme,
    make_unit,
    run,
)
from hypothesis import given
from hypothesis import strategies as some

from gongkai.assessment.comparing import compare
from gongkai.assessment.result import Assessment, AssessmentError, FindingKind
from gongkai.office.scheme import Ranking

UNITS = ("财政局", "司法局", "民政局")
MEASURES = ("orders.late", "orders.redone", "submissions.late")
LATE = [count("orders.late", number, unit) for number, unit in zip((2, 0, 1), UNITS, strict=True)]
SENT = [count("submissions.late", number, unit) for number, unit in zip((0, 3, 0), UNITS, strict=True)]


def tried(points_late: int, *figures, points_sent: int = -1, **more) -> Assessment:
    """The figures under a scheme with these points."""
    items = [
        make_item(measure="orders.late", key="超时", points=Decimal(points_late)),
        make_item(measure="submissions.late", key="迟报", points=Decimal(points_sent), dimension="信息报送"),
        make_item("manual", key="约谈"),
    ]
    units = [make_unit(unit) for unit in UNITS]
    return run(make_office(make_scheme(*items), units), *(figures or (*LATE, *SENT)), **more)


@pytest.fixture
def comparison():
    """财政局 96 → 92, 司法局 97, 民政局 98 → 96: 司法局 rises from the second place to the first."""
    return compare(tried(-2), tried(-4))


def test_with_these_points_ranks_would_move_so(comparison):
    assert [(one.unit, one.before.rank, one.after.rank, one.risen) for one in comparison.units] == [
        ("民政局", 1, 2, -1),
        ("司法局", 2, 1, 1),
        ("财政局", 3, 3, 0),
    ]


def test_each_unit_says_which_dimension_and_which_lines_moved_it(comparison):
    moved = comparison.units[-1]
    assert (moved.gained, moved.subtotals) == (Decimal(-4), (("日常工作", Decimal(-4), Decimal(-8)),))
    (line,) = moved.lines
    assert (line.before.basis, line.after.basis) == (
        "超时办结2件，每件−2分，计−4分",
        "超时办结2件，每件−4分，计−8分",
    )


def test_a_unit_that_others_overtake_is_listed_without_a_line_of_its_own(comparison):
    overtaking = comparison.units[1]
    assert (overtaking.lines, overtaking.subtotals, overtaking.gained) == ((), (), 0)


def test_a_line_that_comes_or_goes_has_one_side():
    fined = tried(-2, adjustments=[make_adjustment("-1", "约谈", "司法局")])
    there, back = compare(tried(-2), fined), compare(fined, tried(-2))
    (appeared,) = [line for one in there.units for line in one.lines]
    assert (appeared.before, appeared.after.reason) == (None, "事由")
    assert [line for one in back.units for line in one.lines] == [(appeared.after, None)]


def test_one_of_two_equal_entries_that_is_withdrawn_is_one_line():
    entered = [make_adjustment(number, "约谈", "司法局") for number in ("-1", "-3")]
    (change,) = compare(tried(-2, adjustments=entered), tried(-2, adjustments=entered[1:])).units
    assert sum((line.after.points if line.after else 0) - line.before.points for line in change.lines) == 1


def test_problems_that_only_one_assessment_finds_are_told_apart():
    fewer = tried(-2, *LATE)
    told = compare(fewer, tried(-2))
    assert [(one.kind, one.unit) for one in told.appeared] == [(FindingKind.LATE_SUBMISSION, "司法局")]
    assert told.vanished == ()
    assert compare(tried(-2), fewer).vanished == told.appeared


def test_a_unit_that_joins_has_no_rank_to_rise_from():
    small = run(make_office(make_scheme(make_item()), [make_unit("财政局")]), count("orders.late", 1))
    larger = run(
        make_office(make_scheme(make_item()), [make_unit("财政局"), make_unit("司法局")]),
        count("orders.late", 1),
    )
    told = {one.unit: one for one in compare(small, larger).units}
    assert (told["司法局"].before, told["司法局"].risen) == (None, 0)
    assert told["财政局"].risen == card(small).rank - card(larger).rank == -1


def test_two_offices_are_not_compared():
    other = tried(-2).model_copy(update={"office": "linxian"})
    with pytest.raises(AssessmentError, match="“mouxian”与“linxian”"):
        compare(tried(-2), other)


@some.composite
def assessments(draw) -> Assessment:
    items = [
        make_item(
            measure=measure, key=measure, points=Decimal(draw(some.integers(-4, 4))), dimension=dimension
        )
        for measure, dimension in zip(MEASURES, ("甲", "乙", "乙"), strict=True)
        if draw(some.booleans())
    ]
    items.append(make_item("manual", key="约谈"))
    figures = [count(measure, draw(some.integers(0, 3)), unit) for measure in MEASURES for unit in UNITS]
    entered = [
        make_adjustment(str(number), "约谈", unit)
        for unit, number in draw(some.lists(some.tuples(some.sampled_from(UNITS), some.integers(-3, 3))))
    ]
    groups = [draw(some.sampled_from(("部门", "镇街"))) for _ in UNITS]
    units = [make_unit(unit, group) for unit, group in zip(UNITS, groups, strict=True)]
    scheme = make_scheme(*items, ranking=draw(some.sampled_from(Ranking)))
    return run(make_office(scheme, units), *figures, adjustments=entered)


@given(assessments())
def test_nothing_differs_from_itself(one):
    assert compare(one, one).is_empty


@given(assessments(), assessments())
def test_compared_the_other_way_round_before_is_after(one, other):
    there, back = compare(one, other), compare(other, one)
    assert (there.appeared, there.vanished) == (back.vanished, back.appeared)
    assert [(change.unit, -change.risen, -change.gained) for change in there.units] == [
        (change.unit, change.risen, change.gained) for change in back.units
    ]
    for change, mirrored in zip(there.units, back.units, strict=True):
        assert {(line.after, line.before) for line in change.lines} == set(mirrored.lines)


@given(assessments(), assessments())
def test_the_lines_that_differ_add_up_to_the_subtotals_that_differ(one, other):
    for change in compare(one, other).units:
        by_lines = sum((_points(line.after) - _points(line.before) for line in change.lines), Decimal(0))
        by_dimension = sum(((one.after or 0) - (one.before or 0) for one in change.subtotals), Decimal(0))
        assert by_lines == by_dimension


def _points(line) -> Decimal:
    return line.points if line else Decimal(0)
