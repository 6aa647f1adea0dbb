"""Rectifications: each problem of an issued notice, followed to its close."""

from django.db import models

from gongkai.records.models.files import StoredFile
from gongkai.records.models.notices import Notice
from gongkai.records.models.offices import Office


class Rectification(models.Model):
    """A finding of an issued notice as an item of its unit; states in `gongkai.workflows.rectification`.

    `number` counts the office's items from 1. `kind`, `item`, `measure`, `value`, `target` and `text` are the
    finding's (`gongkai.assessment.result`). The whole day of the `deadline` is in time. `version` grows with
    each step that changes the state, so that of two people the second is told; a reminder is no such step.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="rectifications")
    number = models.PositiveIntegerField()
    notice = models.ForeignKey(Notice, models.PROTECT, related_name="rectifications")
    period = models.CharField(max_length=60)
    unit = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    item = models.CharField(max_length=250, blank=True)
    measure = models.CharField(max_length=60)
    value = models.IntegerField()
    target = models.IntegerField(null=True)
    text = models.TextField()
    deadline = models.DateField()
    state = models.CharField(max_length=20)
    reminded_at = models.DateTimeField(null=True)
    supervised_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["deadline", "id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="rectification_number_once"),
            models.UniqueConstraint(
                fields=["notice", "unit", "kind", "item"], name="rectification_once_a_finding"
            ),
        ]
        indexes = [
            models.Index(fields=["office", "state", "deadline"], name="rectification_board"),
            models.Index(fields=["office", "unit"], name="rectification_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.kind} {self.item}".rstrip()

    @property
    def code(self) -> str:
        """How the audit names it: weibin/rectifications/12."""
        return f"{self.office.key}/rectifications/{self.number}"


class RectificationEvent(models.Model):
    """One step of an item's history: who, when, what, with which words and scan, and the state it led to."""

    rectification = models.ForeignKey(Rectification, models.CASCADE, related_name="events")
    event = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    text = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    by = models.CharField(max_length=100)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.rectification} {self.event}"
