"""Spreadsheets on their way in, and what was learnt about their columns."""

from django.db import models

from gongkai.records.models.batches import Batch
from gongkai.records.models.files import StoredFile
from gongkai.records.models.offices import Office
from gongkai.records.models.people import Person


class Upload(models.Model):
    """One file from being handed in to being written or discarded; states in `gongkai.workflows.imports`.

    `mapping` is what a person said of its sheets, by the signature of their headers; `left_out` the unit names
    whose rows are not wanted this time; `seen` the preview as plain values (`gongkai.actions.seen`);
    `progress` what a worker is asked to do with it, since when and how far it is, empty for nothing; `fault`
    why that did not end well. `version` moves with every step, the last one taken by `moved_by`.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="uploads")
    period = models.CharField(max_length=60)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    mapping = models.JSONField(default=dict)
    left_out = models.JSONField(default=list)
    seen = models.JSONField(default=dict)
    progress = models.JSONField(default=dict)
    fault = models.TextField(blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, related_name="uploads")
    accept_good = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    moved_at = models.DateTimeField()
    moved_by = models.CharField(max_length=110)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["office", "period", "state"], name="upload_state")]

    def __str__(self) -> str:
        return f"{self.file} {self.state}"

    @property
    def code(self) -> str:
        """How the audit names it: weibin/2021Q4/upload/7."""
        return f"{self.office.key}/{self.period}/upload/{self.pk}"


class RememberedMapping(models.Model):
    """What a person said of sheets with this header: the kind, and the field of each column."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    signature = models.CharField(max_length=64)
    mapping = models.JSONField()
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=110)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["office", "signature"], name="mapping_once")]

    def __str__(self) -> str:
        return self.signature
