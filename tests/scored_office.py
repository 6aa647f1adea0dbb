"""千阳 with three adjustments and a few orders: enough to score, rank, show, object to and publish."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from gongkai.actions import assess, ingest, publish
from gongkai.records import models, offices
from gongkai.records.models import Batch, Office
from gongkai.terms import Period
from gongkai.workflows.rights import Actor
from gongkai.workflows.roles import Role
from tests.conftest import AT, CLERK

Q2 = Period.parse("2022Q2")
SHOWN = datetime(2022, 7, 4, 1, 0, tzinfo=UTC)
UNTIL = SHOWN.date() + timedelta(days=5)
AFTER = SHOWN + timedelta(days=6)
ADJUSTMENTS = ("单位", "考核指标", "分值", "事由", "经办人", "佐证")
ORDERS = ("工单编号", "承办单位", "诉求类型", "受理时间", "办结时限", "办结时间")
Sheet = Callable[..., Path]


def actor(role: Role, unit: str = "财政局") -> Actor:
    """Somebody of 千阳 with one role."""
    return Actor(f"{role.label}某", frozenset({role}), unit if role in (Role.LIAISON, Role.HEAD) else None)


def office() -> Office:
    return offices.get("qianyang")


def adjust(sheet: Sheet, *rows: tuple[str, str, float, str]) -> Batch:
    """Import adjustments, each a unit, an item, points and a reason."""
    lines = ((unit, item, points, reason, "某某", "会议纪要") for unit, item, points, reason in rows)
    _, batch = ingest.run(
        sheet(ADJUSTMENTS, *lines, name="加减分.xlsx"), office="qianyang", period=Q2, by=CLERK, at=AT
    )
    assert batch
    return batch


def orders(sheet: Sheet, *rows: tuple[str, str, str]) -> Batch:
    """Import orders received on 2022-04-06 and due on 2022-04-13, each a number, a unit and the day it was closed."""
    lines = ((number, unit, "投诉", "2022-04-06", "2022-04-13", closed) for number, unit, closed in rows)
    _, batch = ingest.run(
        sheet(ORDERS, *lines, name="工单.xlsx"), office="qianyang", period=Q2, by=CLERK, at=AT
    )
    assert batch
    return batch


def assessed(sheet: Sheet) -> models.Assessment:
    """Assessed on two adjustments and two orders, one of them late: 财政局 302, 卫健局 304, 审计局 298."""
    adjust(sheet, ("财政局", "新闻动态", 2, "省级媒体采用"), ("卫健局", "新闻动态", 4, "中央媒体采用"))
    orders(sheet, ("GD001", "财政局", "2022-04-12"), ("GD002", "审计局", "2022-04-20"))
    return run()


def run() -> models.Assessment:
    """Assess as things stand."""
    return assess.run("qianyang", Q2, by=CLERK, at=AT).row


def show(number: int = 1, until=UNTIL, at=SHOWN, role=Role.CLERK) -> models.Publication:
    return publish.show(office(), Q2, number=number, until=until, actor=actor(role), by=CLERK, at=at)


def put_out(number: int = 1, at=AFTER, role=Role.DIRECTOR) -> models.Publication:
    return publish.publish(office(), Q2, number=number, actor=actor(role), by=CLERK, at=at)
