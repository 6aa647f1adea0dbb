"""Each rule of a scheme: what it gives, what it says, and when it gives nothing."""

from decimal import Decimal

import pytest
from assessment_builders import count, judge, make_item, share

from gongkai.assessment.result import AssessmentError
from gongkai.assessment.rules import Outcome

STEPS = [{"at_least": 10, "points": 2}, {"at_least": 20, "points": 5}]


def test_two_late_orders_at_minus_two_cost_four_points() -> None:
    assert judge(make_item("event", points=-2), count("orders.late", 2)) == Outcome(
        Decimal(-4), "超时办结2件，每件−2分，计−4分"
    )


def test_an_event_that_did_not_happen_leaves_no_line() -> None:
    assert judge(make_item("event"), count("orders.late", 0)) is None


def test_a_blank_column_is_named_in_the_sentence() -> None:
    item = make_item("event", "columns.blank", points=-60)

    outcome = judge(item, count("columns.blank", 1, item="工作动态"))

    assert outcome == Outcome(Decimal(-60), "“工作动态”栏目更新为0，扣60分")


def test_several_blank_columns_judged_together_are_added_and_named() -> None:
    item = make_item("event", "columns.blank", points=-6)

    outcome = judge(
        item, *(count("columns.blank", value, item=name) for name, value in [("甲", 1), ("乙", 0), ("丙", 1)])
    )

    assert outcome == Outcome(Decimal(-12), "空白栏目2个（“甲”“丙”），每个−6分，计−12分")


def test_each_missing_submission_costs() -> None:
    item = make_item("shortfall", "submissions.submitted", points="-0.5")

    outcome = judge(item, count("submissions.submitted", 8, due=24))

    assert outcome == Outcome(Decimal(-8), "报送信息8条，应为24条，少16条，每条−0.5分，计−8分")


def test_a_met_quota_is_told_with_no_points() -> None:
    item = make_item("shortfall", "submissions.submitted", points=-1)

    outcome = judge(item, count("submissions.submitted", 30, due=24))

    assert outcome == Outcome(Decimal(0), "报送信息30条，应为24条，已达到要求，计0分")


def test_a_surplus_earns_where_the_scheme_says_so() -> None:
    item = make_item("shortfall", "submissions.submitted", points=-1, surplus=2)

    outcome = judge(item, count("submissions.submitted", 30, due=24))

    assert outcome == Outcome(Decimal(12), "报送信息30条，应为24条，多6条，每条+2分，计+12分")


def test_a_busy_column_does_not_make_up_for_an_idle_one() -> None:
    item = make_item("shortfall", "columns.window", points=-2)
    figures = [
        count("columns.window", 9, item="甲", window="2022-04", due=1),
        count("columns.window", 0, item="乙", window="2022-04", due=1),
    ]

    outcome = judge(item, *figures)

    assert outcome is not None
    assert outcome.points == -2


def test_a_value_that_could_not_be_judged_costs_nothing() -> None:
    item = make_item("shortfall", "columns.window")
    unknown = count("columns.window", 0, item="甲", window="2022-04", due=1)._replace(met=None)

    assert judge(item, unknown) is None


def test_a_count_without_a_duty_has_no_shortfall() -> None:
    assert judge(make_item("shortfall", "posts.original"), count("posts.original", 0, item="小程序")) is None


@pytest.mark.parametrize(("value", "points"), [(9, 0), (10, 2), (19, 2), (20, 5), (99, 5)])
def test_the_highest_step_reached_holds(value: int, points: int) -> None:
    outcome = judge(
        make_item("band", "submissions.submitted", steps=STEPS), count("submissions.submitted", value)
    )

    assert outcome is not None
    assert outcome.points == points


def test_a_band_says_which_step_was_reached_or_missed() -> None:
    item = make_item("band", "submissions.submitted", steps=STEPS)

    reached, missed = (judge(item, count("submissions.submitted", value)) for value in (26, 3))

    assert reached is not None
    assert reached.basis == "报送信息26条，达到20条档，计+5分"
    assert missed is not None
    assert missed.basis == "报送信息3条，未达到最低档10条，计0分"


@pytest.mark.parametrize(("closed", "points"), [(1999, -1), (2000, 3)])
def test_a_rate_is_compared_unrounded(closed: int, points: int) -> None:
    """1999 of 2000 is printed as 100% with no places, but it is not all of them."""
    steps = [{"at_least": 0, "points": -1}, {"at_least": 100, "points": 3}]

    outcome = judge(
        make_item("band", "orders.on_time_rate", steps=steps), share("orders.on_time_rate", closed, 2000)
    )

    assert outcome is not None
    assert outcome.points == points


@pytest.mark.parametrize(("value", "given"), [(0, False), (1, True), (5, True), (6, False)])
def test_a_flat_rule_holds_between_its_bounds_both_included(value: int, given: bool) -> None:
    item = make_item("flat", "submissions.submitted", points=-10, at_least=1, at_most=5)

    outcome = judge(item, count("submissions.submitted", value))

    assert (outcome == Outcome(Decimal(-10), f"报送信息{value}条，不少于1条、不超过5条，计−10分")) is given
    assert (outcome is None) is not given


def test_a_flat_rule_reads_a_rate_as_a_percentage() -> None:
    item = make_item("flat", "orders.on_time_rate", points=5, at_least=90)

    assert judge(item, share("orders.on_time_rate", 20, 22)) == Outcome(
        Decimal(5), "工单按期办结率20/22，不少于90%，计+5分"
    )


def test_a_ratio_gives_its_share_of_the_full_points_to_two_places() -> None:
    item = make_item("ratio", "orders.on_time_rate", full=30)

    assert judge(item, share("orders.on_time_rate", 20, 22)) == Outcome(
        Decimal("27.27"), "工单按期办结率20/22，满分30分，计+27.27分"
    )


@pytest.mark.parametrize(("value", "points"), [(0, "0"), (8, "10"), (24, "30"), (48, "30")])
def test_a_ratio_of_a_quota_is_never_more_than_full(value: int, points: str) -> None:
    item = make_item("ratio", "submissions.submitted", full=30)

    outcome = judge(item, count("submissions.submitted", value, due=24))

    assert outcome is not None
    assert str(outcome.points) == points


def test_nothing_due_is_not_a_perfect_rate() -> None:
    assert (
        judge(make_item("ratio", "orders.on_time_rate", full=30), share("orders.on_time_rate", 0, 0)) is None
    )


def test_a_unit_without_a_figure_is_not_judged() -> None:
    for kind, more in [
        ("event", {}),
        ("shortfall", {}),
        ("flat", {}),
        ("ratio", {"full": 5}),
        ("band", {"steps": STEPS}),
    ]:
        assert judge(make_item(kind, "submissions.submitted", **more)) is None


def test_a_deduction_stops_at_the_floor_and_says_so() -> None:
    outcome = judge(make_item("event", points=-2, floor=-24), count("orders.late", 20))

    assert outcome == Outcome(Decimal(-24), "超时办结20件，每件−2分，计−40分，低于下限−24分，按−24分计")


def test_a_bonus_stops_at_the_cap_and_says_so() -> None:
    outcome = judge(
        make_item("event", "accounts.registered", points=2, cap=18), count("accounts.registered", 11)
    )

    assert outcome == Outcome(Decimal(18), "备案账号11个，每个+2分，计+22分，高于上限+18分，按+18分计")


@pytest.mark.parametrize(("accounts", "points"), [(17, 17), (18, 18), (19, 18)])
def test_a_cap_bites_from_the_first_point_above_it(accounts: int, points: int) -> None:
    outcome = judge(
        make_item("event", "accounts.registered", points=1, cap=18), count("accounts.registered", accounts)
    )

    assert outcome is not None
    assert outcome.points == points


def test_what_a_busy_account_posts_does_not_fill_anothers_share() -> None:
    figures = [count("posts.original", value, item=name, due=12) for name, value in [("甲", 60), ("乙", 6)]]

    assert judge(make_item("ratio", "posts.original", full=20), *figures) == Outcome(
        Decimal(15), "原创信息66条，应为24条，计入18条，满分20分，计+15分"
    )


def test_a_bound_that_is_just_met_is_not_mentioned() -> None:
    outcome = judge(make_item("event", points=-2, floor=-24), count("orders.late", 12))

    assert outcome == Outcome(Decimal(-24), "超时办结12件，每件−2分，计−24分")


def test_half_a_cent_is_rounded_up_away_from_zero() -> None:
    outcome = judge(make_item("event", points="-0.005"), count("orders.late", 1))

    assert outcome is not None
    assert str(outcome.points) == "-0.01"


@pytest.mark.parametrize("kind", ["event", "shortfall"])
def test_a_rate_cannot_be_counted(kind: str) -> None:
    with pytest.raises(AssessmentError, match=r"orders\.on_time_rate.*是比率"):
        judge(make_item(kind, "orders.on_time_rate"), share("orders.on_time_rate", 1, 2))
