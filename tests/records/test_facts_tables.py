"""The fact tables and the facts are one thing: what goes in comes out."""

from datetime import date

import pytest
from django.db import models as fields

from gongkai.measures.facts import FACTS, Post, WorkOrder
from gongkai.records import facts
from gongkai.records.models import FACT_MODELS, Batch, Office
from tests.conftest import AT

OWN = {"id", "office", "period", "batch"}


@pytest.mark.parametrize("kind", sorted(FACTS))
def test_each_table_mirrors_its_fact(kind):
    table = {field.name: field for field in FACT_MODELS[kind]._meta.get_fields() if field.name not in OWN}
    assert set(table) == set(FACTS[kind]._fields)
    for name, hint in FACTS[kind].__annotations__.items():
        is_day = hint in (date, date | None)
        assert isinstance(table[name], fields.DateField) == is_day
        assert isinstance(table[name], fields.PositiveIntegerField) == (hint is int)
        assert table[name].null == (hint == date | None)


ORDER = WorkOrder(
    "城关镇",
    date(2022, 4, 1),
    "day",
    1,
    "GD1",
    "投诉",
    date(2022, 4, 8),
    None,
    "",
    0,
    1,
    0,
    0,
    "GD1",
    "工单",
    3,
)


@pytest.fixture
def batch(db) -> Batch:
    office = Office.objects.create(key="x", name="某县", settings={}, scheme="{}", template="")
    return Batch.objects.create(
        office=office,
        period="2022Q2",
        file_name="a.xlsx",
        digest="",
        counts={},
        written_at=AT,
        written_by="某某",
    )


def test_what_is_written_is_read_back_in_order_of_key(batch):
    rows = [ORDER._replace(key=key) for key in ("b", "a", "c")]
    facts.insert(batch.office, "2022Q2", batch, "orders", rows)
    assert [row.key for row in facts.read(batch.office, "2022Q2", "orders")] == ["a", "b", "c"]
    assert next(facts.read(batch.office, "2022Q2", "orders")) == ORDER._replace(key="a")


def test_stored_finds_the_keys_asked_for_and_their_batch(batch):
    facts.insert(batch.office, "2022Q2", batch, "orders", [ORDER, ORDER._replace(key="other")])
    assert facts.stored(batch.office, "2022Q2", "orders", ["GD1", "none"]) == {"GD1": (batch.pk, ORDER)}
    assert facts.stored(batch.office, "2022Q3", "orders", ["GD1"]) == {}


def test_a_fact_survives_json():
    post = Post("城关镇", date(2022, 4, 1), "day", 1, "千阳发布·微博", "", 1, "k", "s", 2)
    assert facts.from_json("posts", facts.as_json(post)) == post
    assert facts.from_json("orders", facts.as_json(ORDER)) == ORDER


def test_one_key_stands_once_in_a_period(batch):
    from django.db import IntegrityError

    facts.insert(batch.office, "2022Q2", batch, "orders", [ORDER])
    with pytest.raises(IntegrityError):
        facts.insert(batch.office, "2022Q2", batch, "orders", [ORDER])
