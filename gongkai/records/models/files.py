"""Files that people handed in: spreadsheets, evidence, signed and sealed scans."""

from django.db import models

from gongkai.records.models.offices import Office
from gongkai.records.models.people import Person


class StoredFile(models.Model):
    """A file outside the web root, found by its SHA-256 (`gongkai.records.vault`). `media_type` is what its
    content says, whatever its name says."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
