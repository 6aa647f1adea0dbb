"""Spreadsheets on their way in, and what was learnt about their columns."""

from django.db import models

from gongkai.records.models.batches import Batch
from gongkai.records.models.files import StoredFile
from gongkai.records.models.offices import Office
from gongkai.records.models.people import Person


class Upload(models.Model):
    """One file from being handed in to being written or discarded; states in `gongkai.workflows.imports`.

    `mapping` is what a person said of its sheets, `seen` the preview as JSON, `progress` what is being done
    (done, of, words), `fault` why it could not be read.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="uploads")
    period = models.CharField(max_length=60)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    mapping = models.JSONField(default=dict)
    seen = models.JSONField(default=dict)
    progress = models.JSONField(default=dict)
    fault = models.TextField(blank=True)
    batch = models.ForeignKey(Batch, models.SET_NULL, null=True, related_name="uploads")
    accept_good = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.file} {self.state}"


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
