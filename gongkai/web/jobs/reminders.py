"""Every morning: units are reminded of what they have not reported on in time. Handing over is left to people."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django_q.models import Schedule

from gongkai.actions import chase

NAME = "整改逾期催办"
AT = time(8, 30)


def run() -> int:
    """Remind of what is newly overdue; returns of how many items. Safe to run twice."""
    return chase.by_schedule(at=timezone.now())


def ensure() -> None:
    """Have the worker run it daily; starting the server again changes nothing."""
    Schedule.objects.get_or_create(
        name=NAME,
        defaults={
            "func": f"{run.__module__}.{run.__name__}",
            "schedule_type": Schedule.DAILY,
            "next_run": _next(timezone.localtime()),
        },
    )


def _next(now: datetime) -> datetime:
    first = datetime.combine(now.date(), AT, tzinfo=now.tzinfo)
    return first if first > now else first + timedelta(days=1)
