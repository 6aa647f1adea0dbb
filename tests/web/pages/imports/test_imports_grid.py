"""Monthly grids: only what changed is written, a blank is no zero, and two people do not overwrite each other."""

import json

import pytest
from imports_files import IMPORTS

from gongkai.actions import ingest
from gongkai.records import facts, offices
from gongkai.records.models import Batch
from gongkai.terms import Period
from tests.conftest import AT, CLERK

pytestmark = pytest.mark.django_db
MONTHS = ("2021-10", "2021-11", "2021-12")
GRID = f"{IMPORTS}monthly/submissions/"


def form(*rows: tuple[str, str, str, str], shown=(), subject: str = "") -> dict[str, object]:
    """A unit and its three months, as the form sends them."""
    return {
        "unit": [row[0] for row in rows],
        "subject": [subject for _ in rows],
        **{month: [row[place] for row in rows] for place, month in enumerate(MONTHS, 1)},
        "shown": json.dumps(list(shown)),
    }


def stored(kind: str = "submissions") -> dict[tuple[str, str], int]:
    rows = facts.read(offices.get("weibin"), "2021Q4", kind)
    return {(fact.unit, f"{fact.day:%Y-%m}"): fact.quantity for fact in rows}


def test_filled_cells_are_written_as_one_batch(clerk):
    answer = clerk.post(GRID, form(("财政局", "3", "", "0"), ("司法局", "", "", "")))
    assert answer.status_code == 302
    assert stored() == {("财政局", "2021-10"): 3, ("财政局", "2021-12"): 0}
    assert Batch.objects.get().file_name.startswith("手工录入 ")


def test_what_is_stored_stands_in_the_grid_and_only_what_changed_is_written(clerk):
    clerk.post(GRID, form(("财政局", "3", "4", "")))
    page = clerk.get(GRID)
    shown = json.loads(page.context["shown"])
    assert sorted(shown) == [["财政局", "", "2021-10", "3"], ["财政局", "", "2021-11", "4"]]
    clerk.post(GRID, form(("财政局", "3", "5", ""), shown=shown))
    assert stored()["财政局", "2021-11"] == 5
    assert Batch.objects.latest("pk").counts == {"submissions": {"added": 0, "changed": 1, "same": 0}}


def test_nothing_changed_writes_nothing(clerk):
    answer = clerk.post(GRID, form(("财政局", "", "", "")), follow=True)
    assert "没有改动，无须写入" in answer.content.decode()
    assert not Batch.objects.exists()


def test_a_cell_that_holds_no_count_is_told_and_the_others_are_kept(clerk):
    answer = clerk.post(GRID, form(("财政局", "三<b>", "7", "")))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="三&lt;b&gt;"' in page
    assert 'value="7"' in page
    assert page.count('aria-invalid="true"') == 1
    assert stored() == {}


def test_two_people_on_one_grid_the_second_sees_which_cells_moved(clerk, signed_in):
    clerk.post(GRID, form(("财政局", "3", "", "")))
    shown = [["财政局", "", "2021-10", "3"]]
    other = signed_in("clerk", username="other")
    other.post(GRID, form(("财政局", "5", "", ""), shown=shown))
    late = clerk.post(GRID, form(("财政局", "6", "9", ""), shown=shown))
    assert late.status_code == 409
    page = late.content.decode()
    assert "现为 5，经办某（other）" in page
    assert 'value="6"' in page
    assert stored() == {("财政局", "2021-10"): 5}
    clerk.post(GRID, form(("财政局", "6", "9", ""), shown=json.loads(late.context["shown"])))
    assert stored() == {("财政局", "2021-10"): 6, ("财政局", "2021-11"): 9}


def test_cells_that_somebody_else_changed_and_i_did_not_stay_as_they_are(clerk):
    clerk.post(GRID, form(("财政局", "3", "", "")))
    clerk.post(GRID, form(("财政局", "", "9", "")))  # opened before the 3 was there
    assert stored() == {("财政局", "2021-10"): 3, ("财政局", "2021-11"): 9}


def test_an_emptied_cell_is_not_taken_for_a_zero(clerk):
    clerk.post(GRID, form(("财政局", "3", "", "")))
    answer = clerk.post(GRID, form(("财政局", "", "", ""), shown=[["财政局", "", "2021-10", "3"]]))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "确为零的请填 0" in page
    assert f"批次{Batch.objects.get().pk}（可撤销）" in page
    assert stored() == {("财政局", "2021-10"): 3}


def test_what_is_known_as_events_cannot_be_counted_by_the_month_as_well(clerk, sheet):
    head = ("标题", "单位", "报送日期")
    path = sheet(head, ("财政局：召开会议", "财政局", "2021-10-08"))
    ingest.run(path, office="weibin", period=Period.parse("2021Q4"), kind="submissions", by=CLERK, at=AT)
    assert "本期已有逐条清单，不能再按月填" in clerk.get(GRID).content.decode()
    answer = clerk.post(GRID, form(("财政局", "3", "", "")))
    assert answer.status_code == 422
    assert "会重复计算" in answer.content.decode()


def test_outlets_are_filled_in_one_at_a_time(clerk):
    address = f"{IMPORTS}monthly/adoptions/"
    first, second, *_ = (outlet.name for outlet in offices.load(offices.get("weibin")).outlets)
    page = clerk.get(address, {"subject": second})
    assert {row["row"].subject for row in page.context["rows"]} == {second}
    clerk.post(address, form(("财政局", "2", "", ""), subject=second))
    (fact,) = facts.read(offices.get("weibin"), "2021Q4", "adoptions")
    assert (fact.unit, fact.outlet, fact.quantity) == ("财政局", second, 2)
    assert first != second


@pytest.mark.parametrize("kind", ["submissions", "adoptions", "columns", "posts"])
def test_every_grid_opens_with_few_queries(clerk, kind, django_assert_max_num_queries):
    clerk.get(f"{IMPORTS}monthly/{kind}/")
    with django_assert_max_num_queries(12):
        assert clerk.get(f"{IMPORTS}monthly/{kind}/").status_code == 200


def test_a_unit_that_left_the_register_meanwhile_is_told(clerk):
    answer = clerk.post(GRID, form(("火星局", "3", "", "")))
    assert answer.status_code == 422
    assert "不在本期表格中" in answer.content.decode()


@pytest.mark.parametrize("shown", ["", "{", "[1]", '[["a"]]', "null"])
def test_a_form_whose_memory_was_damaged_asks_more_rather_than_less(clerk, shown):
    clerk.post(GRID, form(("财政局", "3", "", "")))
    answer = clerk.post(GRID, form(("财政局", "5", "", "")) | {"shown": shown})
    assert answer.status_code == 409
    assert stored() == {("财政局", "2021-10"): 3}


@pytest.mark.parametrize("role", ["director", "auditor", "head"])
def test_only_a_clerk_fills_a_grid(signed_in, role):
    assert signed_in(role).post(GRID, form(("财政局", "3", "", ""))).status_code == 403
