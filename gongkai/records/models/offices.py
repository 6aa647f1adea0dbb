"""An office and its registers: units, aliases, columns, accounts, outlets.

`place` keeps the register's order. What has no life of its own (region, rules, notice settings) stays
in `Office.settings` as the pack writes it.
"""

from django.db import models


class Office(models.Model):
    key = models.CharField(max_length=50, unique=True)
    name = models.CharField(max_length=100)
    settings = models.JSONField()
    scheme = models.TextField()
    template = models.TextField()

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    office = models.ForeignKey(Office, models.CASCADE, related_name="units")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=100)
    full_name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20)
    group = models.CharField(max_length=50)
    ranked = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["place", "id"]
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="unit_name_once")]

    def __str__(self) -> str:
        return self.name


class UnitAlias(models.Model):
    """Another name of a unit: from the pack, or `confirmed` by a person, and then kept when a pack is loaded."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    confirmed = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="alias_once")]

    def __str__(self) -> str:
        return f"{self.name} = {self.unit}"


class Column(models.Model):
    office = models.ForeignKey(Office, models.CASCADE, related_name="columns")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    category = models.CharField(max_length=20)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["place", "id"]
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="column_name_once")]

    def __str__(self) -> str:
        return self.name


class ColumnDuty(models.Model):
    """One unit's share of a duty; units that share one duty have the same `share` number."""

    column = models.ForeignKey(Column, models.CASCADE, related_name="duties")
    share = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="duties")
    frequency = models.CharField(max_length=20)

    class Meta:
        ordering = ["share", "id"]
        constraints = [models.UniqueConstraint(fields=["column", "unit"], name="column_unit_once")]

    def __str__(self) -> str:
        return f"{self.column}/{self.unit} {self.frequency}"


class Exemption(models.Model):
    column = models.ForeignKey(Column, models.CASCADE, related_name="exemptions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    period = models.CharField(max_length=60)
    reason = models.TextField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.column}/{self.unit} {self.period}"


class Account(models.Model):
    office = models.ForeignKey(Office, models.CASCADE, related_name="accounts")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    platform = models.CharField(max_length=50)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="accounts")
    holder = models.CharField(max_length=200)
    filing = models.CharField(max_length=20)
    posting = models.BooleanField(default=True)
    opened = models.CharField(max_length=10, blank=True)
    cancelled = models.CharField(max_length=10, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["place", "id"]
        constraints = [models.UniqueConstraint(fields=["office", "name", "platform"], name="account_once")]

    def __str__(self) -> str:
        return f"{self.name}·{self.platform}"


class Outlet(models.Model):
    office = models.ForeignKey(Office, models.CASCADE, related_name="outlets")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=100)
    level = models.CharField(max_length=50)
    aliases = models.JSONField(default=list)

    class Meta:
        ordering = ["place", "id"]
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="outlet_once")]

    def __str__(self) -> str:
        return self.name
