"""What screens and actions ask of files on their way in, and of the batches that came of them."""

from typing import Any

from django.db.models import Func, IntegerField, QuerySet

from gongkai.measures.facts import FACTS, Fact, Precision
from gongkai.records import facts
from gongkai.records.models import Batch, Office, RememberedMapping, Upload
from gongkai.workflows.imports import State


class _Length(Func):
    """How many elements a JSON list has."""

    function = "JSON_ARRAY_LENGTH"
    output_field = IntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSONB_ARRAY_LENGTH", **extra)


OPEN = (State.RECEIVED, State.READ, State.ASKING, State.READY, State.WRITING)
"""States in which somebody, or a worker, still has something to do."""
NEWEST = 10


def find(office: Office, period: str, number: int) -> Upload | None:
    """An upload of the period, with its file and batch."""
    rows = Upload.objects.select_related("office", "file", "batch", "uploaded_by")
    return rows.filter(office=office, period=period, pk=number).first()


def waiting(office: Office, period: str, digest: str) -> Upload | None:
    """The same file, handed in before and not done with."""
    rows = Upload.objects.filter(office=office, period=period, state__in=OPEN, file__digest=digest)
    return rows.select_related("office", "file").first()


def unfinished(office: Office, period: str) -> list[Upload]:
    """What can be taken up again, and what could not be read among the newest files."""
    rows = Upload.objects.filter(office=office, period=period).select_related("file", "uploaded_by")
    failed = {each.pk for each in rows[:NEWEST] if each.state == State.FAILED}
    return [
        each
        for each in rows.filter(state__in=(*OPEN, State.FAILED))
        if each.state != State.FAILED or each.pk in failed
    ]


def batches(office: Office, period: str) -> "QuerySet[Batch]":
    """The batches of a period, those undone included, newest first."""
    return Batch.objects.filter(office=office, period=period).order_by("-pk")


def counted(office: Office, period: str) -> "QuerySet[Batch]":
    """The batches with the number of their notes as `noted`: the notes themselves may be thousands."""
    return batches(office, period).defer("notes", "names").annotate(noted=_Length("notes"))


def written_before(office: Office, period: str, digest: str) -> Batch | None:
    """The newest batch that was written from the same file and stands."""
    return batches(office, period).filter(digest=digest, state="done").first()


def remembered(office: Office) -> dict[str, Any]:
    """Signature of a header → what a person said of it."""
    return dict(RememberedMapping.objects.filter(office=office).values_list("signature", "mapping"))


def monthly(office: Office, period: str, kind: str) -> list[tuple[int, Fact]]:
    """(batch, fact) of what is known to the month."""
    rows = facts.of(office, period, kind).filter(precision=Precision.MONTH).order_by()
    values = rows.values_list("batch_id", *FACTS[kind]._fields)
    return [(batch, FACTS[kind]._make(found)) for batch, *found in values]


def otherwise_known(office: Office, period: str, kind: str, subject: str) -> set[tuple[str, str, str]]:
    """(unit, subject, precision) of what is known as events or for the whole period; `subject` is the field a
    fact of this kind is about, "" for none."""
    rows = facts.of(office, period, kind).exclude(precision=Precision.MONTH).order_by()
    fields = ["unit", *([subject] if subject else []), "precision"]
    found = rows.values_list(*fields).distinct()
    return {(row[0], row[1] if subject else "", row[-1]) for row in found}
