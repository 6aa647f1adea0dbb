"""What was imported into a period, as one digest: it moves with every import and every undo.

Whatever is counted from the facts of a period stays right as long as it is the same.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.records import readers
from gongkai.records.models import Office


@dataclass(frozen=True)
class Imported:
    """The batches of a period: their digest, and the name of each one's file by number, oldest first."""

    digest: str
    files: Mapping[int, str]


def into(office: Office, period: str) -> Imported:
    """The batches whose facts count in the period."""
    rows = list(readers.batches(office, period).values_list("pk", "file_name", "digest", "written_at"))
    said = repr([(number, digest, str(at)) for number, _, digest, at in rows])
    return Imported(
        hashlib.sha256(f"{office.key}/{period}/{said}".encode()).hexdigest(),
        {number: name for number, name, *_ in rows},
    )
