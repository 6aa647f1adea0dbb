"""The audit entries; `gongkai.records.audit` writes and verifies them."""

from typing import Any

from django.db import models
from django.db.models import Case, F, Value, When
from django.db.models.functions import Left, StrIndex
from django.db.models.lookups import GreaterThan

SLASH = StrIndex("object", Value("/"))


class AuditError(Exception):
    """An attempt to change what must not change."""


class AuditEntry(models.Model):
    """Who did what, when, from where, old and new; `digest` chains each entry to the one before (SM3).

    `realm` is what stands in `object` before the first "/": an office's key. The database makes it, so that
    nobody can set it otherwise.
    """

    sequence = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=100)
    origin = models.CharField(max_length=100)
    action = models.CharField(max_length=50)
    object = models.CharField(max_length=300)
    realm = models.GeneratedField(
        expression=Case(When(GreaterThan(SLASH, 0), then=Left("object", SLASH - 1)), default=F("object")),
        output_field=models.CharField(max_length=300),
        db_persist=True,
    )
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["sequence"]
        indexes = [
            # holds all that a list of entries is narrowed by, so that the large rows are read for one page only
            models.Index(
                fields=["realm", "sequence", "at", "action", "by", "object"], name="audit_narrowing"
            ),
        ]

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


class ChainCheck(models.Model):
    """A walk over the whole chain that a person asked for. `total` entries were there then, `walked` have been
    looked at; `broken` is the first that does not fit. `head` is the last digest: whoever keeps it elsewhere can
    show later that nothing was cut off."""

    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=100)
    total = models.PositiveBigIntegerField()
    walked = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    broken = models.PositiveBigIntegerField(null=True)
    reason = models.CharField(max_length=200, blank=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.asked_by} {self.walked}/{self.total}"
