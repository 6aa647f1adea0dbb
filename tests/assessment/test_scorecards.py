"""From lines to the score table: subtotals, scaling, veto, groups, ranks."""

from decimal import Decimal

from assessment_builders import (
    card,
    count,
    lines,
    make_adjustment,
    make_item,
    make_office,
    make_scheme,
    make_unit,
    run,
)

from gongkai.office.scheme import Dimension, Ranking, Scaling, Veto

LATE = make_item("event", points=-2)
BLANK_VETO = Veto(measure="columns.blank", at_least=5, total=Decimal(59), reason="空白栏目5个以上，单项否决")


def blanks(number: int) -> list:
    return [count("columns.blank", 1, item=f"栏目{place}") for place in range(number)]


def test_the_total_is_the_base_and_all_subtotals() -> None:
    manual = make_item("manual", key="奖励", dimension="新闻动态")
    office = make_office(make_scheme(LATE, manual))

    found = card(run(office, count("orders.late", 3), adjustments=[make_adjustment("5.5", "奖励")]))

    assert found.base == 100
    assert found.subtotals == {"日常工作": Decimal(-6), "新闻动态": Decimal("5.5")}
    assert found.total == Decimal("99.5")


def test_a_dimension_in_which_nothing_was_judged_is_blank_and_not_zero() -> None:
    quota = make_item("shortfall", "submissions.submitted", key="报送", dimension="新闻动态")
    office = make_office(make_scheme(LATE, quota))

    found = card(run(office, count("orders.late", 0), count("submissions.submitted", 24, due=24)))

    assert found.subtotals == {"日常工作": None, "新闻动态": Decimal(0)}


def test_a_total_may_fall_below_zero() -> None:
    assert card(run(make_office(make_scheme(LATE)), count("orders.late", 60))).total == -20


def test_a_group_scored_out_of_75_is_scaled_and_says_so() -> None:
    scheme = make_scheme(LATE, scalings=(Scaling(groups=("部门",), numerator=4, denominator=3),))
    office = make_office(scheme, [make_unit("财政局"), make_unit("城关镇", "镇")])

    assessment = run(office, count("orders.late", 15), count("orders.late", 15, "城关镇"))

    assert card(assessment).total == Decimal("93.33")
    assert card(assessment).scaled == "合计70分，按4/3折算为93.33分"
    assert card(assessment, "城关镇").total == 70
    assert card(assessment, "城关镇").scaled == ""


def test_a_veto_holds_the_total_down_and_keeps_its_reason() -> None:
    office = make_office(make_scheme(LATE, vetoes=(BLANK_VETO,)))

    four, five = card(run(office, *blanks(4))), card(run(office, *blanks(5)))

    assert (four.total, four.vetoed) == (100, "")
    assert (five.total, five.vetoed) == (59, "空白栏目5个以上，单项否决")


def test_a_veto_never_raises_a_lower_total() -> None:
    office = make_office(make_scheme(LATE, vetoes=(BLANK_VETO,)))

    assert card(run(office, *blanks(5), count("orders.late", 40))).total == 20


def test_a_veto_holds_after_scaling() -> None:
    scaling = Scaling(groups=("部门",), numerator=4, denominator=3)
    office = make_office(make_scheme(LATE, vetoes=(BLANK_VETO,), scalings=(scaling,)))

    assert card(run(office, *blanks(5))).total == 59


def test_ranks_are_counted_inside_each_group_and_ties_share_one() -> None:
    units = [
        make_unit(name, group)
        for name, group in [("甲", "镇"), ("乙", "部门"), ("丙", "部门"), ("丁", "部门"), ("戊", "部门")]
    ]
    office = make_office(make_scheme(LATE), units, groups=("镇", "部门"))
    late = {"甲": 9, "乙": 2, "丙": 1, "丁": 1, "戊": 0}

    cards = run(office, *(count("orders.late", value, unit) for unit, value in late.items())).scorecards

    assert [(one.unit, one.rank) for one in cards] == [("甲", 1), ("戊", 1), ("丙", 2), ("丁", 2), ("乙", 3)]


def test_competition_ranking_skips_after_a_tie() -> None:
    units = [make_unit(name) for name in "甲乙丙"]
    office = make_office(make_scheme(LATE, ranking=Ranking.COMPETITION), units)

    cards = run(office, count("orders.late", 1, "丙")).scorecards

    assert [(one.unit, one.rank) for one in cards] == [("甲", 1), ("乙", 1), ("丙", 3)]


def test_a_group_is_judged_by_the_items_and_dimensions_open_to_it() -> None:
    towns = make_item("event", key="镇", dimension="政务新媒体", groups=("镇",))
    departments = make_item("event", key="部门", dimension="新媒体")
    dimensions = (Dimension(name="政务新媒体"), Dimension(name="新媒体", groups=("部门",)))
    office = make_office(
        make_scheme(towns, departments, dimensions=dimensions),
        [make_unit("财政局"), make_unit("城关镇", "镇")],
    )

    assessment = run(office, count("orders.late", 1), count("orders.late", 1, "城关镇"))

    assert [line.item for line in assessment.lines] == ["部门", "镇"]
    assert card(assessment).subtotals == {"政务新媒体": None, "新媒体": Decimal(-2)}
    assert card(assessment, "城关镇").subtotals == {"政务新媒体": Decimal(-2)}


def test_a_unit_that_is_not_ranked_has_no_scorecard_and_no_line() -> None:
    office = make_office(make_scheme(LATE), [make_unit("财政局"), make_unit("供电公司", ranked=False)])

    assessment = run(office, count("orders.late", 1, "供电公司"))

    assert [one.unit for one in assessment.scorecards] == ["财政局"]
    assert lines(assessment, "供电公司") == []


def test_without_items_there_are_figures_and_no_points() -> None:
    assessment = run(make_office(make_scheme()), count("orders.late", 1))

    assert assessment.figures == (count("orders.late", 1),)
    assert (assessment.lines, assessment.scorecards) == ((), ())
