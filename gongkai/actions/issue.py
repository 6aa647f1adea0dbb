"""Issue: plan the notice, put it through the cross-check, print it, and record that it was issued."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from gongkai.actions import printing, unit_names, waiving
from gongkai.actions.basis import Basis, outdated
from gongkai.assessment import registers
from gongkai.assessment.result import Assessment
from gongkai.notice import compose, crosscheck, docx, pdf, problems, xlsx
from gongkai.notice.crosscheck import Note
from gongkai.notice.plan import Issue, Plan, Severity
from gongkai.office import pack
from gongkai.records import models, offices, readers
from gongkai.records.audit import Who, record
from gongkai.terms import Period

NOTICE_FILES = ("通报.docx", "通报.pdf", "附件.xlsx")
PROBLEMS_FILE = "问题清单.xlsx"
DRAFT = "草稿-"


class IssueError(ValueError):
    """The notice cannot be issued; the message says why."""


@dataclass(frozen=True)
class Draft:
    """The notice of the newest assessment before it is issued, and what the cross-check found. `basis` is
    how things stood then; everything printed comes from the assessment and the pack it was made with."""

    assessment: models.Assessment
    basis: Basis
    content: Assessment
    plan: Plan
    issues: tuple[Issue, ...]


@dataclass(frozen=True)
class Issued:
    """The plan, what the cross-check found, and the files. `notice` is None where a red item stopped it: then
    `left` are files of an earlier notice still lying there, and `lapsed` the codes that were waived when
    they said something else."""

    plan: Plan
    content: Assessment
    issues: tuple[Issue, ...]
    open_reds: tuple[Issue, ...]
    notice: models.Notice | None
    files: tuple[Path, ...]
    new: bool = False
    left: tuple[Path, ...] = ()
    lapsed: tuple[str, ...] = ()


def check(office: str, period: Period) -> tuple[Plan, tuple[Issue, ...]]:
    """The plan and its cross-check, without issuing. Raises NotAssessedError, SnapshotError, TemplateError."""
    draft = _draft(offices.get(office), period)
    return draft.plan, draft.issues


def run(
    office: str, period: Period, target: Path, *, waivers: Mapping[str, str], by: Who, at: datetime
) -> Issued:
    """Issue the notice of the newest assessment into `target`; `waivers` maps issue code → reason.

    A red item that nobody waived stops it: then only the list of problems is written. Issuing the same
    thing again writes the same files and records nothing. Raises NotAssessedError, SnapshotError,
    TemplateError, IssueError, WaiverError, OSError.
    """
    row = offices.get(office)
    draft = _draft(row, period)
    plan, content, issues = draft.plan, draft.content, draft.issues
    waiving.run(row, period, issues, waivers, by=by, at=at)
    reds = waiving.open_reds(row, period, issues)
    printed = {PROBLEMS_FILE: problems.render(plan, issues, content.findings)}
    if reds:
        with printing.staged(target, printed) as files:
            lapsed = tuple(waiving.lapsed(row, period, reds))
        left = tuple(path for name in NOTICE_FILES if (path := target / name).exists())
        return Issued(plan, content, issues, reds, None, files, left=left, lapsed=lapsed)
    printed |= _rendered(plan)
    with printing.staged(target, printed) as files:
        notice, new = _record(row, period, draft, printed, by=by, at=at)
    return Issued(plan, content, issues, (), notice, files, new)


def draft(office: str, period: Period, target: Path) -> Issued:
    """Print the notice as it would be, whatever the cross-check says, under names that say so; nothing is
    recorded and no batch is held. Raises NotAssessedError, SnapshotError, TemplateError, IssueError, OSError."""
    row = offices.get(office)
    made = _draft(row, period)
    printed = {PROBLEMS_FILE: problems.render(made.plan, made.issues, made.content.findings)}
    printed |= {f"{DRAFT}{name}": content for name, content in _rendered(made.plan).items()}
    with printing.staged(target, printed) as files:
        reds = waiving.open_reds(row, period, made.issues)
    return Issued(made.plan, made.content, made.issues, reds, None, files)


def _rendered(plan: Plan) -> dict[str, bytes]:
    renderers = (docx.render, pdf.render, xlsx.render)
    return {name: render(plan) for name, render in zip(NOTICE_FILES, renderers, strict=True)}


def _draft(row: models.Office, period: Period) -> Draft:
    assessment = readers.latest(row, period.code)
    then, now = Basis.of(assessment), Basis.now(row, period)
    content = readers.content(assessment)
    plan = compose.plan(then.office, content, issued=_dates(then.office, period), period=period)
    issues = [
        *outdated(then, now),
        *_provisional(then.office, period),
        *crosscheck.check(plan, then.office, content, notes=list(_notes(then))),
    ]
    return Draft(assessment, now, content, plan, tuple(issues))


def _notes(basis: Basis) -> Iterator[Note]:
    """What the imports behind the assessment left to be seen."""
    batches = models.Batch.objects.filter(pk__in=basis.batches)
    yield from (Note(**note) for batch in batches for note in batch.notes)
    yield from unit_names.notes(batches)


def _dates(office: pack.Office, period: Period) -> pack.IssuedNotice:
    found = [notice for notice in office.notices if notice.period == period.code]
    if not found:
        raise IssueError(
            f"工作包没有写明 {period.code} 通报的日期：请在 office.toml 的 notices 中补一项"
            "（period、issued_on、rectify_by），重新载入并重新评定"
        )
    return found[0]


def _provisional(office: pack.Office, period: Period) -> list[Issue]:
    if not registers.calendar(office).provisional(period.start, period.end):
        return []
    return [
        Issue(
            code="provisional_calendar",
            severity=Severity.AMBER,
            message="期间内有年份的放假安排尚未公布，工作日暂按周末休息推算，公布后应更新数和时限可能变化，请届时重新评定",
        )
    ]


@transaction.atomic
def _record(
    row: models.Office, period: Period, draft: Draft, printed: Mapping[str, bytes], *, by: Who, at: datetime
) -> tuple[models.Notice, bool]:
    """The record of exactly these files, made now or there already. Raises IssueError when what was
    checked is no longer how things stand."""
    offices.lock(row)
    if readers.latest(row, period.code) != draft.assessment or Basis.now(row, period) != draft.basis:
        raise IssueError(f"印制 {period.code} 通报期间有人导入、撤销数据，修改工作包或重新评定，请重新印制")
    files = {name: hashlib.sha256(content).hexdigest() for name, content in printed.items()}
    earlier = models.Notice.objects.filter(assessment=draft.assessment).order_by("number")
    for notice in earlier:
        if notice.files == files:
            return notice, False
    notice = models.Notice.objects.create(
        assessment=draft.assessment,
        number=len(earlier) + 1,
        files=files,
        issues=[asdict(issue) for issue in draft.issues],
        issued_at=at,
        issued_by=by.name,
    )
    record("notice.issue", f"{draft.assessment.code}/{notice.number}", by=by, at=at, new=notice.files)
    return notice, True
