"""A wording made into the page it will be printed as, with its cross-check, for editor and version alike."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from gongkai.actions import issue
from gongkai.actions.basis import Basis
from gongkai.actions.worded import IssueError, Wording
from gongkai.notice import html, live_check
from gongkai.notice.plan import Binding, Issue
from gongkai.notice.template import TemplateError
from gongkai.records import assessments, readers
from gongkai.records.models import Assessment, NoticeVersion
from gongkai.records.readers import NotAssessedError
from gongkai.records.snapshots import SnapshotError
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.assessments import links
from gongkai.web.pages.notices import presenting

EMPTY = mark_safe("")


@dataclass(frozen=True)
class Composed:
    """The page as HTML and what the cross-check says of it, or the faults that stand in its way, by line (0
    for none)."""

    page: SafeString = EMPTY
    panel: dict[str, Any] = field(default_factory=dict)
    faults: list[dict[str, Any]] = field(default_factory=list)
    issues: tuple[Issue, ...] = ()


def composed(request: OfficeRequest, wording: Wording, assessment: Assessment | None = None) -> Composed:
    """The wording on an assessment, by default the newest; writes nothing."""
    try:
        draft = issue.drafted(request.office, request.period, wording, assessment)
    except TemplateError as error:
        return Composed(faults=list(_faults(request, wording, error)))
    except (IssueError, NotAssessedError, SnapshotError) as error:
        return Composed(faults=[presenting.fault_row(0, str(error))])

    def link(bound: Binding) -> str:
        if bound.measure == "annex":
            return html.anchor(bound)
        return links.binding(request.office.key, request.period, bound)

    page = mark_safe(html.render(draft.plan, link))
    panel = presenting.panel(request.office, request.period, draft.issues)
    return Composed(page, panel, issues=draft.issues)


def _faults(request: OfficeRequest, wording: Wording, error: TemplateError) -> Iterator[dict[str, Any]]:
    """Every fault of the text at once; else the one that stopped it, which stands in the title or a note."""
    row = readers.latest(request.office, request.period.code)
    office = wording.on(Basis.of(row).office, request.period)
    issued = wording.dates(office, request.period)
    found = live_check.check(
        wording.template, office, assessments.content(row), issued=issued, period=request.period
    )
    if not found:
        yield presenting.fault_row(0, str(error))
    for fault in found:
        yield presenting.fault_row(fault.line, fault.message)


def of_version(request: OfficeRequest, version: NoticeVersion) -> Composed:
    """A version as it was written: on its own assessment, which need not be the newest any more."""
    return composed(request, Wording.of_version(version), version.assessment)
