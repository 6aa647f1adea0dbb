"""Issued notices, and the waivers that let a red item pass."""

from django.db import models

from gongkai.records.models.assessments import Assessment
from gongkai.records.models.offices import Office


class Waiver(models.Model):
    """A red item of the cross-check that a person answered for, with the reason."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="waivers")
    period = models.CharField(max_length=60)
    code = models.CharField(max_length=200)
    reason = models.TextField()
    waived_by = models.CharField(max_length=100)
    waived_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "period", "code"], name="waiver_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="waiver_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.code}：{self.reason}"


class Notice(models.Model):
    """A notice as issued: the digest of its plan and of each file, and what the cross-check said."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="notices")
    number = models.PositiveIntegerField()
    plan = models.CharField(max_length=64)
    files = models.JSONField()
    issues = models.JSONField()
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=100)

    class Meta:
        ordering = ["assessment", "number"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "number"], name="notice_number_once"),
            models.UniqueConstraint(fields=["assessment", "plan"], name="notice_plan_once"),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} 通报第{self.number}稿"
