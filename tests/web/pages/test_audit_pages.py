"""The audit in the browser: filtered, turned, exported, verified; each office's people see their own."""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client

from gongkai.actions import chain
from gongkai.records import audit, models
from gongkai.records.audit import Who
from tests.conftest import AT

AUDIT = "/o/weibin/audit/"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def add() -> Callable:
    """Add an entry."""

    def added(action: str, object_: str, by: str = "某某", at=AT, **values: object) -> models.AuditEntry:
        with transaction.atomic():
            return audit.record(action, object_, by=Who(by, "网页 10.0.0.8"), at=at, **values)

    return added


@pytest.fixture
def auditor(signed_in) -> Client:
    return signed_in("auditor")


def listed(browser: Client, question: str = "") -> list[int]:
    return [entry["number"] for entry in browser.get(f"{AUDIT}{question}").context["entries"]]


def test_the_latest_entries_stand_first_in_words(auditor, add):
    one = add("rectification.submit", "weibin/rectifications/12")
    assert listed(auditor)[0] == one.sequence
    page = auditor.get(AUDIT).content.decode()
    assert "整改：报送整改报告" in page
    assert "整改事项第12项" in page


@pytest.mark.parametrize(
    "question",
    [
        "person=张三",
        "action=batch.undo",
        "action=batch.",
        "object=2021Q3",
        "since=2022-03-05&until=2022-03-05",
    ],
)
def test_each_filter_finds_the_entry_it_is_about(auditor, add, question):
    add("fact.change", "weibin/2021Q4/1/orders", by="李四")
    found = add("batch.undo", "weibin/2021Q3/1", by="张三", at=AT.replace(month=3, day=5))
    add("fact.change", "weibin/2021Q4/1/orders", by="李四")
    assert listed(auditor, f"?{question}") == [found.sequence]


def test_a_digest_that_was_kept_finds_its_entry(auditor, add):
    kept = add("batch.write", "weibin/2021Q4/1")
    add("batch.write", "weibin/2021Q4/2")
    assert listed(auditor, f"?object={kept.digest}") == [kept.sequence]


def test_what_the_address_asks_wrongly_is_not_asked(auditor):
    assert listed(auditor, "?since=昨天&before=x&action=rm&until=9999-12-31") == listed(auditor)


def test_pages_are_turned_both_ways_without_losing_an_entry(auditor, add):
    for number in range(120):
        add("batch.write", f"weibin/2021Q4/{number}")
    first = listed(auditor)
    older = auditor.get(AUDIT).context["older"]
    second = listed(auditor, older)
    assert len(first) == len(second) == 50
    assert second[0] == first[-1] - 1
    assert listed(auditor, auditor.get(f"{AUDIT}{older}").context["newer"]) == first


def test_an_auditor_of_an_office_sees_only_its_entries(auditor, add, office_row):
    office_row("qianyang")
    other = add("batch.write", "qianyang/2021Q4/1")
    deployment = add("person.add", "zhang")
    assert {other.sequence, deployment.sequence}.isdisjoint(listed(auditor))
    assert auditor.get(f"{AUDIT}{other.sequence}/").status_code == 404


def test_who_serves_the_whole_deployment_also_sees_what_is_of_no_office(signed_in, add, office_row):
    office_row("weibin")
    office_row("qianyang")
    everyone = signed_in("administrator", office=None)
    other, deployment = add("batch.write", "qianyang/2021Q4/1"), add("person.add", "zhang")
    found = listed(everyone)
    assert deployment.sequence in found
    assert other.sequence not in found
    assert not set(found) & set(
        models.AuditEntry.objects.filter(object="qianyang").values_list("sequence", flat=True)
    )


def test_an_entry_shows_before_and_after_and_scripts_as_text(auditor, add):
    one = add("unit.alias", "weibin/财政局", by=SCRIPT, old={"words": SCRIPT}, new={"words": "改后"})
    page = auditor.get(f"{AUDIT}{one.sequence}/").content.decode()
    assert "填写的内容" in page
    assert "改后" in page
    assert SCRIPT not in page + auditor.get(AUDIT).content.decode()


def test_the_auditor_takes_the_entries_away_and_the_administrator_does_not(auditor, signed_in, add):
    add("unit.alias", "weibin/财政局", new="=1+1")
    taken = auditor.get(f"{AUDIT}?export=xlsx")
    assert taken["Content-Disposition"].startswith("attachment")
    refused = signed_in("administrator").get(f"{AUDIT}?export=xlsx")
    assert refused.status_code == 403
    assert "导出审计记录" in refused.content.decode()


def test_clerks_do_not_read_the_audit(signed_in):
    assert signed_in("clerk").get(AUDIT).status_code == 403


def test_verifying_shows_the_last_digest(auditor):
    page = auditor.post(f"{AUDIT}verify/", follow=True).content.decode()
    assert models.AuditEntry.objects.latest("sequence").digest in page
    assert "没有改动、缺失或插入" in page


def test_a_broken_chain_is_said_plainly(auditor, add):
    one = add("unit.alias", "weibin/财政局")
    models.AuditEntry.objects.filter(pk=one.pk).update(by="别人")
    page = auditor.post(f"{AUDIT}verify/", follow=True).content.decode()
    assert f"第 {one.sequence} 条内容与校验值不符" in page


def test_a_long_chain_is_left_to_the_worker_and_its_progress_is_shown(auditor, monkeypatch):
    monkeypatch.setattr(chain, "AT_ONCE", 0)
    page = auditor.post(f"{AUDIT}verify/", follow=True).content.decode()
    assert "正在逐条核验" in page
    chain.walk(models.ChainCheck.objects.get().pk, at=AT)
    assert (
        "没有改动、缺失或插入"
        in auditor.get(f"{AUDIT}checks/{models.ChainCheck.objects.get().pk}/").content.decode()
    )


def test_no_verification_begins_by_following_a_link(auditor):
    assert auditor.get(f"{AUDIT}verify/").status_code == 405


def test_the_page_asks_the_database_little(auditor, django_assert_max_num_queries):
    auditor.get(AUDIT)
    with django_assert_max_num_queries(20):
        auditor.get(AUDIT)
