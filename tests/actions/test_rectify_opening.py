"""The findings of an issued notice become items, once, and what is still open is told in the next notice."""

from datetime import date

import pytest

from gongkai.actions import rectify
from gongkai.records import models, rectifications
from gongkai.terms import Period
from tests.conftest import AT, CLERK
from tests.records.issued import assessment, finding, notice

DEADLINE = date(2022, 1, 20)
SHORT = finding("财政局", "报送数量不足", value=8, target=24)
COLUMN = finding("教体局", "栏目更新不达标", "年度工作要点", measure="columns.short", value=2)


def opened(made: models.Notice) -> list[models.Rectification]:
    return rectify.open_items(made, deadline=DEADLINE, by=CLERK, at=AT)


@pytest.fixture
def office(weibin) -> models.Office:
    return models.Office.objects.get(key=weibin)


def test_every_finding_of_a_notice_becomes_an_item_of_its_unit(office):
    first, second = opened(notice(assessment(office, [SHORT, COLUMN])))
    assert (first.number, first.unit, first.kind, first.value, first.target) == (
        1,
        "财政局",
        "报送数量不足",
        8,
        24,
    )
    assert (second.number, second.unit, second.item) == (2, "教体局", "年度工作要点")
    assert {one.state for one in (first, second)} == {"issued"}
    assert {one.deadline for one in (first, second)} == {DEADLINE}


def test_opening_again_adds_nothing_and_says_nothing(office):
    made = notice(assessment(office, [SHORT]))
    assert len(opened(made)) == 1
    entries = models.AuditEntry.objects.count()
    assert opened(made) == []
    assert models.AuditEntry.objects.count() == entries


def test_a_second_notice_of_the_period_raises_only_what_is_new(office):
    opened(notice(assessment(office, [SHORT])))
    (added,) = opened(notice(assessment(office, [SHORT, COLUMN], number=2)))
    assert (added.number, added.unit) == (2, "教体局")


def test_what_was_cancelled_is_raised_again_by_a_later_notice_alone(office):
    made = notice(assessment(office, [SHORT]))
    (item,) = opened(made)
    models.Rectification.objects.filter(pk=item.pk).update(state="cancelled")
    assert opened(made) == []
    assert [one.unit for one in opened(notice(assessment(office, [SHORT], number=2)))] == ["财政局"]


def test_the_opening_goes_on_record_with_the_notice_that_caused_it(office):
    opened(notice(assessment(office, [SHORT])))
    entry = models.AuditEntry.objects.latest("sequence")
    assert (entry.action, entry.object) == ("rectification.open", "weibin/2021Q4/1/1")
    assert entry.new["items"] == [{"number": 1, "unit": "财政局", "text": SHORT.text}]


def test_what_is_open_of_earlier_notices_is_offered_with_its_sentence(office):
    opened(notice(assessment(office, [COLUMN, SHORT], period="2021Q3")))
    opened(notice(assessment(office, [SHORT])))
    models.Rectification.objects.filter(number=1).update(state="submitted")
    (before,) = rectifications.open_from_before(office, Period.parse("2021Q4"))
    assert [item.number for item in before.items] == [1, 2]
    assert before.sentence == (
        "2021年三季度通报指出的问题，截至目前，财政局仍未报送整改报告，教体局整改尚未通过审核。"
    )


def test_nothing_is_offered_when_all_is_closed_or_later(office):
    opened(notice(assessment(office, [SHORT], period="2021Q3")))
    models.Rectification.objects.update(state="closed")
    opened(notice(assessment(office, [SHORT], period="2022Q1")))
    assert rectifications.open_from_before(office, Period.parse("2021Q4")) == []


def test_the_latest_period_stands_first(office):
    for period in ("2021Q2", "2021Q3"):
        opened(notice(assessment(office, [SHORT], period=period)))
    found = rectifications.open_from_before(office, Period.parse("2021Q4"))
    assert [one.period.code for one in found] == ["2021Q3", "2021Q2"]
