"""Totals against the previous period's."""

from assessment_builders import count, make_office, make_scheme, make_unit, run, share

from gongkai.assessment.assess import assess
from gongkai.assessment.result import Movement
from gongkai.terms import Period

OFFICE = make_office(make_scheme(), [make_unit("财政局"), make_unit("司法局")])
BEFORE = assess(
    OFFICE,
    Period.parse("2022Q1"),
    [
        count("submissions.submitted", 10),
        count("submissions.submitted", 5, "司法局"),
        count("orders.late", 4),
    ],
    [],
    snapshot="",
)


def test_totals_of_all_units_are_set_beside_those_before() -> None:
    now = [
        count("submissions.submitted", 20),
        count("submissions.submitted", 1, "司法局"),
        count("messages.late", 2),
    ]

    assert run(OFFICE, *now, previous=BEFORE).movements == (
        Movement(measure="submissions.submitted", before=15, now=21),
        Movement(measure="messages.late", before=None, now=2),
    )


def test_rates_and_overlapping_windows_have_no_total() -> None:
    now = [
        share("orders.on_time_rate", 1, 2),
        count("columns.window", 1, item="甲", window="2022-04", due=1),
    ]

    assert run(OFFICE, *now, previous=BEFORE).movements == ()


def test_without_a_previous_assessment_there_is_no_movement() -> None:
    assert run(OFFICE, count("orders.late", 1)).movements == ()
