"""Commendation and criticism: the top and bottom of each group, ties treated as equals."""

from decimal import Decimal

from assessment_builders import count, make_item, make_office, make_scheme, make_unit, run, share

from gongkai.assessment.result import Assessment
from gongkai.office.scheme import Lists, Veto

LATE = make_item("event", points=-1)


def scored(late: dict[str, int], commend: int, criticise: int, **more) -> Assessment:
    scheme = make_scheme(LATE, lists=Lists(commend=commend, criticise=criticise), **more)
    office = make_office(scheme, [make_unit(name) for name in late])
    return run(office, *(count("orders.late", value, unit) for unit, value in late.items()))


def unscored(submitted: dict[str, int], commend: int, criticise: int, **more) -> Assessment:
    office = make_office(
        make_scheme(lists=Lists(commend=commend, criticise=criticise)),
        [make_unit(name) for name in submitted],
    )
    figures = [count("submissions.submitted", value, unit) for unit, value in submitted.items()]
    return run(office, *figures)


def test_the_first_and_the_last_are_named_best_and_worst_first() -> None:
    found = scored({"甲": 5, "乙": 1, "丙": 3, "丁": 9, "戊": 7}, 2, 2)

    assert found.commended == {"部门": ("乙", "丙")}
    assert found.criticised == {"部门": ("丁", "戊")}


def test_a_tie_at_the_edge_is_commended_whole() -> None:
    assert scored({"甲": 0, "乙": 1, "丙": 1, "丁": 5}, 2, 0).commended == {"部门": ("甲", "乙", "丙")}


def test_a_tie_that_does_not_fit_is_not_criticised() -> None:
    assert scored({"甲": 0, "乙": 5, "丙": 5, "丁": 9}, 0, 2).criticised == {"部门": ("丁",)}


def test_a_tie_that_fits_is_criticised_whole() -> None:
    assert scored({"甲": 0, "乙": 3, "丙": 9, "丁": 9}, 0, 2).criticised == {"部门": ("丙", "丁")}


def test_nobody_is_on_both_lists() -> None:
    found = scored({"甲": 0, "乙": 1, "丙": 2}, 2, 2)

    assert found.commended == {"部门": ("甲", "乙")}
    assert found.criticised == {"部门": ("丙",)}


def test_where_all_are_equal_there_is_neither_list() -> None:
    found = scored({"甲": 2, "乙": 2}, 1, 1)

    assert (found.commended, found.criticised) == ({"部门": ()}, {"部门": ()})


def test_a_vetoed_unit_is_not_commended() -> None:
    veto = Veto(measure="orders.late", at_least=1, total=Decimal(99), reason="有超时工单")

    found = scored({"甲": 0, "乙": 1, "丙": 3}, 2, 1, vetoes=(veto,))

    assert found.commended == {"部门": ("甲",)}


def test_an_office_without_points_lists_by_submissions() -> None:
    found = unscored({"甲": 54, "乙": 8, "丙": 24, "丁": 6}, 1, 2)

    assert found.commended == {"部门": ("甲",)}
    assert found.criticised == {"部门": ("丁", "乙")}


def test_a_unit_on_the_zero_list_is_not_criticised_a_second_time() -> None:
    assert unscored({"甲": 54, "乙": 8, "丙": 24, "丁": 0}, 0, 1).criticised == {"部门": ("乙",)}


def test_an_office_without_points_may_list_by_a_rate() -> None:
    scheme = make_scheme(lists=Lists(commend=1, criticise=1, measure="orders.on_time_rate"))
    office = make_office(scheme, [make_unit(name) for name in "甲乙丙丁"])
    rates = {"甲": (1, 3), "乙": (9, 10), "丙": (0, 0), "丁": (2, 3)}

    found = run(office, *(share("orders.on_time_rate", *rate, unit) for unit, rate in rates.items()))

    assert (found.commended, found.criticised) == ({"部门": ("乙",)}, {"部门": ("甲",)})


def test_a_scheme_that_asks_for_no_list_has_none() -> None:
    found = scored({"甲": 1, "乙": 2}, 0, 0)

    assert (found.commended, found.criticised) == ({}, {})
