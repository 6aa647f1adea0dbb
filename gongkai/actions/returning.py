"""Returning: a .docx edited outside comes back; nothing in it that touches a figure or a name passes unseen."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.actions import drafting, issue
from gongkai.actions.worded import Wording
from gongkai.notice import returned
from gongkai.notice.plan import Binding
from gongkai.notice.returned import Difference, DifferenceKind
from gongkai.records import offices, vault, versions
from gongkai.records.audit import Who, record
from gongkai.records.models import NoticeVersion, Person, ReturnedDocument, StoredFile
from gongkai.terms import Period
from gongkai.workflows.reviews import MACHINE, State

LONGEST_NOTE = 1000
"""Characters."""


class ReturnError(ValueError):
    """A document that cannot be taken or settled so; the message says why."""


def bring(
    version: NoticeVersion, file: StoredFile, *, person: Person, by: Who, at: datetime
) -> ReturnedDocument:
    """Compare a document with the newest version and keep every difference; without a serious one it is
    settled. Raises ReturnError, ReturnedError for what is no document, and what composing raises.
    """
    _check_newest(version)
    period, wording = Period.parse(version.period), Wording.of_version(version)
    draft = issue.drafted(version.office, period, wording, version.assessment)
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
    if long := [place + 1 for place in serious if len(notes.get(place, "")) > LONGEST_NOTE]:
        raise ReturnError(f"第{'、'.join(map(str, long))}项的处理意见超过 {LONGEST_NOTE} 字，请精简")
    if missing := [place + 1 for place in serious if not notes.get(place, "").strip()]:
        raise ReturnError(f"第{'、'.join(map(str, missing))}项差异还没有写明处理意见，请逐项填写")
    for place in serious:
        document.differences[place]["note"] = notes[place].strip()
    document.resolved_at, document.resolved_by = at, person
    document.save(update_fields=["differences", "resolved_at", "resolved_by"])
    said = {str(place + 1): notes[place].strip() for place in serious}
    record("notice.settle", _code(document), by=by, at=at, new=said)


def adoptable(document: ReturnedDocument) -> set[int]:
    """The places in the list of changes of mere wording that the text can take over word for word."""
    differences = [_from_json(one) for one in document.differences]
    taken = returned.adopt(document.version.template, differences).taken
    return {place for place, one in enumerate(differences) if one in taken}


def adopt(document: ReturnedDocument, *, person: Person, by: Who, at: datetime) -> ReturnedDocument:
    """Make the next version with the wording of a document, and compare the document with that.

    Raises ReturnError where there is nothing to take, and what saving a version raises.
    """
    version = document.version
    _check_newest(version)
    adopted = returned.adopt(version.template, [_from_json(one) for one in document.differences])
    if not adopted.taken:
        raise ReturnError("这份文稿没有可以直接采用的文字改动，请在编辑页照改")
    words = {**vars(Wording.of_version(version)), "template": adopted.template}
    note = f"采用{document.file.name}的文字改动{len(adopted.taken)}处"[:300]
    with transaction.atomic():
        made = drafting.save(
            version.office,
            Period.parse(version.period),
            Wording(**words),
            based_on=version.number,
            note=note,
            person=person,
            by=by,
            at=at,
        )
        return bring(made, document.file, person=person, by=by, at=at)


def _check_newest(version: NoticeVersion) -> None:
    newest = versions.newest(version.office, version.period)
    if newest is not None and newest.pk != version.pk:
        raise ReturnError(f"第{version.number}稿之后另有第{newest.number}稿，请在第{newest.number}稿上比对")
    if version.state in MACHINE.ends:
        raise ReturnError(f"第{version.number}稿{State(version.state).label}，不再比对；请先另起一稿")


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


def _from_json(one: Mapping[str, Any]) -> Difference:
    bound = one["binding"]
    binding = Binding(**{**bound, "units": tuple(bound["units"])}) if bound else None
    return Difference(DifferenceKind(one["kind"]), one["place"], one["stored"], one["returned"], binding)


def _code(document: ReturnedDocument) -> str:
    version = document.version
    return f"{version.office.key}/{version.period}/稿{version.number}/{document.pk}"
