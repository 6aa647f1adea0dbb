"""The course of a period's assessment: shown to the units until a day, published and frozen, withdrawn."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.actions import basis
from gongkai.assessment.result import Assessment as Content
from gongkai.records import assessments, models, offices
from gongkai.records.audit import Who, record
from gongkai.records.models import Assessment, Office, Publication
from gongkai.terms import Period, chinese_date
from gongkai.workflows import rights
from gongkai.workflows.assessments import MACHINE, Event, State, check_can_publish, check_can_show
from gongkai.workflows.objections import State as ObjectionState
from gongkai.workflows.rights import Action, Actor


class PublishError(ValueError):
    """A step in the course of an assessment that cannot be taken now; the message says why."""


@transaction.atomic
def show(
    office: Office, period: Period, *, number: int, until: date, actor: Actor, by: Who, at: datetime
) -> Publication:
    """Show the newest assessment to the units, who may object through `until`; shown already, move that day.

    `number` is the assessment the person looked at. A newer one takes the place of what was shown before.
    Raises Forbidden, WrongMove, PublishError.
    """
    offices.lock(office)
    row, course = _newest(office, period, number), assessments.course(office, period.code)
    state, event = _before_showing(row, course)
    MACHINE.check_can(state, event, actor.roles)
    if not _may_stay(row, course, until):
        check_can_show(timezone.localdate(at), until)
    old = _told(course)
    course = course or Publication(office=office, period=period.code)
    if event is Event.SHOW:
        course.former = course.assessment if course.pk else None
        course.assessment, course.state = row, State.SHOWN
        course.shown_at, course.shown_by = at, by.name
    course.objections_until = until
    course.save()
    record(f"assessment.{event.value}", row.code, by=by, at=at, old=old, new=_told(course))
    return course


@transaction.atomic
def publish(
    office: Office, period: Period, *, number: int, actor: Actor, by: Who, at: datetime
) -> Publication:
    """Publish what the units have seen, and freeze it. Raises Forbidden, WrongMove, PublishError."""
    offices.lock(office)
    row, course = _newest(office, period, number), assessments.course(office, period.code)
    MACHINE.check_can(_state(course), Event.PUBLISH, actor.roles)
    assert course  # it has been shown
    assert course.objections_until
    if course.assessment_id != row.pk:
        raise PublishError(
            f"第{row.number}版结果还没有送单位核对，单位看到的是第{course.assessment.number}版；"
            "请先将最新结果送单位核对，再发布"
        )
    undecided = assessments.undecided(office, period.code)
    check_can_publish(timezone.localdate(at), course.objections_until, undecided)
    if changed := basis.changed_since(row, office, period):
        raise PublishError(
            "考核之后数据、工作包或上期结果有变动，请重新考核并送单位核对后再发布：" + "；".join(changed)
        )
    return _move(course, Event.PUBLISH, by=by, at=at)


@transaction.atomic
def withdraw(
    office: Office, period: Period, *, reason: str, actor: Actor, by: Who, at: datetime
) -> Publication:
    """Take a published assessment back, so that it can be put right. Raises Forbidden, WrongMove, PublishError."""
    offices.lock(office)
    course = assessments.course(office, period.code)
    MACHINE.check_can(_state(course), Event.WITHDRAW, actor.roles)
    assert course
    if not reason.strip():
        raise PublishError("撤回已发布的考核结果必须写明理由，没有撤回")
    return _move(course, Event.WITHDRAW, by=by, at=at, reason=reason.strip())


@transaction.atomic
def confirm(
    office: Office, period: Period, unit: str, *, number: int, actor: Actor, by: Who, at: datetime
) -> None:
    """A unit's head says that the unit has no objection to what it saw, assessment `number`; said twice it
    stands once. Raises Forbidden, PublishError."""
    rights.check_can(actor, Action.ASSESSMENTS_CONFIRM, unit)
    offices.lock(office)
    course = assessments.course(office, period.code)
    if course is None or course.state != State.SHOWN:
        raise PublishError(f"{period.label}的考核结果现在不在核对期内，无须确认")
    if course.assessment.number != number:
        raise PublishError(
            f"您打开页面之后，政务公开办公室又送来了新的结果（第{course.assessment.number}版），请刷新页面核对后再确认"
        )
    if assessments.objections(office, period.code, unit).filter(state=ObjectionState.MADE).exists():
        raise PublishError("本单位还有异议没有答复，不能确认无异议；如不再坚持，请先撤回异议")
    said = {"by": by.name, "at": at}
    _, new = models.Confirmation.objects.get_or_create(assessment=course.assessment, unit=unit, defaults=said)
    if new:
        record("assessment.confirm", f"{course.assessment.code}/{unit}", by=by, at=at, new={"unit": unit})


def check_not_frozen(office: Office, period: Period) -> None:
    """Raise PublishError where the period's assessment is published: nothing about it may change."""
    if frozen := assessments.published(office, period.code):
        raise PublishError(said_frozen(frozen))


def said_frozen(course: Publication) -> str:
    """Why a published period is not assessed again, and what to do."""
    when = chinese_date(timezone.localdate(course.published_at)) if course.published_at else ""
    return (
        f"{Period.parse(course.period).label}的考核结果已于{when}发布并冻结，不再重新考核；"
        "确有错误的，由分管领导写明理由撤回发布后再办理"
    )


def _newest(office: Office, period: Period, number: int) -> Assessment:
    newest = assessments.newest(office, period.code)
    if newest is None:
        raise PublishError(f"{period.label}还没有考核结果，请先开展考核")
    if newest.number != number:
        raise PublishError(
            f"您打开页面之后，{newest.made_by}又开展了考核（第{newest.number}版结果），您看到的第{number}版不是最新的；"
            "请刷新页面核对后再办理"
        )
    return newest


def _state(course: Publication | None) -> str:
    return course.state if course else State.DRAFT


def _before_showing(row: Assessment, course: Publication | None) -> tuple[str, Event]:
    """The state of the result to be shown, and what showing it is: a newer one starts anew."""
    if course is None or course.state != State.SHOWN:
        return _state(course), Event.SHOW
    if course.assessment_id == row.pk:
        return State.SHOWN, Event.EXTEND
    MACHINE.next(course.state, Event.REPLACE)
    return State.DRAFT, Event.SHOW


def _may_stay(row: Assessment, course: Publication | None, until: date) -> bool:
    """Whether the day the units were given may stand though it has passed: they saw the very same."""
    if course is None or course.objections_until != until:
        return False
    return _same(assessments.content(course.assessment), assessments.content(row))


def _same(shown: Content, now: Content) -> bool:
    left_out = {"snapshot", "scheme_version", "scheme", "movements"}
    return shown.model_dump(exclude=left_out) == now.model_dump(exclude=left_out)


def _move(course: Publication, event: Event, *, by: Who, at: datetime, reason: str = "") -> Publication:
    old = _told(course)
    course.state = MACHINE.next(course.state, event)
    published = event is Event.PUBLISH
    course.published_at, course.published_by = (at, by.name) if published else (None, "")
    course.save()
    new = _told(course) | ({"reason": reason} if reason else {})
    record(f"assessment.{event.value}", course.assessment.code, by=by, at=at, old=old, new=new)
    return course


def _told(course: Publication | None) -> dict[str, Any]:
    """What the audit keeps of a course."""
    if course is None:
        return {"state": State.DRAFT.value}
    until = course.objections_until
    return {
        "state": str(course.state),
        "assessment": course.assessment.number,
        "until": until.isoformat() if until else None,
    }
