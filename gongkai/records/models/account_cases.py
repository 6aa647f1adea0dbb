"""New-media accounts on their way: opening, change and cancelling, and accounts nobody approved."""

from django.db import models

from gongkai.records.models.files import StoredFile
from gongkai.records.models.offices import Office


class AccountCase(models.Model):
    """A request to open, change or cancel an account (`gongkai.workflows.accounts`), or an account found
    without approval (`gongkai.workflows.unapproved_accounts`), by `purpose`.

    `number` counts the office's cases from 1. `account` is the key (name·platform) of the account in the
    register where the case is about one that is there; `name`, `platform` and `holder` are what it is to be.
    `version` grows with each step, so that of two people the second is told.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="account_cases")
    number = models.PositiveIntegerField()
    purpose = models.CharField(max_length=20)
    unit = models.CharField(max_length=100)
    account = models.CharField(max_length=260, blank=True)
    name = models.CharField(max_length=200)
    platform = models.CharField(max_length=50)
    holder = models.CharField(max_length=200, blank=True)
    reason = models.TextField()
    evidence = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20)
    version = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField()
    begun_by = models.CharField(max_length=110)
    moved_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["office", "number"], name="account_case_number_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.name}·{self.platform}"


class AccountCaseStep(models.Model):
    """A step of a case, never changed: who, when, what, in which words, and the state it led to."""

    case = models.ForeignKey(AccountCase, models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    by = models.CharField(max_length=110)
    event = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case} {self.event}"
