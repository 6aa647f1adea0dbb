"""A duty nobody spoke of is told from one that was not met."""

from datetime import date

from assessment_builders import QUARTER, count

from gongkai.assessment.result import Unread
from gongkai.assessment.unread import unread
from gongkai.measures.presence import Presence

OWES = [count("submissions.submitted", 0, unit, due=24) for unit in ("财政局", "司法局")]
ACCOUNT = count("posts.original", 0, due=12, item="财政发布·微博")
MONTHS = [
    count("columns.window", 0, due=1, item="财政信息", window=month)
    for month in ("2022-04", "2022-05", "2022-06")
]


def told(
    kind: str, unit: str, item: str = "", precision: str = "period", day: date | None = None
) -> Presence:
    return Presence(kind, unit, item, precision, day)


def test_a_kind_without_facts_is_unread_for_everyone_who_owes():
    found = unread(QUARTER, [*OWES, ACCOUNT], [])
    assert [(one.kind, one.unit, one.item) for one in found] == [
        ("submissions", "财政局", ""),
        ("submissions", "司法局", ""),
        ("posts", "财政局", "财政发布·微博"),
    ]


def test_a_unit_that_the_counts_do_not_list_is_unread_and_a_zero_in_them_is_a_zero():
    found = unread(QUARTER, OWES, [told("submissions", "财政局")])
    assert found == (Unread(kind="submissions", unit="司法局", item=""),)


def test_a_list_of_events_speaks_of_everyone():
    assert unread(QUARTER, OWES, [told("submissions", "财政局", precision="day")]) == ()


def test_where_some_count_and_some_list_nobody_else_is_spoken_of():
    mixed = [told("submissions", "财政局", precision="day"), told("submissions", "卫健局")]
    assert [one.unit for one in unread(QUARTER, OWES, mixed)] == ["司法局"]


def test_a_month_without_a_count_is_named():
    counts = [told("columns", "财政局", "财政信息", "month", date(2022, month, 30)) for month in (4, 6)]
    assert [one.months for one in unread(QUARTER, MONTHS, counts)] == [("2022-05",)]
    assert unread(QUARTER, MONTHS[::2], counts) == ()


def test_a_column_is_one_duty_however_many_windows_it_has():
    assert unread(QUARTER, MONTHS, []) == (Unread(kind="columns", unit="财政局", item="财政信息"),)


def test_a_column_of_another_unit_says_nothing_of_this_one():
    assert len(unread(QUARTER, MONTHS, [told("columns", "司法局", "财政信息")])) == 1


def test_an_account_was_counted_whoever_had_it_then():
    assert unread(QUARTER, [ACCOUNT], [told("posts", "司法局", "财政发布·微博")]) == ()


def test_who_owes_nothing_is_not_asked():
    assert (
        unread(QUARTER, [count("submissions.submitted", 0), count("submissions.submitted", 0, due=0)], [])
        == ()
    )
