"""Reproduce: compute an assessment again from its snapshot and compare to the digit."""

from dataclasses import dataclass

from django.conf import settings

from gongkai.actions import assess
from gongkai.records import models, readers


@dataclass(frozen=True)
class Reproduction:
    """The assessment, and the fields in which the second computation differs (none if it agrees)."""

    row: models.Assessment
    figures: int
    lines: int
    differences: tuple[str, ...]


def run(code: str) -> Reproduction:
    """Compute `weibin/2021Q4/1` again. Raises NotAssessedError, TermError, SnapshotError."""
    row = readers.assessment(code)
    stored = readers.content(row)
    again = assess.compute(settings.SNAPSHOTS / row.snapshot)
    differences = tuple(
        name for name in type(stored).model_fields if getattr(stored, name) != getattr(again, name)
    )
    return Reproduction(row, len(stored.figures), len(stored.lines), differences)
