"""Facts that a batch changed, as they stood before: kept to be brought back."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from gongkai.measures.facts import Fact
from gongkai.records import facts
from gongkai.records.chunks import chunks
from gongkai.records.models import Batch, ReplacedFact

ROWS_AT_ONCE = 1000


class Change(NamedTuple):
    """A fact that stands already with other values, and the batch it came from."""

    old: Fact
    new: Fact
    former_batch: int

    @property
    def before(self) -> dict[str, Any]:
        """Field → what stood there, of the fields that differ."""
        return _differing(self.old, self.new)

    @property
    def after(self) -> dict[str, Any]:
        """Field → what comes, of the fields that differ."""
        return _differing(self.new, self.old)


def _differing(fact: Fact, other: Fact) -> dict[str, Any]:
    values = zip(fact._fields, facts.values(fact), facts.values(other), strict=False)
    return {name: facts.plain(value) for name, value, there in values if value != there}


def write(batch: Batch, kind: str, changes: Iterable[Change]) -> None:
    """Put the new facts in place of the old ones, and keep these."""
    for some in chunks(changes, ROWS_AT_ONCE):
        ReplacedFact.objects.bulk_create(
            ReplacedFact(
                batch=batch,
                kind=kind,
                former_batch_id=change.former_batch,
                values=facts.as_json(change.old),
            )
            for change in some
        )
        facts.delete(batch.office, batch.period, kind, [change.old.key for change in some])
        facts.insert(batch.office, batch.period, batch, kind, [change.new for change in some])


def read(batch: Batch, kind: str) -> Iterator[tuple[int, Fact]]:
    """(former batch, fact) of everything the batch changed, a former batch at a time."""
    rows = ReplacedFact.objects.filter(batch=batch, kind=kind).order_by("former_batch_id", "id")
    for former, values in rows.values_list("former_batch_id", "values").iterator(chunk_size=ROWS_AT_ONCE):
        yield former, facts.from_json(kind, values)


def units(batch: Batch) -> set[str]:
    """The units of everything the batch changed, as it was before."""
    rows = ReplacedFact.objects.filter(batch=batch).order_by()
    return set(rows.values_list("values__unit", flat=True).distinct())


def restore(batch: Batch, kind: str) -> None:
    """Bring back what the batch changed, each fact under the batch it came from."""
    for former, found in groupby(read(batch, kind), key=lambda kept: kept[0]):
        owner = Batch(pk=former)  # only its number is written
        facts.insert(batch.office, batch.period, owner, kind, (fact for _, fact in found))
    ReplacedFact.objects.filter(batch=batch, kind=kind).delete()
