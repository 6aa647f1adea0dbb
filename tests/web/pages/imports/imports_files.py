"""Rows of work orders, and where the pages are."""

from gongkai.records import facts, offices
from gongkai.records.models import Upload

IMPORTS = "/o/weibin/2021Q4/imports/"
HEAD = ("工单编号", "承办单位", "诉求类型", "受理时间", "办结时限", "办结时间")
GOOD = ("GD001", "财政局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12")
OTHER = ("GD002", "卫生健康局", "求助", "2021-11-08", "2021-11-15", "2021-11-18")
BAD = ("GD003", "财政局", "投诉", "2021-12-08", "2021-12-15", "2021-12-01")
"""Closed before it was received."""


def address(upload: Upload, rest: str = "") -> str:
    """The address of an upload's page."""
    return f"{IMPORTS}files/{upload.pk}/{rest}"


def orders() -> list[str]:
    """The numbers of the orders stored."""
    return [order.number for order in facts.read(offices.get("weibin"), "2021Q4", "orders")]
