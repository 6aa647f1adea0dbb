"""The lists of facts: what a person finds, what it adds up to, what leaves the house."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from gongkai.actions import ingest
from tests.actions.conftest import HEAD, Q4
from tests.conftest import AT, CLERK

pytestmark = pytest.mark.django_db
FACTS = "/o/weibin/2021Q4/facts/"
QUERIES = 14


@pytest.fixture
def orders(weibin, sheet):
    """Three orders of two units: on time, late, open."""
    rows = (
        ("GD001", "财政局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12"),
        ("GD002", "财政局", "咨询", "2021-11-08", "2021-11-15", "2021-11-18"),
        ("GD003", "教体局", "投诉", "2021-11-09", "2021-11-16", ""),
    )
    ingest.run(sheet(HEAD, *rows), office="weibin", period=Q4, by=CLERK, at=AT)


def numbers(answer) -> list[str]:
    """The numbers of the orders in a list, in its order."""
    return [row["number"] for row in answer.context["listing"].page.object_list]


def test_the_overview_says_how_much_there_is_of_each_kind(signed_in, orders):
    rows = {row["kind"]: row for row in signed_in("clerk").get(FACTS).context["rows"]}
    assert (rows["orders"]["rows"], rows["orders"]["units"]) == (3, 2)
    assert rows["messages"]["rows"] == 0


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("unit=财政局", ["GD001", "GD002"]),
        ("month=2021-11", ["GD002", "GD003"]),
        ("result=late", ["GD002"]),
        ("result=unclosed", ["GD003"]),
        ("type=投诉&unit=财政局", ["GD001"]),
        ("q=gd003", ["GD003"]),
        ("sort=-day", ["GD003", "GD002", "GD001"]),
        ("result=nonsense", ["GD001", "GD002", "GD003"]),
    ],
)
def test_filters_search_and_order_choose_the_rows(signed_in, orders, asked, found):
    answer = signed_in("clerk").get(f"{FACTS}orders/?{asked}")
    assert sorted(numbers(answer)) == sorted(found)
    if asked.startswith("sort"):
        assert numbers(answer) == found
    assert answer.context["listing"].totals["quantity"] == len(found)


def test_a_row_leads_to_its_unit_and_the_import_it_came_from(signed_in, orders):
    answer = signed_in("clerk").get(f"{FACTS}orders/?q=GD001")
    assert "/o/weibin/2021Q4/units/" in answer.text
    assert "/imports/batches/" in answer.text
    assert "表.xlsx" in answer.text


def test_a_list_asks_little_of_the_database(signed_in, orders, django_assert_max_num_queries):
    clerk = signed_in("clerk")
    clerk.get(f"{FACTS}orders/")
    with django_assert_max_num_queries(QUERIES):
        clerk.get(f"{FACTS}orders/")


def test_a_unit_sees_its_own_and_no_other(signed_in, orders):
    liaison = signed_in("liaison", unit="教体局")
    assert numbers(liaison.get(f"{FACTS}orders/")) == ["GD003"]
    assert numbers(liaison.get(f"{FACTS}orders/?unit=财政局")) == ["GD003"]
    assert "/imports/batches/" not in liaison.get(f"{FACTS}orders/").text
    rows = {row["kind"]: row["rows"] for row in liaison.get(FACTS).context["rows"]}
    assert rows["orders"] == 1


def test_the_workbook_holds_what_the_filters_left_and_no_formula(signed_in, weibin, sheet):
    rows = (
        ("+1+1", "财政局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12"),
        ("GD002", "教体局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12"),
    )
    ingest.run(sheet(HEAD, *rows), office="weibin", period=Q4, by=CLERK, at=AT)
    answer = signed_in("clerk").get(f"{FACTS}orders/?unit=财政局&export=xlsx")
    assert answer["Content-Disposition"].startswith("attachment")
    cells = [cell for row in load_workbook(BytesIO(answer.content)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value == "+1+1"} == {"s"}
    assert "教体局" not in {cell.value for cell in cells}


def test_who_only_looks_on_does_not_take_the_list_away(signed_in, orders):
    observer = signed_in("observer")
    assert observer.get(f"{FACTS}orders/").status_code == 200
    answer = observer.get(f"{FACTS}orders/?export=xlsx")
    assert answer.status_code == 403
    assert "导出数据明细" in answer.text


def test_what_is_no_kind_and_another_office_are_no_pages(signed_in, orders, office_row):
    office_row("qianyang")
    clerk = signed_in("clerk")
    assert clerk.get(f"{FACTS}nonsense/").status_code == 404
    assert clerk.get("/o/qianyang/2022Q2/facts/orders/").status_code == 404


def test_text_from_a_file_is_shown_and_never_run(signed_in, weibin, sheet):
    row = ("<script>alert(1)</script>", "财政局", "投诉", "2021-10-08", "2021-10-15", "")
    ingest.run(sheet(HEAD, row), office="weibin", period=Q4, by=CLERK, at=AT)
    answer = signed_in("clerk").get(f"{FACTS}orders/?q=<script>")
    assert "&lt;script&gt;alert(1)" in answer.text
    assert "<script>alert(1)" not in answer.text
