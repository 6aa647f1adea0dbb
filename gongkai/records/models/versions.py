"""A notice on its way to being issued: versions of its wording, the three reviews, what came back."""

from django.db import models

from gongkai.records.models.assessments import Assessment
from gongkai.records.models.files import StoredFile
from gongkai.records.models.notices import Notice
from gongkai.records.models.offices import Office
from gongkai.records.models.people import Person


class NoticeVersion(models.Model):
    """One wording of a period's notice on one assessment; never edited: an edit is the next version, and
    the approvals of this one do not go over to it. States in `gongkai.workflows.reviews`."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="versions")
    period = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")
    template = models.TextField()
    title = models.TextField(blank=True)
    document_number = models.CharField(max_length=100, blank=True)
    issued_on = models.DateField()
    rectify_by = models.DateField()
    state = models.CharField(max_length=20)
    note = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    notice = models.OneToOneField(Notice, models.PROTECT, null=True, related_name="version")

    class Meta:
        ordering = ["office", "period", "number"]
        constraints = [
            models.UniqueConstraint(fields=["office", "period", "number"], name="version_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.office.key}/{self.period} 第{self.number}稿"


class Review(models.Model):
    """One person's step in the review of a version."""

    version = models.ForeignKey(NoticeVersion, models.CASCADE, related_name="reviews")
    event = models.CharField(max_length=20)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    comment = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.version} {self.event} {self.person}"


class ReturnedDocument(models.Model):
    """A .docx edited outside and brought back, with every difference to its version."""

    version = models.ForeignKey(NoticeVersion, models.CASCADE, related_name="returned")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    differences = models.JSONField()
    resolution = models.TextField(blank=True)
    brought_at = models.DateTimeField()
    brought_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.version} {self.file}"


class Receipt(models.Model):
    """A named unit has received an issued notice."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="receipts")
    unit = models.CharField(max_length=100)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["notice", "unit"], name="receipt_once")]

    def __str__(self) -> str:
        return f"{self.notice} {self.unit}"
