"""Questions to an assessment."""

import pytest
from assessment_builders import count, make_item, make_office, make_scheme, make_unit, run, share

from gongkai.assessment import reading
from gongkai.assessment.result import Completion, FindingKind
from gongkai.terms import Rate, Rounding

POSTS = count("posts.original", 7, "乙", item="号", due=12)
ASSESSMENT = run(
    make_office(
        make_scheme(make_item("event", points=-2)), [make_unit("乙"), make_unit("甲"), make_unit("丙")]
    ),
    count("submissions.submitted", 8, "甲", due=24),
    count("submissions.submitted", 0, "乙", due=24),
    count("submissions.zero", 0, "甲"),
    count("submissions.zero", 1, "乙"),
    count("columns.updates", 3, "甲", item="规划信息", window="2022-04"),
    count("columns.updates", 4, "甲", item="规划信息", window="2022-05"),
    count("columns.updates", 5, "乙", item="政府债务", window="2022-05"),
    count("columns.short", 1, "甲", item="规划信息"),
    count("columns.short", 2, "甲", item="招标信息"),
    count("columns.short", 1, "乙", item="政府债务"),
    count("orders.late", 2, "甲"),
    share("orders.on_time_rate", 20, 22, "甲"),
    share("orders.on_time_rate", 7, 7, "乙"),
    count("posts.lapsed", 1, "乙", item="号"),
    POSTS,
)


def test_a_total_may_be_of_all_units_some_units_or_one_item() -> None:
    assert reading.total(ASSESSMENT, "columns.updates") == 12
    assert reading.total(ASSESSMENT, "columns.updates", units=["甲"]) == 7
    assert reading.total(ASSESSMENT, "columns.updates", item="政府债务") == 5
    assert reading.total(ASSESSMENT, "adoptions.own") == 0


@pytest.mark.parametrize("measure", ["orders.on_time_rate", "columns.window"])
def test_what_cannot_be_added_has_no_total(measure: str) -> None:
    with pytest.raises(reading.ReadingError, match="不能相加"):
        reading.total(ASSESSMENT, measure)


def test_a_misspelt_measure_is_an_error_and_not_a_zero() -> None:
    for ask in (reading.total, reading.rate, reading.figures, reading.units_where):
        with pytest.raises(reading.ReadingError, match=r"没有指标“submissions\.submited”"):
            ask(ASSESSMENT, "submissions.submited")


def test_a_rate_of_several_units_is_the_sum_of_its_parts() -> None:
    assert reading.rate(ASSESSMENT, "orders.on_time_rate") == Rate(27, 29)
    assert str(reading.rate(ASSESSMENT, "orders.on_time_rate", units=["甲"])) == "90.9%"
    assert str(reading.rate(ASSESSMENT, "orders.on_time_rate", places=0, rounding=Rounding.TRUNCATE)) == "93%"
    assert str(reading.rate(ASSESSMENT, "orders.satisfaction_rate")) == "—"


def test_a_count_is_not_a_rate() -> None:
    with pytest.raises(reading.ReadingError, match="不是比率"):
        reading.rate(ASSESSMENT, "orders.late")


def test_one_figure_is_found_by_its_place() -> None:
    found = reading.figure(ASSESSMENT, "甲", "columns.updates", "规划信息", "2022-05")

    assert found is not None
    assert found.value == 4
    assert reading.figure(ASSESSMENT, "丙", "orders.late") is None


def test_all_figures_of_a_unit_are_together() -> None:
    assert {one.unit for one in reading.figures_of(ASSESSMENT, "乙")} == {"乙"}
    assert reading.figures_of(ASSESSMENT, "丙") == ()


def test_units_are_listed_once_and_as_the_register_lists_them() -> None:
    assert reading.short_units(ASSESSMENT) == ("乙", "甲")
    assert reading.units_where(ASSESSMENT, "submissions.submitted", lambda one: one.met is False) == (
        "乙",
        "甲",
    )


def test_the_zero_list_and_the_lapsed_accounts() -> None:
    assert reading.zero_list(ASSESSMENT) == ("乙",)
    assert reading.lapsed(ASSESSMENT) == (POSTS,)


def test_findings_states_cards_and_lines_are_found_by_what_they_are_about() -> None:
    assert [one.unit for one in reading.findings_of(ASSESSMENT, FindingKind.ORDER_LATE)] == ["甲"]
    assert reading.units_in_state(ASSESSMENT, "orders", Completion.PARTIAL) == ("甲",)
    assert [one.rank for one in reading.scorecards_of(ASSESSMENT, "部门")] == [1, 1, 2]
    assert [one.points for one in reading.lines_of(ASSESSMENT, "甲", "日常工作")] == [-4]
    assert reading.lines_of(ASSESSMENT, "甲", "新闻动态") == ()
