"""What was imported into a period, as one digest: it moves with every import and every undo, and when facts
take another name of what they are about.

Whatever is counted from the facts of a period stays right as long as it is the same.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.records import readers
from gongkai.records.models import AuditEntry, Office
from gongkai.records.naming import CARRIED
from gongkai.records.unchanged import until_changed

KEPT = 64


@dataclass(frozen=True)
class Imported:
    """The batches of a period: their digest, and the name of each one's file by number, oldest first."""

    digest: str
    files: Mapping[int, str]


@until_changed(KEPT)
def into(office: Office, period: str) -> Imported:
    """The batches whose facts count in the period."""
    rows = list(readers.batches(office, period).values_list("pk", "file_name", "digest", "written_at"))
    carried = AuditEntry.objects.filter(realm=office.key, action=CARRIED).order_by("-sequence")
    names = carried.values_list("sequence", flat=True).first()
    said = repr([names, *((number, digest, str(at)) for number, _, digest, at in rows)])
    return Imported(
        hashlib.sha256(f"{office.key}/{period}/{said}".encode()).hexdigest(),
        {number: name for number, name, *_ in rows},
    )
