"""Lists of facts: what they add up to, remembered until something is imported."""

from datetime import date

import pytest

from gongkai.actions import undo
from gongkai.records import factlists, facts, imported, offices
from tests.actions.conftest import Q4
from tests.conftest import AT, CLERK
from tests.fact_tables import fact

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Facts are put beside a batch by hand here, which no action does."""
    factlists._tally.cache_clear()


@pytest.fixture
def office(weibin):
    return offices.get(weibin)


def rows(office, kind="orders", unit=""):
    return factlists.of(office, Q4, kind, imported.into(office, Q4.code), unit)


def results(office) -> dict[str, str]:
    return dict(rows(office).values_list("number", "result"))


def order(number: str, **given):
    return fact("orders", "财政局", number=number, key=number, **given)


def test_rows_are_counted_once_until_an_import_or_an_undo(
    office, import_orders, django_assert_max_num_queries
):
    import_orders(("GD001", "2021-10-12"))
    assert rows(office).tally()["rows"] == 1
    asked = rows(office)
    with django_assert_max_num_queries(0):
        assert asked.count() == 1
        assert asked.order_by("day").values("unit").count() == 1
    second = import_orders(("GD002", "2021-10-12"), ("GD003", "2021-10-12"))
    assert rows(office).count() == 3
    undo.run(second.pk, by=CLERK, at=AT)
    assert rows(office).count() == 1


def test_totals_are_those_of_the_rows_that_match(office, import_counts):
    import_counts(("财政局", 8), ("教体局", 5))
    every = rows(office, "submissions")
    assert (every.tally()["quantity"], every.tally()["units"]) == (13, 2)
    assert every.filter(unit="财政局").tally()["quantity"] == 8
    assert rows(office, "submissions", "教体局").tally()["quantity"] == 5
    assert every.filter(unit="审计局").tally()["quantity"] == 0


def test_a_case_says_its_outcome_or_what_its_dates_tell(office, import_counts):
    batch = import_counts(("财政局", 1))
    due, closed = date(2021, 10, 15), date(2021, 10, 18)
    told = [
        order("说明", outcome="on_time", due=due, closed=closed),
        order("按期", due=due, closed=due),
        order("超时", due=due, closed=closed),
        order("在办", due=due),
        order("无期限", closed=closed),
    ]
    facts.insert(office, Q4.code, batch, "orders", told)
    assert results(office) == {
        "说明": "on_time",
        "按期": "on_time",
        "超时": "late",
        "在办": "unclosed",
        "无期限": "closed",
    }


def test_a_count_of_the_whole_period_lies_in_no_month(office, import_counts):
    batch = import_counts(("财政局", 1))
    facts.insert(office, Q4.code, batch, "orders", [order("GD", day=date(2021, 11, 30), precision="month")])
    assert list(rows(office).values_list("month", flat=True)) == ["2021-11"]
    assert list(rows(office, "submissions").values_list("month", flat=True)) == [""]
    assert rows(office).filter(month="2021-11").count() == 1
