"""Ranks over periods, as the chart and its table show them."""

from decimal import Decimal

import pytest
from assessment_builders import count, make_item, make_office, make_scheme, make_unit

from gongkai.assessment.assess import assess
from gongkai.assessment.movement import Standing, tracks
from gongkai.assessment.result import Assessment, AssessmentError
from gongkai.terms import Period


def quarter(code: str, *groups: str, **late: int) -> Assessment:
    """An assessment of the units that `late` names, each with that many late orders, all in one group or in
    those given."""
    units = [make_unit(unit, group) for unit, group in zip(late, groups or ["部门"] * len(late), strict=True)]
    figures = [count("orders.late", number, unit) for unit, number in late.items()]
    office = make_office(make_scheme(make_item()), units)
    return assess(office, Period.parse(code), figures, [], snapshot="")


FIRST = quarter("2021Q4", 财政局=0, 司法局=1, 民政局=2)
SECOND = quarter("2022Q1", 财政局=3, 司法局=1, 卫健局=0)


def test_each_unit_has_its_rank_and_total_in_every_period():
    (group,) = tracks([FIRST, SECOND])
    assert (group.group, group.periods) == ("部门", ("2021Q4", "2022Q1"))
    standings = {track.unit: track.standings for track in group.units}
    assert standings["财政局"] == (Standing(1, Decimal(100), 3), Standing(3, Decimal(94), 3))


def test_units_stand_by_their_newest_rank_and_who_left_stands_last():
    (group,) = tracks([FIRST, SECOND])
    assert [track.unit for track in group.units] == ["卫健局", "司法局", "财政局", "民政局"]


def test_a_unit_rises_or_falls_against_the_period_before_where_it_was_in_both():
    (group,) = tracks([FIRST, SECOND])
    assert {track.unit: track.risen for track in group.units} == {
        "卫健局": None,
        "司法局": 0,
        "财政局": -2,
        "民政局": None,
    }


def test_a_unit_that_changed_groups_has_a_gap_in_both():
    moved = quarter("2022Q1", "部门", "镇街", 财政局=0, 石鼓镇=1)
    before = quarter("2021Q4", "部门", "部门", 财政局=0, 石鼓镇=1)
    shown = {
        (group.group, one.unit): one.standings for group in tracks([before, moved]) for one in group.units
    }
    assert shown["部门", "石鼓镇"][1] is None
    assert shown["镇街", "石鼓镇"][0] is None


def test_one_period_or_none_has_no_movement():
    assert tracks([]) == ()
    assert {track.risen for group in tracks([FIRST]) for track in group.units} == {None}


@pytest.mark.parametrize("order", [(SECOND, FIRST), (FIRST, FIRST), (FIRST, quarter("2021", 财政局=0))])
def test_periods_out_of_order_or_told_twice_are_refused(order):
    with pytest.raises(AssessmentError, match="由早到晚"):
        tracks(order)


def test_two_offices_have_no_common_ranks():
    with pytest.raises(AssessmentError, match="mouxian、linxian"):
        tracks([FIRST, SECOND.model_copy(update={"office": "linxian"})])
