"""What screens and actions ask of the exemption requests."""

from django.db.models import QuerySet

from gongkai.records.models import ColumnDuty, ExemptionRequest, Office
from gongkai.workflows.exemptions import State


def of(office: Office, unit: str = "") -> "QuerySet[ExemptionRequest]":
    """The requests of an office, of one unit where it is named."""
    rows = ExemptionRequest.objects.filter(office=office)
    return rows.filter(unit=unit) if unit else rows


def waiting(office: Office, unit: str = "") -> int:
    """How many wait to be decided."""
    return of(office, unit).filter(state=State.ASKED).count()


def kept(office: Office, unit: str = "") -> list[tuple[str, str]]:
    """(column, unit) of every duty, of one unit where it is named, in the register's order."""
    duties = ColumnDuty.objects.filter(column__office=office)
    if unit:
        duties = duties.filter(unit__name=unit)
    ordered = duties.order_by("column__place", "share", "id")
    return list(ordered.values_list("column__name", "unit__name"))
