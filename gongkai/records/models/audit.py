"""The audit entries; `gongkai.records.audit` writes and verifies them."""

from typing import Any

from django.db import models


class AuditError(Exception):
    """An attempt to change what must not change."""


class AuditEntry(models.Model):
    """Who did what, when, from where, old and new; `digest` chains each entry to the one before (SM3)."""

    sequence = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=100)
    origin = models.CharField(max_length=100)
    action = models.CharField(max_length=50)
    object = models.CharField(max_length=300)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["sequence"]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.object}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Entries are added, never changed."""
        if self.pk is not None:
            raise AuditError("审计记录不可修改")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Entries are never deleted."""
        raise AuditError("审计记录不可删除")
