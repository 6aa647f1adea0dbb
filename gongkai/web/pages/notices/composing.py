"""A wording made into the page it will be printed as, with its cross-check, for editor and version alike."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from gongkai.actions import issue
from gongkai.actions.worded import IssueError, Wording
from gongkai.notice import html
from gongkai.notice.plan import Binding
from gongkai.notice.template import TemplateError
from gongkai.records.readers import NotAssessedError
from gongkai.records.snapshots import SnapshotError
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.assessments import links
from gongkai.web.pages.notices import presenting

EMPTY = mark_safe("")


@dataclass(frozen=True)
class Composed:
    """The page as HTML, or the faults that stand in its way, by line (0 for none)."""

    page: SafeString = EMPTY
    panel: dict[str, Any] = field(default_factory=dict)
    faults: list[dict[str, Any]] = field(default_factory=list)
    assessment: int = 0


def composed(request: OfficeRequest, wording: Wording) -> Composed:
    """The wording on the newest assessment; writes nothing."""
    try:
        draft = issue.drafted(request.office, request.period, wording)
    except TemplateError as error:
        return Composed(faults=presenting.fault_rows([(error.line, str(error))]))
    except (IssueError, NotAssessedError, SnapshotError) as error:
        return Composed(faults=presenting.fault_rows([(0, str(error))]))

    def link(bound: Binding) -> str:
        if bound.measure == "annex":
            return html.anchor(bound)
        return links.binding(request.office.key, request.period, bound)

    page = mark_safe(html.render(draft.plan, link))
    panel = presenting.issue_rows(request.office, request.period, draft.issues)
    return Composed(page, panel, assessment=draft.assessment.pk)
