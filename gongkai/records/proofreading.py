"""What screens and actions ask of the dismissals."""

from django.db.models import QuerySet

from gongkai.records.models import Dismissal, Office


def dismissals(office: Office) -> "QuerySet[Dismissal]":
    """The dismissals of an office, the newest first, with who made them."""
    return Dismissal.objects.filter(office=office).select_related("by")


def dismissed(office: Office) -> frozenset[str]:
    """The keys of the findings that the office does not want to be told of."""
    return frozenset(Dismissal.objects.filter(office=office).values_list("key", flat=True))
