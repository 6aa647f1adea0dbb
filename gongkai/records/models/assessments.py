"""Stored assessments: one result, one truth, made from one snapshot."""

from django.db import models

from gongkai.records.models.offices import Office


class Assessment(models.Model):
    """`result` is the assessment as JSON (gongkai.assessment.result); `batches` are the imports in it."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="assessments")
    period = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    snapshot = models.CharField(max_length=64)
    batches = models.JSONField()
    result = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=100)

    class Meta:
        ordering = ["office", "period", "number"]
        constraints = [
            models.UniqueConstraint(fields=["office", "period", "number"], name="assessment_number_once"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """How people name it: weibin/2021Q4/1."""
        return f"{self.office.key}/{self.period}/{self.number}"
