"""Assessments shown to the units, their objections, and the freezing of what was decided."""

from django.db import models

from gongkai.records.models.assessments import Assessment
from gongkai.records.models.files import StoredFile
from gongkai.records.models.offices import Office
from gongkai.records.models.people import Person


class Publication(models.Model):
    """The course of one period's assessment (`gongkai.workflows.assessments`): shown to units as
    `assessment`, open to objections until a day, then published and frozen."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="publications")
    period = models.CharField(max_length=60)
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    shown_at = models.DateTimeField(null=True)
    shown_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    objections_until = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["office", "period"], name="publication_once")]

    def __str__(self) -> str:
        return f"{self.office} {self.period} {self.state}"


class Objection(models.Model):
    """What a unit objects to in its draft, and the decision on record (`gongkai.workflows.objections`)."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="objections")
    period = models.CharField(max_length=60)
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")
    unit = models.CharField(max_length=100)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    evidence = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    decision = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.unit} {self.subject}"
