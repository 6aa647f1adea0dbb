"""What an office does not want to be told of again by the proofreader."""

from django.db import models

from gongkai.records.models.offices import Office
from gongkai.records.models.people import Person


class Dismissal(models.Model):
    """A finding that is none, with the reason: `key` is that of the finding, `shown` its words, masked."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="dismissals")
    key = models.CharField(max_length=16)
    kind = models.CharField(max_length=50)
    shown = models.CharField(max_length=200)
    reason = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["office", "key"], name="dismissed_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.shown}"
