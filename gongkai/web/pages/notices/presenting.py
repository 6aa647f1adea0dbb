"""Versions, notices and what the cross-check says, as the pages show them."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse

from gongkai.actions import waiving
from gongkai.measures.registry import MEASURES
from gongkai.notice.plan import Binding, Issue, Severity
from gongkai.records.models import Notice, NoticeVersion, Office, ReturnedDocument, Waiver
from gongkai.terms import Period, chinese_date
from gongkai.web.pages.assessments import links
from gongkai.workflows.reviews import MACHINE, Event, State
from gongkai.workflows.roles import Role, in_words

MARKS = {
    State.DRAFTING: "quiet",
    State.DRAFTED: "soon",
    State.CHECKED: "soon",
    State.APPROVED: "soon",
    State.ISSUED: "ok",
    State.SENT_BACK: "late",
    State.VOIDED: "quiet",
}
NEXT = {
    State.DRAFTING: Event.SUBMIT,
    State.DRAFTED: Event.CHECK,
    State.CHECKED: Event.APPROVE,
    State.APPROVED: Event.ISSUE,
}
"""The step that takes a version on."""
DEEDS = {Event.SUBMIT: "送审", Event.CHECK: "审核", Event.APPROVE: "签发", Event.ISSUE: "印发"}


def version_row(version: NoticeVersion, newest: NoticeVersion) -> dict[str, Any]:
    """A version in the list; a draft that a later one took up is not worked on any more."""
    state = State(version.state)
    left = state is State.DRAFTING and version.number < newest.number
    return {
        "number": version.number,
        "state": "已有新稿" if left else state.label,
        "mark": MARKS[state],
        "made_at": version.made_at,
        "made_by": version.made_by.name,
        "note": version.note,
    }


def path(version: NoticeVersion | None) -> list[dict[str, Any]]:
    """The way from a draft to an issued notice: what is done, what is next."""
    names = ("起草", *DEEDS.values())
    states = (State.DRAFTING, State.DRAFTED, State.CHECKED, State.APPROVED, State.ISSUED)
    state = State(version.state) if version else None
    done = states.index(state) + 1 if state in states else 0
    return [{"label": name, "done": place < done, "next": place == done} for place, name in enumerate(names)]


def waiting_for(version: NoticeVersion) -> str:
    """Who must act now, in a sentence; "" where nobody must."""
    event = NEXT.get(State(version.state))
    if event is None:
        return ""
    step = next(move for move in MACHINE.moves(version.state, frozenset(Role)) if move.event is event)
    return f"等待{in_words(step.by, '或')}{DEEDS[event]}"


def overlooked(version: NoticeVersion, today: date) -> list[str]:
    """What nothing forbids and everybody regrets once the notice is out."""
    found = []
    if not version.document_number.strip():
        found.append("没有填写发文字号，印发的通报将不带文号。")
    if version.rectify_by < today:
        found.append(f"整改期限{chinese_date(version.rectify_by)}已经过去，整改事项一下发就是逾期。")
    if version.rectify_by < version.issued_on:
        found.append("整改期限早于印发日期。")
    return found


def notice_row(notice: Notice, signed: set[int], named: int | None = None) -> dict[str, Any]:
    """An issued notice in the list; `signed` are the notices that one's own unit has signed for, `named` is how many
    units are asked to sign, None where that was not looked up."""
    version = getattr(notice, "version", None)
    return {
        "number": notice.pk,
        "period": notice.assessment.period,
        "title": f"{Period.parse(notice.assessment.period).label}通报",
        "document_number": version.document_number if version else "",
        "issued_at": notice.issued_at,
        "issued_by": notice.issued_by,
        "received": notice.received,  # type: ignore[attr-defined]  # counted by the reader
        "named": named,
        "signed": notice.pk in signed,
    }


def panel(office: Office, period: Period, issues: Sequence[Issue]) -> dict[str, Any]:
    """The cross-check: what must be handled, by the code one reason answers for, what was waived and why,
    what to look at."""
    waivers = {waiver.digest: waiver for waiver in Waiver.objects.filter(office=office, period=period.code)}
    rows = [_issue(office, period, one, waivers.get(waiving.digest(one))) for one in issues]
    reds = sorted((row for row in rows if row["red"] and not row["reason"]), key=lambda row: row["code"])
    return {
        "reds": [
            {"code": code, "rows": list(members)} for code, members in groupby(reds, lambda row: row["code"])
        ],
        "red_count": len(reds),
        "waived": [row for row in rows if row["reason"]],
        "ambers": [row for row in rows if not row["red"]],
    }


def difference_rows(
    office: Office, period: Period, document: ReturnedDocument, adoptable: set[int], notes: Mapping[int, str]
) -> list[dict[str, Any]]:
    """What differs in a document brought back, with what was typed or noted about it."""
    return [
        {
            **one,
            "place_number": place,
            "number": place + 1,
            "note": notes.get(place) or one["note"],
            "adoptable": place in adoptable,
            "href": _behind(office, period, one["binding"]),
        }
        for place, one in enumerate(document.differences)
    ]


def _behind(office: Office, period: Period, bound: Mapping[str, Any] | None) -> str:
    return links.binding(office.key, period, Binding(**bound)) if bound else ""


def fault_row(line: int, message: str) -> dict[str, Any]:
    """What is wrong with a wording; line 0 is the whole of it."""
    return {"line": line, "message": message}


def _issue(office: Office, period: Period, issue: Issue, waiver: Waiver | None) -> dict[str, Any]:
    where, href = _where(office, period, issue)
    return {
        "code": issue.code,
        "red": issue.severity is Severity.RED,
        "message": issue.message,
        "left": issue.left,
        "right": issue.right,
        "where": where,
        "href": href,
        "reason": waiver.reason if waiver else "",
        "waived_by": waiver.waived_by if waiver else "",
        "waived_at": waiver.waived_at if waiver else None,
    }


def _where(office: Office, period: Period, issue: Issue) -> tuple[str, str]:
    """Where a person goes on with what the cross-check found; nowhere where only the text can be mended."""
    family, _, rest = issue.code.partition(":")
    if family in ("source", "unread"):
        return "查看导入", reverse("imports", args=(office.key, period))
    if family == "stale_assessment":
        return "去重新考核", reverse("assessments", args=(office.key, period))
    if rest in MEASURES:
        return "查看数据", links.figure(office.key, period, rest, issue.units)
    return "", ""
