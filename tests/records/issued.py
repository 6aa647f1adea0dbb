"""Issued notices, made by hand: only their findings matter."""

from collections.abc import Sequence
from itertools import count

from gongkai.assessment.result import Assessment, Finding, FindingKind
from gongkai.records import models
from tests.conftest import AT

SNAPSHOTS = (f"{number:064x}" for number in count())
"""No two alike: a parsed assessment is kept by its number and its snapshot, and tests use numbers again."""


def finding(
    unit: str,
    kind: str,
    item: str = "",
    *,
    measure: str = "submissions.submitted",
    value: int = 0,
    target: int | None = None,
) -> Finding:
    """A problem of a unit."""
    text = f"{unit}{item}{kind}"
    return Finding(
        kind=FindingKind(kind), unit=unit, item=item, measure=measure, value=value, target=target, text=text
    )


def assessment(
    office: models.Office, findings: Sequence[Finding], *, period: str = "2021Q4", number: int = 1
) -> models.Assessment:
    """A stored assessment that found just this."""
    snapshot = next(SNAPSHOTS)
    content = Assessment(
        office=office.key,
        period=period,
        scheme="办法",
        scheme_version="1",
        snapshot=snapshot,
        figures=(),
        findings=tuple(findings),
    )
    return models.Assessment.objects.create(
        office=office,
        period=period,
        number=number,
        snapshot=snapshot,
        batches=[],
        result=content.model_dump_json(),
        made_at=AT,
        made_by="某某",
    )


def notice(of: models.Assessment, number: int = 1) -> models.Notice:
    """A notice on it, as issued."""
    return models.Notice.objects.create(
        assessment=of, number=number, files={}, issues=[], issued_at=AT, issued_by="某某"
    )
