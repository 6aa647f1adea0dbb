"""Issue: plan the notice, put it through the cross-check, print it, and record that it was issued."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from gongkai.actions import printing, rectify, unit_names, waiving
from gongkai.actions.basis import Basis, outdated
from gongkai.actions.worded import IssueError, Wording
from gongkai.assessment import registers
from gongkai.assessment.result import Assessment
from gongkai.notice import compose, crosscheck, docx, pdf, problems, xlsx
from gongkai.notice.crosscheck import Note
from gongkai.notice.plan import Issue, Plan, Severity
from gongkai.office import pack
from gongkai.records import models, offices, readers
from gongkai.records.audit import Who, record
from gongkai.terms import Period
from gongkai.workflows.reviews import MACHINE, State

NOTICE_FILES = ("通报.docx", "通报.pdf", "附件.xlsx")
PROBLEMS_FILE = "问题清单.xlsx"
DRAFT = "草稿-"


@dataclass(frozen=True)
class Draft:
    """The notice of the newest assessment before it is issued, and what the cross-check found. `basis` is
    how things stood then; everything printed comes from the assessment and the pack it was made with."""

    assessment: models.Assessment
    basis: Basis
    content: Assessment
    wording: Wording
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
    made = drafted(offices.get(office), period)
    return made.plan, made.issues


def run(
    office: str,
    period: Period,
    target: Path,
    *,
    waivers: Mapping[str, str],
    by: Who,
    at: datetime,
    version: models.NoticeVersion | None = None,
) -> Issued:
    """Issue the notice of the newest assessment into `target`; `waivers` maps issue code → reason.

    `version` is the reviewed wording; without it the pack's own is printed, which an office that reviews
    its versions may not do. A red item that nobody waived stops it: then only the list of problems is written. Issuing the same
    thing again writes the same files and records nothing. Raises NotAssessedError, SnapshotError,
    TemplateError, IssueError, WaiverError, OSError.
    """
    row = offices.get(office)
    _check_reviewed(row, period, version)
    draft = drafted(row, period, Wording.of_version(version) if version else None)
    plan, content, issues = draft.plan, draft.content, draft.issues
    waiving.run(row, period, issues, waivers, by=by, at=at)
    reds = waiving.open_reds(row, period, issues)
    printed = {PROBLEMS_FILE: problems.render(plan, issues, content.findings)}
    if reds:
        with printing.staged(target, printed) as files:
            lapsed = tuple(waiving.lapsed(row, period, reds))
        left = tuple(path for name in NOTICE_FILES if (path := target / name).exists())
        return Issued(plan, content, issues, reds, None, files, left=left, lapsed=lapsed)
    printed |= rendered(plan)
    with printing.staged(target, printed) as files:
        notice, new = _record(row, period, draft, printed, version, by=by, at=at)
    return Issued(plan, content, issues, (), notice, files, new)


def draft(office: str, period: Period, target: Path) -> Issued:
    """Print the notice as it would be, whatever the cross-check says, under names that say so; nothing is
    recorded and no batch is held. Raises NotAssessedError, SnapshotError, TemplateError, IssueError, OSError."""
    row = offices.get(office)
    made = drafted(row, period)
    printed = {PROBLEMS_FILE: problems.render(made.plan, made.issues, made.content.findings)}
    printed |= {f"{DRAFT}{name}": content for name, content in rendered(made.plan).items()}
    with printing.staged(target, printed) as files:
        reds = waiving.open_reds(row, period, made.issues)
    return Issued(made.plan, made.content, made.issues, reds, None, files)


def rendered(plan: Plan) -> dict[str, bytes]:
    """The notice as Word, PDF and annex workbook, by file name."""
    renderers = (docx.render, pdf.render, xlsx.render)
    return {name: render(plan) for name, render in zip(NOTICE_FILES, renderers, strict=True)}


def drafted(row: models.Office, period: Period, wording: Wording | None = None) -> Draft:
    """The newest assessment's notice in these words, or in the pack's, with its cross-check; writes nothing.

    Raises NotAssessedError, SnapshotError, TemplateError, IssueError.
    """
    assessment = readers.latest(row, period.code)
    then, now = Basis.of(assessment), Basis.now(row, period)
    wording = wording or Wording.of_pack(then.office, period)
    content = readers.content(assessment)
    office = wording.on(then.office)
    plan = compose.plan(office, content, issued=wording.dates(office, period), period=period)
    issues = [
        *outdated(then, now),
        *_provisional(office, period),
        *crosscheck.check(plan, office, content, notes=list(_notes(then))),
    ]
    return Draft(assessment, now, content, wording, plan, tuple(issues))


def _check_reviewed(row: models.Office, period: Period, version: models.NoticeVersion | None) -> None:
    """Raise IssueError where the wording to be printed is not the one that three people agreed on."""
    if version is None:
        versions = models.NoticeVersion.objects.filter(office=row, period=period.code)
        newest = versions.order_by("-number").first()
        if newest is not None and newest.state not in MACHINE.ends:
            raise IssueError(f"{period.label}的通报正在工作台起草或审签，请在工作台办完审签后印发")
        return
    if version.state != State.APPROVED:
        label = State(version.state).label
        raise IssueError(f"{period.label}通报第{version.number}稿目前为“{label}”，经分管领导签发后才能印发")
    if version.assessment_id != readers.latest(row, period.code).pk:
        raise IssueError(f"签发之后{period.label}重新评定过，请在新的评定结果上另起一稿，重新审签")


def _notes(basis: Basis) -> Iterator[Note]:
    """What the imports behind the assessment left to be seen."""
    batches = models.Batch.objects.filter(pk__in=basis.batches)
    yield from (Note(**note) for batch in batches for note in batch.notes)
    yield from unit_names.notes(batches)


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
    row: models.Office,
    period: Period,
    draft: Draft,
    printed: Mapping[str, bytes],
    version: models.NoticeVersion | None,
    *,
    by: Who,
    at: datetime,
) -> tuple[models.Notice, bool]:
    """The record of exactly these files, made now or there already; made now, its problems become items to
    be rectified. Raises IssueError when what was checked is no longer how things stand."""
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
    if version is not None:
        _link(version, notice)
    rectify.open_items(notice, deadline=draft.wording.rectify_by, by=by, at=at)
    return notice, True


def _link(version: models.NoticeVersion, notice: models.Notice) -> None:
    """The version is issued as this notice. Raises IssueError if it was sent back or edited meanwhile."""
    moved = models.NoticeVersion.objects.filter(pk=version.pk, state=State.APPROVED)
    if not moved.update(state=State.ISSUED, notice=notice):
        raise IssueError(f"印制期间第{version.number}稿被退回或修改，没有印发，请刷新页面")
