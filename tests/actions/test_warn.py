"""Warning: found once for everybody, found again when something moved, never a wait for a writer."""

import sqlite3
from datetime import date

import pytest
from django.db import connection

from gongkai.actions import ingest, register, undo, warn
from gongkai.assessment.warnings.counts import DayCount
from gongkai.assessment.warnings.warning import State
from gongkai.records import facts, imported, offices, standings
from gongkai.records.models import Standing
from tests.actions.conftest import HEAD, Q4
from tests.conftest import AT, CLERK
from tests.fact_tables import fact

pytestmark = pytest.mark.django_db
IN_TIME = date(2021, 10, 14)


def orders_warned_of(office: str, today: date) -> dict[str, State]:
    found = warn.run(offices.get(office), Q4, today=today).warnings
    return {one.subject: one.state for one in found if one.kind == "orders"}


def test_an_open_order_is_warned_of_until_it_is_closed(weibin, import_orders, sheet):
    path = sheet(HEAD, ("GD001", "财政局", "投诉", "2021-10-08", "2021-10-15", ""))
    ingest.run(path, office="weibin", period=Q4, by=CLERK, at=AT)
    assert orders_warned_of("weibin", IN_TIME) == {"GD001": State.DUE}
    assert orders_warned_of("weibin", date(2021, 10, 18)) == {"GD001": State.LATE}
    closing = import_orders(("GD001", "2021-10-14"))
    assert orders_warned_of("weibin", IN_TIME) == {}
    undo.run(closing.pk, by=CLERK, at=AT)
    assert orders_warned_of("weibin", IN_TIME) == {"GD001": State.DUE}


def test_a_register_that_changes_is_noticed_without_an_import(weibin, copied_pack):
    row = offices.get("weibin")
    before = {(one.kind, one.unit) for one in warn.run(row, Q4, today=IN_TIME).warnings}
    pack = copied_pack / "office.toml"
    pack.write_text(pack.read_text().replace("quota = 24", "quota = 240"))
    register.load_pack(copied_pack, by=CLERK, at=AT)
    known = warn.run(offices.get("weibin"), Q4, today=IN_TIME)
    assert before
    assert {one.due for one in known.progress if one.kind == "submissions"} == {240}


def test_nothing_is_asked_of_the_facts_twice(weibin, import_orders, django_assert_max_num_queries):
    import_orders(("GD001", "2021-10-12"))
    row = offices.get("weibin")
    known = warn.run(row, Q4, today=IN_TIME)
    with django_assert_max_num_queries(3):
        assert warn.run(row, Q4, today=IN_TIME) is known


def test_another_process_reads_what_was_kept(weibin, import_orders):
    import_orders(("GD001", "2021-10-12"), ("GD002", ""))
    row = offices.get("weibin")
    known = warn.run(row, Q4, today=IN_TIME)
    kept = Standing.objects.get(office=row, period=Q4.code)
    assert standings.read(row, Q4, kept.basis) == known
    assert standings.read(row, Q4, "of another day") is None


def test_a_period_that_has_not_begun_has_nothing_to_say(weibin):
    assert warn.run(offices.get("weibin"), Q4, today=date(2021, 9, 30)) == warn.NOTHING


def test_a_period_that_is_over_is_measured_and_not_warned_of(weibin, import_counts):
    import_counts(("财政局", 8))
    known = warn.run(offices.get("weibin"), Q4, today=date(2022, 1, 10))
    assert known.warnings == ()
    assert ("submissions", "财政局", 8, 24) in known.progress


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_a_writer_to_keep_what_was_found(weibin):
    row = offices.get("weibin")
    with sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        standings.keep(row, Q4, IN_TIME, "a", warn.NOTHING)
        assert not Standing.objects.exists()
        writer.execute("ROLLBACK")
    standings.keep(row, Q4, IN_TIME, "a", warn.NOTHING)
    assert Standing.objects.get().basis == "a"


def posted(day: date, number: int, original: int):
    """Posts of 财政局's account, told apart by the day."""
    return fact(
        "posts", "财政局", account="号·微博", day=day, quantity=number, original=original, key=str(day)
    )


def test_days_are_added_up_by_month_and_the_newest_original_post_is_kept(weibin, import_counts):
    office, batch = offices.get("weibin"), import_counts(("财政局", 1))
    october, later, november = date(2021, 10, 8), date(2021, 10, 20), date(2021, 11, 3)
    rows = [posted(october, 1, 1), posted(later, 1, 0), posted(november, 2, 0), posted(Q4.end, 1, 1)]
    facts.insert(office, Q4.code, batch, "posts", rows)
    found = set(standings.counts(office, Q4, date(2021, 11, 30), kinds=["posts"]))
    assert found == {
        DayCount("posts", "财政局", "号·微博", october, "day", 2, 1),
        DayCount("posts", "财政局", "号·微博", november, "day", 2, 0),
    }


def test_imports_have_a_digest_that_moves_with_each_and_comes_back_with_an_undo(weibin, import_orders):
    row = offices.get("weibin")
    none = imported.into(row, Q4.code)
    first = import_orders(("GD001", "2021-10-12"))
    one = imported.into(row, Q4.code)
    assert one.files == {first.pk: "表.xlsx"}
    assert one.digest != none.digest
    undo.run(first.pk, by=CLERK, at=AT)
    assert imported.into(row, Q4.code) == none
