"""For who looks after the system: work that failed, a calendar that ends, a disk that fills."""

import shutil
from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django_q.models import Failure, OrmQ

from gongkai.records import calendars
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest
from gongkai.web.pages.home.cards.card import Card, Line, Link, Place
from gongkai.workflows.rights import Action, can

LITTLE = 2 * 2**30
"""Bytes free on the disk below which somebody should act."""
MANY = 20
"""Work waiting that says nobody is working."""
ANNOUNCED_BY = 12
"""The month by which the State Council has usually announced the next year's holidays."""


def card(request: OfficeRequest) -> Card | None:
    """What needs attention; where nothing does, one line that says so."""
    if not can(request.actor, Action.SYSTEM_SEE):
        return None
    found = (*_queue(), *_calendar(request), *_disk())
    place = Place.MINE if found and can(request.actor, Action.SETTINGS_EDIT) else Place.STANDING
    lines = found or (Line("后台任务、工作日历、磁盘均正常", state="正常", mark="ok"),)
    return Card(place, "系统状态", "server", lines, links=(Link("查看系统状态", reverse("about")),))


def _queue() -> Iterator[Line]:
    if failed := Failure.objects.count():
        yield Line(f"{failed}项后台任务没有成功", reverse("about"), "须处理", "late")
    if (waiting := OrmQ.objects.count()) >= MANY:
        yield Line(f"{waiting}项后台任务在排队，请检查后台服务是否在运行", reverse("about"), "积压", "due")


def _calendar(request: OfficeRequest) -> Iterator[Line]:
    """Deadlines that reach into a year not announced are provisional."""
    today, calendar = acting.today(), calendars.of(request.office)
    if not calendar.announced(today.year):
        yield Line(f"没有{today.year}年的放假安排，工作日按周末推算", reverse("about"), "须更新", "late")
    elif today.month >= ANNOUNCED_BY and not calendar.announced(today.year + 1):
        yield Line(
            f"还没有{today.year + 1}年的放假安排，跨年的期限暂按周末推算", reverse("about"), "待更新", "due"
        )


def _disk() -> Iterator[Line]:
    free = shutil.disk_usage(settings.HOME).free
    if free < LITTLE:
        yield Line(f"磁盘只剩{free / 2**30:.1f} GB，请清理或扩容", reverse("about"), "空间不足", "late")
