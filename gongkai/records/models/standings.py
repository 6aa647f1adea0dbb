"""How a running period stands today: what is about to be late, computed once for everybody who asks."""

from django.db import models

from gongkai.records.models.offices import Office


class Standing(models.Model):
    """The early warnings of a period and how far each unit's duties are done, as JSON; `basis` is the digest
    of what they rest on: the day, the imports, the pack. It can be made again at any time."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="standings")
    period = models.CharField(max_length=60)
    day = models.DateField()
    basis = models.CharField(max_length=64)
    warnings = models.JSONField()
    progress = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["office", "period"], name="standing_once")]

    def __str__(self) -> str:
        return f"{self.office} {self.period} {self.day}"
