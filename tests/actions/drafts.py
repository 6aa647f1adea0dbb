"""Versions of 渭滨's notice for 2021Q4, and the people who review them."""

from dataclasses import replace
from io import BytesIO

import docx as python_docx

from gongkai.actions import drafting, issue, review, storing, waiving
from gongkai.actions.worded import Wording
from gongkai.records import models, offices, versions
from gongkai.records.models import NoticeVersion, Person, StoredFile
from gongkai.workflows.reviews import Event
from gongkai.workflows.rights import Actor
from gongkai.workflows.roles import Role
from tests.actions.conftest import Q4
from tests.conftest import AT, CLERK

WAY = ((Event.SUBMIT, "clerk"), (Event.CHECK, "director"), (Event.APPROVE, "leader"))


def someone(who: str) -> Person:
    """The person of that username, which may be a role."""
    label = {role.value: role.label for role in Role}.get(who, who)
    found, _ = Person.objects.get_or_create(username=who, defaults={"name": f"{label}某", "joined_at": AT})
    return found


def begun() -> Wording:
    return drafting.begin(offices.get("weibin"), Q4, today=AT.date())[0]


def saved(
    *, after: str = "", by: str = "clerk", based_on: int | None = None, **words: object
) -> NoticeVersion:
    """A version with `after` at the end of its text, based on the newest unless told otherwise."""
    office, wording = offices.get("weibin"), begun()
    newest = versions.newest(office, "2021Q4")
    number = (newest.number if newest else 0) if based_on is None else based_on
    text = wording.template.rstrip("\n") + (f"\n\n{after}" if after else "") + "\n"
    wording = replace(wording, template=text, **words)
    return drafting.save(office, Q4, wording, based_on=number, person=someone(by), by=CLERK, at=AT)


def waived(version: NoticeVersion) -> NoticeVersion:
    """Every red item of the version answered for."""
    draft = issue.drafted(version.office, Q4, Wording.of_version(version))
    reds = {one.code: "样例数据不全" for one in draft.issues if one.severity == "red"}
    waiving.run(version.office, Q4, draft.issues, reds, by=CLERK, at=AT)
    return version


def take(version: NoticeVersion, event: Event, who: str, *roles: str, comment: str = "") -> NoticeVersion:
    """A step by the person called `who`, who has that role or these."""
    actor = Actor(who, frozenset(Role(role) for role in roles or (who,)))
    return review.take(version, event, comment=comment, actor=actor, person=someone(who), by=CLERK, at=AT)


def approved(version: NoticeVersion) -> NoticeVersion:
    """The version after the three reviews."""
    waived(version)
    for event, who in WAY:
        take(version, event, who)
    return version


def issued(version: NoticeVersion) -> issue.Issued:
    return issue.run("weibin", Q4, None, waivers={}, by=CLERK, at=AT, version=version)


def printed(version: NoticeVersion) -> bytes:
    """The version as a .docx."""
    plan = issue.drafted(version.office, Q4, Wording.of_version(version), version.assessment).plan
    return issue.rendered(plan)["通报.docx"]


def retyped(content: bytes, old: str, new: str) -> bytes:
    """The document with `new` typed over `old` in the first paragraph that has it."""
    document = python_docx.Document(BytesIO(content))
    paragraph = next(one for one in document.paragraphs if old in one.text)
    text = paragraph.text.replace(old, new, 1)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def handed_in(content: bytes, name: str = "改.docx") -> StoredFile:
    office = models.Office.objects.get(key="weibin")
    return storing.run(
        office, name, [content], len(content), accepted=frozenset({storing.DOCX}), by=someone("clerk"), at=AT
    )
