"""What was read of an office stays true until its audit chain grows.

Whoever changes anything of an office records it in the same transaction, so what was read under the chain's
newest entry need not be read again under the same one. Only for what many pages ask again and nobody alters.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.db.models import OuterRef, QuerySet, Subquery

from gongkai.records.models import AuditEntry, Office

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
Reading = Callable[Concatenate[Office, Asked], Found]
_forgetting: list[Callable[[], None]] = []


def for_reading(key: str) -> Office | None:
    """The office of a page that only reads: its newest entry is asked for once, with its row."""
    newest = AuditEntry.objects.filter(realm=OuterRef("key")).order_by("-sequence").values("digest")[:1]
    return Office.objects.filter(key=key).annotate(last_change_read=Subquery(newest)).first()


def last_change(row: Office) -> str:
    """The digest of the newest audit entry of the office, "" before there is one."""
    read: str | None = vars(row).get("last_change_read")
    return read or _newest(row.key).first() or ""


def until_changed(most: int) -> Callable[[Reading[Asked, Found]], Reading[Asked, Found]]:
    """Keep what a reading finds of an office until something of it changes, `most` findings at a time; what
    else it is asked with is hashable."""

    def keeping(read: Reading[Asked, Found]) -> Reading[Asked, Found]:
        @lru_cache(maxsize=most)
        def kept(office: Office, _change: str, *asked: Asked.args, **named: Asked.kwargs) -> Found:
            return read(_with_its_change(office), *asked, **named)

        typed = cast("Callable[Concatenate[Office, str, Asked], Found]", kept)  # lru_cache forgets its types

        @wraps(read)
        def answered(office: Office, *asked: Asked.args, **named: Asked.kwargs) -> Found:
            change = last_change(office)
            return typed(office, change, *asked, **named) if change else read(office, *asked, **named)

        _forgetting.append(kept.cache_clear)
        return cast("Reading[Asked, Found]", answered)

    return keeping


def forget() -> None:
    """Read everything anew, where a database was replaced under the program."""
    for one in _forgetting:
        one()


def _with_its_change(row: Office) -> Office:
    """The row as it stood at its last change: one read before that would be kept though it is old."""
    return row if "last_change_read" in vars(row) else Office.objects.get(pk=row.pk)


def _newest(realm: str) -> "QuerySet[AuditEntry, str]":
    return AuditEntry.objects.filter(realm=realm).order_by("-sequence").values_list("digest", flat=True)
