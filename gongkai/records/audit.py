"""The audit chain: an entry for everything that changes state, each sealed with the one before (SM3).

Changing, removing or inserting an entry anywhere breaks every digest after it. Cutting off the end does
not, so whoever must rely on the chain keeps the last digest elsewhere: `gongkai audit verify` prints it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives import hashes
from django.db import connection

from gongkai.records.models.audit import AuditEntry, AuditError

GENESIS = "0" * 64
ENTRIES_AT_ONCE = 50  # an entry may hold a whole office pack
ENTRIES_A_REPORT = 20 * ENTRIES_AT_ONCE


@dataclass(frozen=True)
class Who:
    """The acting person and where the act came from (a terminal, a page)."""

    name: str
    origin: str = ""


def record(
    action: str, object_: str, *, by: Who, at: datetime, old: Any = None, new: Any = None
) -> AuditEntry:
    """Append an entry in the running transaction. Raises AuditError outside one."""
    if not connection.in_atomic_block:
        raise AuditError("审计记录必须与业务写入在同一事务内")
    sequence, previous = _last()
    entry = AuditEntry(
        sequence=sequence + 1,
        at=at,
        by=by.name,
        origin=by.origin,
        action=action,
        object=object_,
        old=old,
        new=new,
        previous=previous,
    )
    entry.digest = seal(entry)
    entry.save()
    return entry


def _last() -> tuple[int, str]:
    """Number and digest of the last entry, which nobody else can follow until this transaction ends.

    Writers queue at the first entry, which never moves: locking the last one would hand it, once
    released, to a writer that has not seen its successor. SQLite has locked all at BEGIN IMMEDIATE.
    """
    AuditEntry.objects.select_for_update().filter(sequence=1).values_list("pk").first()
    last = AuditEntry.objects.order_by("-sequence").values_list("sequence", "digest").first()
    return last or (0, GENESIS)


def seal(entry: AuditEntry) -> str:
    """SM3 over the previous digest and the entry's own content, as canonical JSON."""
    content = {
        "previous": entry.previous,
        "sequence": entry.sequence,
        "at": entry.at.astimezone(UTC).isoformat(),
        "by": entry.by,
        "origin": entry.origin,
        "action": entry.action,
        "object": entry.object,
        "old": entry.old,
        "new": entry.new,
    }
    digest = hashes.Hash(hashes.SM3())
    digest.update(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())
    return digest.finalize().hex()


@dataclass(frozen=True)
class Verification:
    """What walking the chain showed. `broken` is the first sequence number that does not fit."""

    entries: int
    head: str
    broken: int | None = None
    reason: str = ""


def verify(progress: Callable[[int], object] | None = None) -> Verification:
    """Walk the whole chain and compare each digest with its content and its predecessor.

    `progress` is told now and then how many entries have been looked at. No cursor stays open in between, so
    it may write to the database.
    """
    count, head = 0, GENESIS
    while some := list(AuditEntry.objects.filter(sequence__gt=count).order_by("sequence")[:ENTRIES_AT_ONCE]):
        for entry in some:
            count += 1
            if reason := _fault(entry, count, head):
                return Verification(count - 1, head, count, reason)
            head = entry.digest
        if progress and count % ENTRIES_A_REPORT == 0:
            progress(count)
    return Verification(count, head)


def _fault(entry: AuditEntry, number: int, head: str) -> str:
    """Why the entry is not the one with this number after the one with the digest `head`; "" if it is."""
    if entry.sequence != number:
        return f"缺少第{number}条记录"
    if entry.previous != head:
        return "与上一条记录不衔接"
    return "" if seal(entry) == entry.digest else "内容与校验值不符，记录被改动"
