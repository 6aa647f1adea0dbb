"""Issue: plan the notice, put it through the cross-check, print it, and record that it was issued."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from gongkai.actions import printing, proofreading, rectify, unit_names, waiving
from gongkai.actions.basis import Basis, outdated
from gongkai.actions.worded import IssueError, Wording
from gongkai.assessment import registers
from gongkai.assessment.result import Assessment
from gongkai.notice import compose, crosscheck, docx, pdf, problems, xlsx
from gongkai.notice.crosscheck import Note
from gongkai.notice.plan import Issue, Plan, Severity
from gongkai.office import pack
from gongkai.records import models, offices, readers, vault, versions
from gongkai.records.audit import Who, record
from gongkai.terms import Period
from gongkai.workflows.reviews import MACHINE, Event, State

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
    target: Path | None,
    *,
    waivers: Mapping[str, str],
    by: Who,
    at: datetime,
    version: models.NoticeVersion | None = None,
) -> Issued:
    """Issue the notice of the newest assessment into `target`, if there is one, and keep its files;
    `waivers` maps issue code → reason.

    `version` is the reviewed wording; without it the pack's own is printed, unless the period's notice is
    drafted in versions. A red item that nobody waived stops it: then only the list of problems is written.
    Issuing the same thing again writes the same files and records nothing. Raises NotAssessedError,
    SnapshotError, TemplateError, IssueError, WaiverError, OSError.
    """
    row = offices.get(office)
    _check_can(row, period, version)
    draft = drafted(row, period, Wording.of_version(version) if version else None)
    plan, issues = draft.plan, draft.issues
    waiving.run(row, period, issues, waivers, by=by, at=at)
    reds = waiving.open_reds(row, period, issues)
    printed = {PROBLEMS_FILE: problems.render(plan, issues, draft.content.findings)}
    if reds:
        with _written(target, printed) as files:
            lapsed = tuple(waiving.lapsed(row, period, reds))
        left = tuple(path for name in NOTICE_FILES if target and (path := target / name).exists())
        return Issued(plan, draft.content, issues, reds, None, files, left=left, lapsed=lapsed)
    printed |= rendered(plan)
    for content in printed.values():
        vault.keep([content])
    with _written(target, printed) as files:
        notice, new = _record(row, period, draft, printed, version, by=by, at=at)
    return Issued(plan, draft.content, issues, (), notice, files, new)


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


def drafted(
    row: models.Office,
    period: Period,
    wording: Wording | None = None,
    assessment: models.Assessment | None = None,
) -> Draft:
    """The notice of an assessment, by default the newest, in these words or in the pack's, with its
    cross-check; writes nothing. Raises NotAssessedError, SnapshotError, TemplateError, IssueError.
    """
    assessment = assessment or readers.latest(row, period.code)
    then, now = Basis.of(assessment), Basis.now(row, period)
    wording = wording or Wording.of_pack(then.office, period)
    content = readers.content(assessment)
    office = wording.on(then.office, period)
    plan = compose.plan(office, content, issued=wording.dates(office, period), period=period)
    issues = [
        *outdated(then, now),
        *_provisional(office, period),
        *crosscheck.check(
            plan, office, content, notes=list(_notes(then)), rules=proofreading.rules(row, plan.issued_on)
        ),
    ]
    return Draft(assessment, now, content, wording, plan, tuple(issues))


def _written(target: Path | None, printed: Mapping[str, bytes]) -> AbstractContextManager[tuple[Path, ...]]:
    return printing.staged(target, printed) if target else nullcontext(())


def _check_can(row: models.Office, period: Period, version: models.NoticeVersion | None) -> None:
    """Raise IssueError where the wording to be printed is not the one that three people agreed on."""
    if version is None:
        if versions.of(row, period.code).exists():
            raise IssueError(
                f"{period.label}的通报已在工作台起草，请在工作台审签、印发；命令行可加 --draft 出草稿"
            )
        return
    if version.state != State.APPROVED:
        label = State(version.state).label
        raise IssueError(f"{period.label}通报第{version.number}稿目前为“{label}”，经分管领导签发后才能印发")
    if version.assessment_id != readers.latest(row, period.code).pk:
        raise IssueError(f"签发之后{period.label}重新考核过，请在新的考核结果上另起一稿，重新审签")
    if versions.unsettled(version):
        raise IssueError("有一份交回的文稿与本稿的数字或单位不一致，还没有处理，请先逐项处理")


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
            message="期间内有年份的放假安排尚未公布，工作日暂按周末休息推算，公布后应更新数和时限可能变化，请届时重新考核",
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
    if version is not None:
        version.refresh_from_db(fields=["state", "notice"])
    _check_can(row, period, version)
    if readers.latest(row, period.code) != draft.assessment or Basis.now(row, period) != draft.basis:
        raise IssueError(f"印发 {period.code} 通报时有人导入、撤销数据，修改工作包或重新考核，请重新印发")
    notice, new = _noted(draft, printed, by=by, at=at)
    if version is not None:
        _link(version, notice)
    if new:
        rectify.open_items(notice, deadline=draft.wording.rectify_by, by=by, at=at)
    return notice, new


def _noted(
    draft: Draft, printed: Mapping[str, bytes], *, by: Who, at: datetime
) -> tuple[models.Notice, bool]:
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


def _link(version: models.NoticeVersion, notice: models.Notice) -> None:
    """The version is issued as this notice, which the terminal may have issued before in the same words.
    Raises IssueError where another version said the same and was issued."""
    former = models.NoticeVersion.objects.filter(notice=notice).first()
    if former is not None:
        raise IssueError(f"本稿与已印发的第{former.number}稿完全相同，不必再次印发")
    version.state, version.notice = MACHINE.next(version.state, Event.ISSUE), notice
    version.save(update_fields=["state", "notice"])
