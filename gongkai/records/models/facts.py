"""The fact tables. Their columns mirror `gongkai.measures.facts`; a test holds the two together.

A fact names its unit by the register's name: a fact is a statement read from a file, and keeps the
words it was matched to when the register is edited later.
"""

from django.db import models

from gongkai.records.models.batches import Batch
from gongkai.records.models.offices import Office


class FactModel(models.Model):
    """What every fact has; `key` is its natural key within the office and period."""

    # every index of its own is paid for by each of a hundred thousand rows; the key's begins with the office
    office = models.ForeignKey(Office, models.CASCADE, related_name="+", db_index=False)
    period = models.CharField(max_length=60)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="+")
    unit = models.CharField(max_length=100)
    day = models.DateField()
    precision = models.CharField(max_length=10)
    quantity = models.PositiveIntegerField(default=1)
    key = models.CharField(max_length=500)
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(fields=["office", "period", "key"], name="%(class)s_key_once"),
        ]
        indexes = [models.Index(fields=["office", "period", "unit"], name="%(class)s_unit")]


class Submission(FactModel):
    title = models.CharField(max_length=500)
    late = models.PositiveIntegerField(default=0)


class Adoption(FactModel):
    outlet = models.CharField(max_length=100)
    title = models.CharField(max_length=500)


class ColumnUpdate(FactModel):
    column = models.CharField(max_length=200)
    title = models.CharField(max_length=500)


class Handled(FactModel):
    """Messages and work orders: received on `day`."""

    number = models.CharField(max_length=100)
    type = models.CharField(max_length=50)
    due = models.DateField(null=True)
    closed = models.DateField(null=True)
    outcome = models.CharField(max_length=20)

    class Meta(FactModel.Meta):
        abstract = True


class Message(Handled):
    pass


class WorkOrder(Handled):
    redone = models.PositiveIntegerField(default=0)
    returned = models.PositiveIntegerField(default=0)
    satisfied = models.PositiveIntegerField(default=0)
    dissatisfied = models.PositiveIntegerField(default=0)


class Post(FactModel):
    account = models.CharField(max_length=250)
    title = models.CharField(max_length=500)
    original = models.PositiveIntegerField(default=1)


class Adjustment(FactModel):
    item = models.CharField(max_length=50)
    points = models.CharField(max_length=20)
    reason = models.TextField()
    person = models.CharField(max_length=50)
    evidence = models.TextField()


FACT_MODELS: dict[str, type[FactModel]] = {
    "submissions": Submission,
    "adoptions": Adoption,
    "columns": ColumnUpdate,
    "messages": Message,
    "orders": WorkOrder,
    "posts": Post,
    "adjustments": Adjustment,
}
