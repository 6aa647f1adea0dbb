"""What a person types into a form or a monthly grid: read by the readers of spreadsheets, compared and written
as one batch, as a file is. All or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gongkai.actions import ingest
from gongkai.actions.comparing import Preview, compare
from gongkai.records import offices, uploads
from gongkai.records.audit import Who
from gongkai.records.models import Batch, Office
from gongkai.sources import entry, grids
from gongkai.sources.entry import TypedRow
from gongkai.sources.grids import Filled, GridCell
from gongkai.terms import Period
from gongkai.workflows import rights
from gongkai.workflows.rights import Action, Actor


@dataclass(frozen=True)
class StoredCount:
    """What a cell of a grid holds in the records: the count, and the batch it came with."""

    count: int
    batch: Batch


@dataclass(frozen=True)
class Entered:
    """What became of what was typed; without a batch nothing was written. Of a grid, `moved` are the cells that
    somebody else changed since the page was shown, `emptied` those whose count cannot be taken back so."""

    compared: Preview | None = None
    batch: Batch | None = None
    moved: Mapping[GridCell, StoredCount] = field(default_factory=dict)
    emptied: Mapping[GridCell, StoredCount] = field(default_factory=dict)

    @property
    def updates(self) -> bool:
        """Whether it would change what is stored, which nobody has agreed to."""
        compared = self.compared
        return (
            compared is not None
            and self.batch is None
            and not compared.refused
            and any(change.changed for change in compared.differences.values())
        )


@transaction.atomic
def rows(
    office: Office,
    period: Period,
    kind: str,
    typed: Sequence[TypedRow],
    *,
    agreed: bool = False,
    actor: Actor,
    by: Who,
    at: datetime,
) -> Entered:
    """Write typed events. Those that would change stored ones are written only if the person `agreed`, having
    seen what. Raises Forbidden, UnknownKind."""
    _check_can(actor, kind)
    offices.lock(office)
    found = entry.read(kind, typed, office=offices.load(office), period=period)
    compared = compare(office, period, replace(found, name=_name(by, at)))
    changes = any(change.changed for change in compared.differences.values())
    if compared.refused or compared.empty or (changes and not agreed):
        return Entered(compared)
    return Entered(compared, ingest.write(office, period, compared, by=by, at=at))


@transaction.atomic
def grid(
    office: Office,
    period: Period,
    kind: str,
    typed: Filled,
    shown: Filled,
    *,
    actor: Actor,
    by: Who,
    at: datetime,
) -> Entered:
    """Write the cells of a monthly grid that a person changed; `shown` is what the page held ("" left out).

    Nothing is written where one of these cells was changed by somebody else meanwhile, or was emptied: blank
    is "not handed in", which no import can say of what was. Raises Forbidden, UnknownKind.
    """
    _check_can(actor, kind)
    offices.lock(office)
    changed = {cell: text.strip() for cell, text in typed.items() if text.strip() != shown.get(cell, "")}
    standing = stored(office, period, kind)
    said = {cell: str(now.count) for cell, now in standing.items()}
    changed = {cell: text for cell, text in changed.items() if text != said.get(cell, "")}
    moved = {
        cell: standing[cell] for cell in changed if cell in standing and said[cell] != shown.get(cell, "")
    }
    emptied = {cell: standing[cell] for cell, text in changed.items() if cell in standing and not text}
    filled = {cell: text for cell, text in changed.items() if text}
    if moved or emptied or not filled:
        return Entered(moved=moved, emptied=emptied)
    found = grids.grid_facts(kind, filled, office=offices.load(office), period=period)
    compared = compare(office, period, replace(found, name=_name(by, at)))
    if compared.refused or compared.empty:
        return Entered(compared)
    return Entered(compared, ingest.write(office, period, compared, by=by, at=at))


def stored(office: Office, period: Period, kind: str) -> dict[GridCell, StoredCount]:
    """What the records hold of a kind's grid."""
    found = uploads.monthly(office, period.code, kind)
    batches = Batch.objects.defer("notes", "names").in_bulk({batch for batch, _ in found})
    return {
        cell: StoredCount(count, batches[batch])
        for batch, fact in found
        for cell, count in grids.grid_filled(kind, [fact]).items()
    }


def _check_can(actor: Actor, kind: str) -> None:
    rights.check_can(actor, Action.FACTS_ENTER)
    if kind == "adjustments":
        rights.check_can(actor, Action.ADJUSTMENTS_ENTER)


def _name(by: Who, at: datetime) -> str:
    """Stands for the file: 手工录入 2022-01-10 某某."""
    return f"{entry.SHEET} {timezone.localdate(at)} {by.name}"
