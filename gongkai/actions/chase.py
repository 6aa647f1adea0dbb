"""Chase what is overdue: remind units, and hand over to the supervision office what stays unanswered.

The schedule reminds, once for each deadline missed. It never hands over: that names a unit to others, and
is a person's decision.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from gongkai.actions import follow
from gongkai.actions.rectify import RectifyError
from gongkai.records import calendars, offices, rectifications
from gongkai.records.audit import Who
from gongkai.records.models import Office, Rectification
from gongkai.workflows.rectification import Event
from gongkai.workflows.rights import Actor
from gongkai.workflows.states import WrongMove

SCHEDULE = Who("系统", "每日定时")
REMINDER = "已超过整改期限，请尽快报送整改报告。"
PATIENCE = 3
"""Working days after a reminder before an item is proposed for handing over."""


class Chased(NamedTuple):
    """The items the step was taken with, and why it was not with the others."""

    done: list[Rectification]
    left: list[str]


@transaction.atomic
def run(
    office: Office,
    event: Event,
    numbers: Iterable[int],
    *,
    words: str = "",
    actor: Actor,
    by: Who,
    at: datetime,
) -> Chased:
    """Remind of, or hand over, the items chosen from a list; one that was answered meanwhile is left alone.

    Raises RectifyError where nothing was chosen, Forbidden where the actor may not do it at all.
    """
    offices.lock(office)
    chased = Chased([], [])
    rows = rectifications.of(office).filter(number__in=set(numbers)).select_related("office")
    for item in rows.order_by("number"):
        try:
            follow.check_can(item, event, actor=actor, at=at)
        except (WrongMove, RectifyError) as refusal:
            chased.left.append(f"{item.unit}（第{item.number}项）：{refusal}")
            continue
        follow.take(item, event, words=words, by=by, at=at)
        chased.done.append(item)
    if not chased.done and not chased.left:
        raise RectifyError("没有选择整改事项，请至少选择一项")
    return chased


def to_hand_over(office: Office, *, days: int, today: date) -> list[Rectification]:
    """What was reminded of at least `days` working days ago, is still overdue and not with the supervision
    office yet, by deadline."""
    rows = rectifications.of(office).filter(rectifications.late(today), supervised_at=None)
    reminded = [(item, item.reminded_at) for item in rows.exclude(rectifications.unreminded(today))]
    if not reminded:
        return []
    calendar = calendars.of(office)
    return [
        item
        for item, moment in reminded
        if moment and calendar.between(timezone.localdate(moment), today).days >= days
    ]


@transaction.atomic
def by_schedule(*, at: datetime) -> int:
    """Remind every unit of what it has not been reminded of since it was overdue; returns how many. Running
    twice reminds once."""
    today = timezone.localdate(at)
    count = 0
    for office in Office.objects.order_by("pk"):
        rows = rectifications.of(office).filter(rectifications.unreminded(today))
        if not rows.exists():
            continue
        offices.lock(office)
        for item in rows.select_related("office"):
            follow.take(item, Event.REMIND, words=REMINDER, by=SCHEDULE, at=at)
            count += 1
    return count
