"""Versions, notices and what the cross-check says, as the pages show them."""

from collections.abc import Iterable, Sequence
from typing import Any

from gongkai.actions import waiving
from gongkai.notice.plan import Issue, Severity
from gongkai.records.models import Notice, NoticeVersion, Office, Waiver
from gongkai.terms import Period
from gongkai.workflows.reviews import MACHINE, Event, State
from gongkai.workflows.roles import Role, in_words

MARKS = {
    State.DRAFTING: "muted",
    State.DRAFTED: "due",
    State.CHECKED: "due",
    State.APPROVED: "ok",
    State.ISSUED: "ok",
    State.SENT_BACK: "late",
    State.VOIDED: "muted",
}
NEXT = {
    State.DRAFTING: Event.SUBMIT,
    State.DRAFTED: Event.CHECK,
    State.CHECKED: Event.APPROVE,
    State.APPROVED: Event.ISSUE,
}
"""The step that takes a version on."""


def version_row(version: NoticeVersion) -> dict[str, Any]:
    """A version in the list."""
    state = State(version.state)
    return {
        "number": version.number,
        "state": state.label,
        "mark": MARKS[state],
        "made_at": version.made_at,
        "made_by": version.made_by.name,
        "note": version.note,
    }


def waiting_for(version: NoticeVersion) -> str:
    """Who must act now, in a sentence; "" where nobody must."""
    event = NEXT.get(State(version.state))
    if event is None:
        return ""
    step = next(move for move in MACHINE.moves(version.state, frozenset(Role)) if move.event is event)
    return f"等待{in_words(step.by, '或')}{event.label}"


def notice_row(notice: Notice, unit: str) -> dict[str, Any]:
    """An issued notice in the list; for a unit, whether it has signed for it."""
    version = getattr(notice, "version", None)
    row: dict[str, Any] = {
        "number": notice.pk,
        "title": f"{Period.parse(notice.assessment.period).label}通报",
        "document_number": version.document_number if version else "",
        "issued_at": notice.issued_at,
        "issued_by": notice.issued_by,
    }
    if unit:
        row["signed"] = notice.receipts.filter(unit=unit).exists()
    return row


def issue_rows(office: Office, period: Period, issues: Sequence[Issue]) -> dict[str, Any]:
    """The cross-check for its panel: what must be handled, what was waived and why, what to look at."""
    waivers = {waiver.digest: waiver for waiver in Waiver.objects.filter(office=office, period=period.code)}
    rows = [_issue(one, waivers.get(waiving.digest(one))) for one in issues]
    return {
        "reds": [row for row in rows if row["red"] and not row["reason"]],
        "waived": [row for row in rows if row["reason"]],
        "ambers": [row for row in rows if not row["red"]],
    }


def fault_rows(faults: Iterable[tuple[int, str]]) -> list[dict[str, Any]]:
    """What is wrong with a wording, by line."""
    return [{"line": line, "message": message} for line, message in faults]


def _issue(issue: Issue, waiver: Waiver | None) -> dict[str, Any]:
    return {
        "code": issue.code,
        "red": issue.severity is Severity.RED,
        "message": issue.message,
        "left": issue.left,
        "right": issue.right,
        "reason": waiver.reason if waiver else "",
        "waived_by": waiver.waived_by if waiver else "",
        "waived_at": waiver.waived_at if waiver else None,
    }
