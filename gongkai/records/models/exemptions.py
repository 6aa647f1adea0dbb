"""Requests of units not to be judged by a column in a period."""

from django.db import models

from gongkai.records.models.files import StoredFile
from gongkai.records.models.offices import Office
from gongkai.records.models.people import Person


class ExemptionRequest(models.Model):
    """Asked with a reason and evidence, decided by the office (`gongkai.workflows.exemptions`). Granted, it
    stands in the register of columns."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="exemption_requests")
    unit = models.CharField(max_length=100)
    column = models.CharField(max_length=200)
    period = models.CharField(max_length=60)
    reason = models.TextField()
    evidence = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.column}/{self.unit} {self.period}"
