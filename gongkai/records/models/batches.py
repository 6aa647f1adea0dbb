"""Import batches and what they replaced, so that a batch can be undone."""

from django.db import models

from gongkai.records.models.offices import Office


class BatchState(models.TextChoices):
    DONE = "done", "已写入"
    UNDONE = "undone", "已撤销"


class Batch(models.Model):
    """One file, written in one transaction. `counts` holds added, changed and same by kind; `repeats` the
    earlier batches whose facts the file says again; `notes` the warnings read with it and what was left out
    of it, which the cross-check shows; `names` each unit's name as the file has it → the unit it was taken for."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="batches")
    period = models.CharField(max_length=60)
    file_name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=BatchState, default=BatchState.DONE)
    counts = models.JSONField()
    repeats = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    names = models.JSONField(default=dict)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=100)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.pk} {self.file_name}"

    @property
    def code(self) -> str:
        """How the audit names it: weibin/2021Q4/7."""
        return f"{self.office.key}/{self.period}/{self.pk}"


class ReplacedFact(models.Model):
    """A fact as it stood before a batch changed it: the batch it came from and its values. Gone when the
    batch is undone."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="replaced")
    kind = models.CharField(max_length=20)
    former_batch = models.ForeignKey(Batch, models.PROTECT, related_name="+")
    values = models.JSONField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.values['key']}"
