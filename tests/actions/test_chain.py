"""The chain is walked when a person asks, and what the walk showed is kept."""

import pytest
from django.db import connection, transaction

from gongkai.actions import chain
from gongkai.records import audit, models
from tests.conftest import AT, CLERK


@pytest.fixture
def office(weibin) -> models.Office:
    return models.Office.objects.get(key=weibin)


def add(count: int) -> None:
    with transaction.atomic():
        for number in range(count):
            audit.record("batch.write", f"weibin/2021Q4/{number}", by=CLERK, at=AT)


def asked(office) -> models.ChainCheck:
    return chain.walk(chain.ask(office, by=CLERK, at=AT).pk, at=AT)


def test_asking_is_on_record_and_the_last_digest_is_kept(office):
    check = asked(office)
    last = models.AuditEntry.objects.latest("sequence")
    assert (last.action, last.by) == ("audit.verify", CLERK.name)
    assert (check.broken, check.walked, check.head) == (None, last.sequence, last.digest)


def test_a_changed_entry_is_found_and_named(office):
    add(3)
    models.AuditEntry.objects.filter(sequence=2).update(by="别人")
    check = asked(office)
    assert (check.broken, check.walked) == (2, 1)
    assert check.reason == "内容与校验值不符，记录被改动"


def test_an_end_that_was_cut_off_is_found_by_the_next_walk(office):
    add(3)
    asked(office)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM records_auditentry WHERE sequence > 2")
    check = asked(office)
    assert check.broken == 5
    assert "末尾的记录可能被整段删去" in check.reason


def test_a_walk_that_is_finished_is_not_walked_again(office):
    check = asked(office)
    models.AuditEntry.objects.filter(sequence=1).update(by="别人")
    assert chain.walk(check.pk, at=AT).broken is None


def test_progress_is_told_on_the_way(office, monkeypatch):
    monkeypatch.setattr(audit, "ENTRIES_A_REPORT", 50)
    add(120)
    told: list[int] = []
    audit.verify(told.append)
    assert told == [50, 100]
