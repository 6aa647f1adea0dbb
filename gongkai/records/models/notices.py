"""Issued notices, and the waivers that let a red item pass."""

from django.db import models

from gongkai.records.models.assessments import Assessment
from gongkai.records.models.offices import Office


class Waiver(models.Model):
    """A red item of the cross-check that a person answered for, with the reason. It lets pass what stands in
    `issue` and nothing else: the same code with other figures is another matter. `digest` is the issue's."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="waivers")
    period = models.CharField(max_length=60)
    code = models.CharField(max_length=200)
    issue = models.JSONField()
    digest = models.CharField(max_length=64)
    reason = models.TextField()
    waived_by = models.CharField(max_length=100)
    waived_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "period", "digest"], name="waiver_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="waiver_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.code}：{self.reason}"


class Notice(models.Model):
    """A notice as issued: the SHA-256 of each file, and what the cross-check said."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="notices")
    number = models.PositiveIntegerField()
    files = models.JSONField()
    issues = models.JSONField()
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=100)

    class Meta:
        ordering = ["assessment", "number"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "number"], name="notice_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} 通报第{self.number}稿"
