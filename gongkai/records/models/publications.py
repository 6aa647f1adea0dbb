"""Assessments shown to the units, their objections, and the freezing of what was decided."""

from django.db import models

from gongkai.records.models.assessments import Assessment
from gongkai.records.models.batches import Batch
from gongkai.records.models.files import StoredFile
from gongkai.records.models.offices import Office


class Publication(models.Model):
    """The course of one period's assessment (`gongkai.workflows.assessments`): `assessment` is what was last
    shown to units, open to objections until a day, then published and frozen. A newer result that is shown
    takes its place here; what units saw before is `former`."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="publications")
    period = models.CharField(max_length=60)
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")
    former = models.ForeignKey(Assessment, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20)
    shown_at = models.DateTimeField(null=True)
    shown_by = models.CharField(max_length=110, blank=True)
    objections_until = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.CharField(max_length=110, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["office", "period"], name="publication_once")]

    def __str__(self) -> str:
        return f"{self.office} {self.period} {self.state}"


class Confirmation(models.Model):
    """A unit has no objection to what was shown to it."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="confirmations")
    unit = models.CharField(max_length=100)
    by = models.CharField(max_length=110)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["assessment", "unit"], name="confirmation_once")]

    def __str__(self) -> str:
        return f"{self.assessment} {self.unit}"


class Objection(models.Model):
    """What a unit objects to in its draft, and the decision on record (`gongkai.workflows.objections`).
    `subject` says what it is about in words; `measure`, `item` and `window` lead to the figure, if it is one."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="objections")
    period = models.CharField(max_length=60)
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")
    unit = models.CharField(max_length=100)
    subject = models.CharField(max_length=300)
    measure = models.CharField(max_length=60, blank=True)
    item = models.CharField(max_length=250, blank=True)
    window = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    evidence = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=110)
    decision = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=110, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["office", "period", "state"], name="objection_open")]

    def __str__(self) -> str:
        return f"{self.unit} {self.subject}"


class AdjustmentEvidence(models.Model):
    """The file that backs an adjustment entered by hand; such an entry is a batch of its own."""

    batch = models.OneToOneField(Batch, models.CASCADE, related_name="evidence")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.batch} {self.file}"
