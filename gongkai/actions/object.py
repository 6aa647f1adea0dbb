"""Objections of a unit to what was shown to it, and their decision on record."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.assessment.subjects import LACKING, Subject, subjects
from gongkai.records import assessments, models, offices
from gongkai.records.audit import Who, record
from gongkai.records.models import Objection, Office, Publication, StoredFile
from gongkai.terms import Period
from gongkai.workflows import rights
from gongkai.workflows.assessments import State as Course
from gongkai.workflows.objections import MACHINE, Event, State, check_in_time
from gongkai.workflows.rights import Action, Actor

LONGEST = 2000


class ObjectionError(ValueError):
    """An objection or decision that cannot be taken as it is; the message says why."""


def check_can_make(course: Publication | None, unit: str, *, actor: Actor, at: datetime) -> Publication:
    """The course in which the unit may object now. Raises Forbidden, ObjectionError, WrongMove."""
    rights.check_can(actor, Action.OBJECTIONS_MAKE, unit)
    if course is None or course.state == Course.DRAFT:
        raise ObjectionError("本期考核结果还没有送单位核对，暂不能提出异议")
    if course.state == Course.PUBLISHED or course.objections_until is None:
        raise ObjectionError("本期考核结果已经发布，不再受理异议；确有错误的，请与政务公开办公室联系")
    check_in_time(timezone.localdate(at), course.objections_until)
    return course


@transaction.atomic
def make(
    office: Office,
    period: Period,
    unit: str,
    *,
    subject: str,
    text: str,
    evidence: StoredFile | None = None,
    actor: Actor,
    by: Who,
    at: datetime,
) -> Objection:
    """Object to one thing of the unit's result; `subject` is its label. A word that there is no objection, if
    it was given, is taken back by it. Raises Forbidden, ObjectionError, WrongMove."""
    offices.lock(office)
    course = check_can_make(assessments.course(office, period.code), unit, actor=actor, at=at)
    chosen = _chosen(course, unit, subject)
    _check_not_waiting(office, period, unit, chosen)
    made = Objection.objects.create(
        office=office,
        period=period.code,
        assessment=course.assessment,
        unit=unit,
        subject=chosen.label[:300],
        measure=chosen.measure,
        item=chosen.item,
        window=chosen.window,
        text=_words(text, "异议的理由"),
        evidence=evidence,
        state=MACHINE.start,
        made_at=at,
        made_by=by.name,
    )
    models.Confirmation.objects.filter(assessment=course.assessment, unit=unit).delete()
    told = {"unit": unit, "subject": made.subject, "text": made.text, "evidence": _named(evidence)}
    record("objection.make", code(made), by=by, at=at, new=told)
    return made


@transaction.atomic
def decide(
    office: Office, number: int, *, event: Event, text: str, actor: Actor, by: Who, at: datetime
) -> Objection:
    """Accept an objection, in part or whole, or reject it, with the reason.

    Accepting changes no figure: that is an import or an adjustment and a new assessment.
    Raises Forbidden, WrongMove, ObjectionError.
    """
    rights.check_can(actor, Action.OBJECTIONS_DECIDE)
    offices.lock(office)
    return _move(_get(office, number), event, _words(text, "决定的理由"), actor=actor, by=by, at=at)


@transaction.atomic
def withdraw(office: Office, number: int, *, actor: Actor, by: Who, at: datetime) -> Objection:
    """The unit takes its objection back before it is decided. Raises Forbidden, WrongMove, ObjectionError."""
    offices.lock(office)
    found = _get(office, number)
    rights.check_can(actor, Action.OBJECTIONS_MAKE, found.unit)
    return _move(found, Event.WITHDRAW, "", actor=actor, by=by, at=at)


def code(objection: Objection) -> str:
    """How the audit names it: weibin/2021Q4/objection/7."""
    return f"{objection.office.key}/{objection.period}/objection/{objection.pk}"


def _get(office: Office, number: int) -> Objection:
    found = Objection.objects.select_related("office").filter(office=office, pk=number).first()
    if found is None:
        raise ObjectionError(f"没有编号为{number}的异议，请刷新页面后重试")
    return found


def _chosen(course: Publication, unit: str, subject: str) -> Subject:
    for one in subjects(assessments.content(course.assessment), unit):
        if one.label == subject:
            return one
    raise ObjectionError("请从列表中选择对哪一项有异议；如结果刚刚更新，请刷新页面重新选择")


def _check_not_waiting(office: Office, period: Period, unit: str, chosen: Subject) -> None:
    """Raise ObjectionError where the unit's objection to the same waits for its answer: sent twice, it is one.
    Of work that is in no list there may be several."""
    rows = Objection.objects.filter(office=office, period=period.code, unit=unit, state=MACHINE.start)
    waiting = rows.filter(subject=chosen.label[:300]).first()
    if waiting is not None and chosen.label != LACKING:
        raise ObjectionError(
            f"本单位对这一项已经提出异议（编号{waiting.pk}），正在等待决定；要补充的，请先撤回再重新提出"
        )


def _words(text: str, what: str) -> str:
    words = text.strip()
    if not words:
        raise ObjectionError(f"请写明{what}，没有提交")
    if len(words) > LONGEST:
        raise ObjectionError(f"{what}有{len(words)}个字，请压缩到{LONGEST}个字以内，详细材料可作附件上传")
    return words


def _move(found: Objection, event: Event, text: str, *, actor: Actor, by: Who, at: datetime) -> Objection:
    """Raises WrongMove where somebody else was quicker: the message says where it stands now."""
    MACHINE.check_can(found.state, event, actor.roles)
    old = {"state": found.state}
    found.state = MACHINE.next(found.state, event)
    found.decision, found.decided_at, found.decided_by = text, at, by.name
    found.save(update_fields=["state", "decision", "decided_at", "decided_by"])
    new: dict[str, Any] = {"state": State(found.state).value, "decision": text}
    record(f"objection.{event.value}", code(found), by=by, at=at, old=old, new=new)
    return found


def _named(file: StoredFile | None) -> str:
    return file.name if file else ""
