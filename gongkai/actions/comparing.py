"""A file that was read, beside what is stored: what it would add and change, and what keeps it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai.actions import mixing
from gongkai.measures.facts import Fact
from gongkai.records import facts
from gongkai.records.models import Office
from gongkai.records.replaced import Change
from gongkai.sources.faults import Fault
from gongkai.sources.reading import Reading
from gongkai.terms import Period


@dataclass(frozen=True)
class Difference:
    """What the facts of one kind would do to what is stored; `repeats` are the batches that the ones
    which change nothing came from."""

    added: list[Fact] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: int = 0
    repeats: frozenset[int] = frozenset()

    def counts(self) -> dict[str, int]:
        """For the batch and the screen."""
        return {"added": len(self.added), "changed": len(self.changed), "same": self.same}


@dataclass(frozen=True)
class Preview:
    """A file read and compared: `differences` by kind, and every error with its place."""

    reading: Reading
    differences: Mapping[str, Difference]
    faults: tuple[Fault, ...]

    @property
    def warnings(self) -> list[Fault]:
        """What was read with a doubt that keeps nothing out."""
        return [fault for fault in self.reading.faults if not fault.is_error]

    @property
    def left_out(self) -> list[Fault]:
        """Every fault and open question that keeps something out, in each of its places."""
        return [*self.faults, *(fault for question in self.reading.questions for fault in question.faults())]

    @property
    def refused(self) -> bool:
        """Whether a fault or an open question keeps the file out."""
        return bool(self.faults or self.reading.questions)

    @property
    def empty(self) -> bool:
        """Whether writing would change nothing."""
        return not any(change.added or change.changed for change in self.differences.values())


def compare(office: Office, period: Period, read: Reading) -> Preview:
    """The rows without a fault, by kind, beside what is stored; writes nothing.

    A fault of a sheet as a whole, such as a title of another period, is a fault of each of its rows.
    """
    errors = [fault for fault in read.faults if fault.is_error]
    faulty = {(fault.sheet, fault.row) for fault in errors}
    whole = {fault.sheet for fault in errors if not fault.row}
    differences = {}
    for kind, rows in read.facts.items():
        good = rows
        if faulty:
            good = [row for row in rows if row.sheet not in whole and (row.sheet, row.row) not in faulty]
        mixed, good = mixing.separate(office, period, kind, good)
        errors.extend(mixed)
        differences[kind] = _difference(office, period, kind, good)
    return Preview(read, differences, tuple(errors))


def _difference(office: Office, period: Period, kind: str, rows: list[Fact]) -> Difference:
    there = facts.stored(office, period.code, kind, [row.key for row in rows])
    added, changed, same, repeats = [], [], 0, set()
    for row in rows:
        if row.key not in there:
            added.append(row)
            continue
        batch, old = there[row.key]
        if facts.values(old) == facts.values(row):
            same += 1
            repeats.add(batch)
        else:
            changed.append(Change(old, row, batch))
    return Difference(added, changed, same, frozenset(repeats))
