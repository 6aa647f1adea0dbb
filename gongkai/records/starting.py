"""How far an office has come since it was set up, told by what there is."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.records.models import Assessment, Batch, Membership, Notice, Office, Unit
from gongkai.records.models.batches import BatchState


@dataclass(frozen=True)
class Start:
    """What there is of each: units, people beside oneself, imports, assessments, notices."""

    units: int
    people: int
    batches: int
    assessments: int
    notices: int


def of_office(office: Office) -> Start:
    """What an office has so far, over all periods."""
    return Start(
        units=Unit.objects.filter(office=office).count(),
        people=Membership.objects.filter(office=office).values("person").distinct().count(),
        batches=Batch.objects.filter(office=office, state=BatchState.DONE).count(),
        assessments=Assessment.objects.filter(office=office).count(),
        notices=Notice.objects.filter(assessment__office=office).count(),
    )


def steps_done(keys: Iterable[str]) -> int:
    """How many steps of the demonstration are done: offices, files read, periods assessed."""
    offices = Office.objects.filter(key__in=list(keys))
    files = Batch.objects.filter(office__in=offices, state=BatchState.DONE).order_by()
    assessed = Assessment.objects.filter(office__in=offices).order_by()
    return (
        offices.count()
        + files.values("office", "period", "file_name").distinct().count()
        + assessed.values("office", "period").distinct().count()
    )
