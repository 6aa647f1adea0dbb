"""The same things are not counted twice: as a list, by the month, and for the whole period."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from fact_tables import fact

from gongkai.actions import mixing
from gongkai.records import facts, offices
from gongkai.records.models import Batch
from gongkai.sources.faults import Code
from tests.actions.conftest import Q4
from tests.conftest import AT


@pytest.fixture
def office(weibin):
    return offices.get(weibin)


@pytest.fixture
def store(office):
    def stored(kind, *rows):
        batch = Batch.objects.create(
            office=office,
            period="2021Q4",
            file_name="",
            digest="",
            counts={},
            written_at=AT,
            written_by="某某",
        )
        facts.insert(office, "2021Q4", batch, kind, rows)

    return stored


def column(precision, unit="财政局", name="财政预决算", key="新"):
    return fact("columns", unit, column=name, precision=precision, key=key)


@pytest.mark.parametrize("there", ["day", "month", "period"])
@pytest.mark.parametrize("here", ["day", "month", "period"])
def test_only_one_form_is_let_in_for_a_unit_and_subject(office, store, there, here):
    store("columns", column(there, key="旧"))
    faults, kept = mixing.separate(office, Q4, "columns", [column(here)])
    assert [fault.code for fault in faults] == ([] if there == here else [Code.MIXED_FORMS])
    assert bool(kept) == (there == here)


def test_another_unit_or_column_may_keep_another_form(office, store):
    store("columns", column("day", key="旧"))
    others = [column("period", unit="司法局"), column("period", name="政策文件", key="另")]
    assert mixing.separate(office, Q4, "columns", others) == ([], others)


def test_two_forms_in_one_file_are_found_too(office):
    rows = [column("month", key="1"), column("period", key="2")]
    faults, kept = mixing.separate(office, Q4, "columns", rows)
    assert kept == rows[:1]
    assert "已有按月汇总数，再导入全期汇总数会重复计算" in faults[0].reason


def test_what_is_there_is_asked_once_a_subject_and_one_row_answers(office, store):
    store("orders", *(fact("orders", "财政局", key=str(n), number=str(n)) for n in range(50)))
    new = [fact("orders", unit, key=f"{unit}{n}") for unit in ("财政局", "司法局") for n in range(30)]
    with CaptureQueriesContext(connection) as asked:
        assert mixing.separate(office, Q4, "orders", new) == ([], new)
    assert len(asked) == 2
    assert all(query["sql"].endswith("LIMIT 1") for query in asked.captured_queries)
