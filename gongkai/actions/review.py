"""Review: drafter, section head and leader, three different people, each step on record (domain §6)."""

from datetime import datetime

from django.db import transaction

from gongkai.actions import issue, waiving
from gongkai.actions.worded import Wording
from gongkai.records import offices, versions
from gongkai.records.audit import Who, record
from gongkai.records.models import NoticeVersion, Person, Review
from gongkai.terms import Period
from gongkai.workflows.reviews import MACHINE, REVIEWS, Event, check_three_people
from gongkai.workflows.rights import Actor

PASSING = frozenset(REVIEWS)
REVIEWING = PASSING - {Event.SUBMIT}
LONGEST_COMMENT = 2000
"""Characters."""


class ReviewError(ValueError):
    """A step of the review that cannot be taken; the message says why."""


def check_can(version: NoticeVersion, event: Event, *, actor: Actor, person: Person) -> None:
    """Raise WrongMove, Forbidden or ReviewError with the reason why this person may not take this step now."""
    MACHINE.check_can(version.state, event, actor.roles)
    later = NoticeVersion.objects.filter(office=version.office, period=version.period)
    if later.filter(number__gt=version.number).exists():
        raise ReviewError(f"第{version.number}稿之后另有新稿，请在最新一稿上办理")
    if event in PASSING:
        check_three_people(person.username, _earlier(version))
    if event in REVIEWING and version.made_by_id == person.pk:
        raise ReviewError("三审须由三人分别完成：本稿由您起草，这一步请由他人办理")
    if event is not Event.SEND_BACK and versions.unsettled(version):
        raise ReviewError("有一份交回的文稿与本稿的数字或单位不一致，还没有处理，请先逐项处理")


def take(
    version: NoticeVersion, event: Event, *, comment: str, actor: Actor, person: Person, by: Who, at: datetime
) -> NoticeVersion:
    """Take a step: submit, check, approve or send back. Raises WrongMove, Forbidden, ReviewError.

    What is passed on must stand on the newest assessment and have no open red item.
    """
    if event not in PASSING and event is not Event.SEND_BACK:
        raise ReviewError(f"“{event.label}”不是审签的一步，请刷新页面后重试")
    if event is Event.SEND_BACK and not comment.strip():
        raise ReviewError("退回须写明理由，请填写后再退回")
    if len(comment) > LONGEST_COMMENT:
        raise ReviewError(f"意见有 {len(comment)} 字，超过 {LONGEST_COMMENT} 字，请精简后再提交")
    check_can(version, event, actor=actor, person=person)
    if event in PASSING:
        _check_fit(version)
    with transaction.atomic():
        offices.lock(version.office)
        version.refresh_from_db(fields=["state"])
        check_can(version, event, actor=actor, person=person)
        old, version.state = version.state, MACHINE.next(version.state, event)
        version.save(update_fields=["state"])
        Review.objects.create(version=version, event=event, person=person, comment=comment.strip(), at=at)
        code = f"{version.office.key}/{version.period}/稿{version.number}"
        new = {"state": version.state, "comment": comment.strip()}
        record(f"notice.{event}", code, by=by, at=at, old={"state": old}, new=new)
    return version


def _check_fit(version: NoticeVersion) -> None:
    period = Period.parse(version.period)
    draft = issue.drafted(version.office, period, Wording.of_version(version))
    if draft.assessment.pk != version.assessment_id:
        raise ReviewError(f"{period.label}已重新考核，本稿的数字不是最新的，请在新的考核结果上另存一稿")
    if reds := waiving.open_reds(version.office, period, draft.issues):
        raise ReviewError(f"校核还有 {len(reds)} 项须处理的问题，改正或写明理由放行后才能继续审签")


def _earlier(version: NoticeVersion) -> dict[str, str]:
    """Who took which of the three reviews of this version."""
    taken = version.reviews.filter(event__in=PASSING).select_related("person")
    return {review.event: review.person.username for review in taken}
