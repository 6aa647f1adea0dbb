"""Returning: a .docx edited outside comes back; nothing in it that touches a figure or a name passes unseen."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.actions import issue
from gongkai.actions.worded import Wording
from gongkai.notice import returned
from gongkai.records import offices, vault
from gongkai.records.audit import Who, record
from gongkai.records.models import NoticeVersion, Person, ReturnedDocument, StoredFile
from gongkai.terms import Period


class ReturnError(ValueError):
    """A document that cannot be settled so; the message says why."""


def bring(
    version: NoticeVersion, file: StoredFile, *, person: Person, by: Who, at: datetime
) -> ReturnedDocument:
    """Compare a document with a version and keep every difference; without a serious one it is settled.

    Raises ReturnedError for what is no document, and what composing the version raises.
    """
    draft = issue.drafted(version.office, Period.parse(version.period), Wording.of_version(version))
    compared = returned.compare(vault.path(file.digest).read_bytes(), draft.plan)
    differences = [_as_json(one) for one in compared.differences]
    settled = not compared.serious
    with transaction.atomic():
        offices.lock(version.office)
        document = ReturnedDocument.objects.create(
            version=version,
            file=file,
            differences=differences,
            brought_at=at,
            brought_by=person,
            resolved_at=at if settled else None,
            resolved_by=person if settled else None,
        )
        brought = {"file": file.name, "digest": file.digest, "differences": len(differences)}
        record("notice.return", _code(document), by=by, at=at, new=brought)
    return document


@transaction.atomic
def settle(
    document: ReturnedDocument, notes: Mapping[int, str], *, person: Person, by: Who, at: datetime
) -> None:
    """Say of each serious difference, by its place in the list, what became of it. Raises ReturnError."""
    offices.lock(document.version.office)
    document.refresh_from_db(fields=["resolved_at"])
    if document.resolved_at is not None:
        raise ReturnError("这份文稿的差异已由他人处理，请刷新页面查看")
    serious = [place for place, one in enumerate(document.differences) if one["serious"]]
    if missing := [place + 1 for place in serious if not notes.get(place, "").strip()]:
        raise ReturnError(f"第{'、'.join(map(str, missing))}项差异还没有写明处理意见，请逐项填写")
    for place in serious:
        document.differences[place]["note"] = notes[place].strip()
    document.resolved_at, document.resolved_by = at, person
    document.save(update_fields=["differences", "resolved_at", "resolved_by"])
    said = {str(place + 1): notes[place].strip() for place in serious}
    record("notice.settle", _code(document), by=by, at=at, new=said)


def _as_json(one: returned.Difference) -> dict[str, Any]:
    bound = asdict(one.binding) if one.binding else None
    return {
        "kind": one.kind.value,
        "place": one.place,
        "stored": one.stored,
        "returned": one.returned,
        "serious": one.serious,
        "binding": bound,
        "note": "",
    }


def _code(document: ReturnedDocument) -> str:
    version = document.version
    return f"{version.office.key}/{version.period}/稿{version.number}/{document.pk}"
