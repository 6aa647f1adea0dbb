"""The audit chain proves that nothing was changed, removed or put in between."""

import pytest
from django.db import connection, transaction

from gongkai.records import audit
from gongkai.records.models import AuditEntry
from gongkai.records.models.audit import AuditError
from tests.conftest import AT, CLERK

pytestmark = pytest.mark.django_db


def write_entries(count: int) -> None:
    for number in range(count):
        audit.record("unit.alias", f"weibin/{number}", by=CLERK, at=AT, old=None, new={"名称": number})


def test_a_chain_of_entries_verifies_and_names_its_head():
    write_entries(3)
    result = audit.verify()
    assert (result.entries, result.broken) == (3, None)
    assert result.head == AuditEntry.objects.get(sequence=3).digest


def test_an_empty_chain_is_whole():
    assert audit.verify() == audit.Verification(0, audit.GENESIS)


@pytest.mark.parametrize("field", ["by", "origin", "action", "object", "new", "at"])
def test_a_changed_entry_is_found_whatever_was_changed(field):
    write_entries(3)
    changed = {"at": AT.replace(year=2023), "new": {"名称": 99}}.get(field, "别人")
    AuditEntry.objects.filter(sequence=2).update(**{field: changed})
    assert audit.verify().broken == 2


def test_a_removed_entry_is_found():
    write_entries(3)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM records_auditentry WHERE sequence = 2")
    assert audit.verify().broken == 2


def test_an_entry_resealed_after_a_change_still_breaks_the_next():
    write_entries(3)
    entry = AuditEntry.objects.get(sequence=2)
    entry.by = "别人"
    AuditEntry.objects.filter(sequence=2).update(by="别人", digest=audit.seal(entry))
    assert audit.verify().broken == 3


def test_entries_cannot_be_edited_or_deleted_through_the_model():
    write_entries(1)
    entry = AuditEntry.objects.get()
    with pytest.raises(AuditError, match="不可修改"):
        entry.save()
    with pytest.raises(AuditError, match="不可删除"):
        entry.delete()


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused():
    with pytest.raises(AuditError, match="同一事务"):
        write_entries(1)


@pytest.mark.django_db(transaction=True)
def test_an_entry_is_gone_with_the_work_that_failed():
    def fail_after_writing() -> None:
        with transaction.atomic():
            write_entries(1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_writing()
    assert audit.verify().entries == 0


def test_the_seal_is_sm3_as_published():
    """GB/T 32905-2016, example 1: SM3 of “abc”."""
    from cryptography.hazmat.primitives import hashes

    digest = hashes.Hash(hashes.SM3())
    digest.update(b"abc")
    assert digest.finalize().hex().startswith("66c7f0f462eeedd9d1f2d46bdc10e4e24167c487")
