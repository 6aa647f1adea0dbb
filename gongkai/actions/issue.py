"""Issue: plan the notice, put it through the cross-check, print it, and record that it was issued."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from gongkai.actions import unit_names
from gongkai.assessment import registers
from gongkai.assessment.result import Assessment
from gongkai.notice import compose, crosscheck, docx, pdf, problems, xlsx
from gongkai.notice.crosscheck import Note
from gongkai.notice.plan import Issue, Plan, Severity
from gongkai.office import pack
from gongkai.records import models, offices, readers
from gongkai.records.audit import Who, record
from gongkai.terms import Period


class IssueError(ValueError):
    """The notice cannot be issued; the message says why."""


@dataclass(frozen=True)
class Issued:
    """The plan, what the cross-check found, and the files. `notice` is None where a red item stopped it."""

    plan: Plan
    content: Assessment
    issues: tuple[Issue, ...]
    open_reds: tuple[Issue, ...]
    notice: models.Notice | None
    files: tuple[Path, ...]
    new: bool


def check(office: str, period: Period) -> tuple[Plan, tuple[Issue, ...]]:
    """The plan and its cross-check, without issuing. Raises NotAssessedError, TemplateError."""
    row = offices.get(office)
    plan, _, issues = _checked(row, period, readers.latest(row, period.code))
    return plan, issues


@transaction.atomic
def run(
    office: str, period: Period, target: Path, *, waivers: Mapping[str, str], by: Who, at: datetime
) -> Issued:
    """Issue the notice of the newest assessment into `target`; `waivers` maps issue code → reason.

    A red item that nobody waived stops it: then only the list of problems is written. Issuing the same
    plan again writes the same files and records nothing. Raises NotAssessedError, IssueError.
    """
    row = offices.get(office)
    assessment = readers.latest(row, period.code)
    plan, content, issues = _checked(row, period, assessment)
    _waive(row, period, issues, waivers, by=by, at=at)
    waived = set(models.Waiver.objects.filter(office=row, period=period.code).values_list("code", flat=True))
    open_reds = tuple(
        issue for issue in issues if issue.severity is Severity.RED and issue.code not in waived
    )
    printed = {"问题清单.xlsx": problems.render(plan, issues, content.findings)}
    if open_reds:
        return Issued(plan, content, issues, open_reds, None, _write(target, printed), new=False)
    printed |= {"通报.docx": docx.render(plan), "通报.pdf": pdf.render(plan), "附件.xlsx": xlsx.render(plan)}
    notice, new = _record(assessment, plan, issues, printed, by=by, at=at)
    return Issued(plan, content, issues, (), notice, _write(target, printed), new)


def _checked(
    row: models.Office, period: Period, assessment: models.Assessment
) -> tuple[Plan, Assessment, tuple[Issue, ...]]:
    office = offices.load(row)
    content = readers.content(assessment)
    plan = compose.plan(office, content, issued=_dates(office, period), period=period)
    batches = list(readers.batches(row, period.code))
    notes = [Note(**note) for batch in batches for note in batch.notes] + list(unit_names.notes(batches))
    issues = [
        *_stale(row, assessment),
        *_provisional(office, period),
        *crosscheck.check(plan, office, content, notes=notes),
    ]
    return plan, content, tuple(issues)


def _dates(office: pack.Office, period: Period) -> pack.IssuedNotice:
    found = [notice for notice in office.notices if notice.period == period.code]
    if not found:
        raise IssueError(
            f"工作包没有写明 {period.code} 通报的日期：请在 office.toml 的 notices 中补一项"
            "（period、issued_on、rectify_by）后重新载入"
        )
    return found[0]


def _stale(row: models.Office, assessment: models.Assessment) -> list[Issue]:
    now = [batch.pk for batch in readers.batches(row, assessment.period)]
    if now == assessment.batches:
        return []
    return [
        Issue(
            code="stale_assessment",
            severity=Severity.RED,
            message="评定之后导入或撤销过数据，通报的数字不是最新的，请重新评定后再印制",
            left="评定依据的批次：" + "、".join(map(str, assessment.batches)),
            right="现有批次：" + "、".join(map(str, now)),
        )
    ]


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


def _waive(
    row: models.Office,
    period: Period,
    issues: tuple[Issue, ...],
    waivers: Mapping[str, str],
    *,
    by: Who,
    at: datetime,
) -> None:
    reds = {issue.code for issue in issues if issue.severity is Severity.RED}
    for code, reason in waivers.items():
        if code not in reds:
            raise IssueError(f"本次校核没有代码为“{code}”的须处理问题，请核对代码，或去掉这一项放行")
        if not reason.strip():
            raise IssueError(f"放行“{code}”必须写明理由")
        models.Waiver.objects.update_or_create(
            office=row,
            period=period.code,
            code=code,
            defaults={"reason": reason, "waived_by": by.name, "waived_at": at},
        )
        record("notice.waive", f"{row.key}/{period.code}/{code}", by=by, at=at, new=reason)


def _record(
    assessment: models.Assessment,
    plan: Plan,
    issues: tuple[Issue, ...],
    printed: Mapping[str, bytes],
    *,
    by: Who,
    at: datetime,
) -> tuple[models.Notice, bool]:
    digest = hashlib.sha256(repr(plan).encode()).hexdigest()
    there = models.Notice.objects.filter(assessment=assessment, plan=digest).first()
    if there is not None:
        return there, False
    notice = models.Notice.objects.create(
        assessment=assessment,
        number=models.Notice.objects.filter(assessment=assessment).count() + 1,
        plan=digest,
        files={name: hashlib.sha256(content).hexdigest() for name, content in printed.items()},
        issues=[asdict(issue) for issue in issues],
        issued_at=at,
        issued_by=by.name,
    )
    record("notice.issue", f"{assessment.code}/{notice.number}", by=by, at=at, new=notice.files)
    return notice, True


def _write(target: Path, printed: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Each file appears whole or not at all."""
    target.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, content in printed.items():
        part = target / f".{name}.part"
        part.write_bytes(content)
        os.replace(part, target / name)
        paths.append(target / name)
    return tuple(paths)
