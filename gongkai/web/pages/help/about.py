"""What is running: versions for everybody; database, queue, calendar and disk for who looks after them."""

import platform
import shutil
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django_q.models import Failure, OrmQ, Schedule, Success

from gongkai.records.models import Membership
from gongkai.web import acting
from gongkai.web.gate import personal
from gongkai.workdays import Calendar
from gongkai.workflows.rights import GRANTS, Action

PARTS = ("Django", "granian", "duckdb", "ibis-framework", "python-docx", "typst", "XlsxWriter")
LITTLE = 2 * 2**30  # bytes left on the disk that call for attention

State = tuple[str, str, bool]
"""What, how it is, and whether somebody should look after it."""


@personal
def index(request: HttpRequest) -> HttpResponse:
    """Versions and states."""
    sees = Membership.objects.filter(person=acting.person(request), role__in=GRANTS[Action.SYSTEM_SEE])
    states = [*_database(), *_queue(), *_calendar(), *_disk()] if sees.exists() else []
    parts = [("Python", platform.python_version()), *((name, version(name)) for name in PARTS)]
    return render(
        request, "help/about.html", {"version": version("gongkai"), "parts": parts, "states": states}
    )


def _database() -> list[State]:
    kind = connection.vendor
    if kind != "sqlite":
        return [("数据库", kind, False)]
    size = Path(str(connection.settings_dict["NAME"])).stat().st_size
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        mode = cursor.fetchone()[0]
    said = f"SQLite（{mode.upper()}），{_amount(size)}"
    return [("数据库", said, mode != "wal")]


def _queue() -> list[State]:
    waiting = OrmQ.objects.count()
    failed = Failure.objects.count()
    last = Success.objects.order_by("-stopped").first()
    done = f"，最近一项完成于 {timezone.localtime(last.stopped):%Y-%m-%d %H:%M}" if last else ""
    planned = Schedule.objects.count()
    return [("后台任务", f"排队 {waiting} 项，未成功 {failed} 项，定期任务 {planned} 项{done}", failed > 0)]


def _calendar() -> list[State]:
    calendar, year = Calendar.statutory(), acting.today().year
    last = max((one for one in range(year - 1, year + 3) if calendar.announced(one)), default=0)
    said = f"放假安排已录入至 {last} 年" if last else "没有录入近年的放假安排"
    return [("工作日历", said, last < year)]


def _disk() -> list[State]:
    usage = shutil.disk_usage(settings.HOME)
    said = f"剩余 {_amount(usage.free)}，共 {_amount(usage.total)}"
    return [("磁盘", said, usage.free < LITTLE)]


def _amount(size: int) -> str:
    for unit in ("B", "KB", "MB"):
        if size < 1024:
            return f"{size:.0f} {unit}"
        size //= 1024
    return f"{size} GB"
