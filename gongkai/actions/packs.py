"""The office pack that a stored assessment was made with: a snapshot never changes, so it is read once."""

from functools import lru_cache

from gongkai.actions.basis import Basis
from gongkai.office.pack import Office
from gongkai.records import models

KEPT = 8


def of(assessment: models.Assessment) -> Office:
    """The office as it stood when the assessment was made. Raises SnapshotError where that is lost."""
    return _kept(assessment.snapshot)


@lru_cache(maxsize=KEPT)
def _kept(snapshot: str) -> Office:
    return Basis.of(models.Assessment(snapshot=snapshot)).office
