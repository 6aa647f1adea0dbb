"""渭滨 with a few work orders: enough to assess and to issue."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.actions import assess, ingest
from gongkai.records import facts, offices
from gongkai.records.models import Batch
from gongkai.terms import Period
from tests.conftest import AT, CLERK, OFFICES

Q4 = Period.parse("2021Q4")
HEAD = ("工单编号", "承办单位", "诉求类型", "受理时间", "办结时限", "办结时间")
REPORTS = ("单位", "应报", "实报", "网站采用")
Order = tuple[str, str]  # number and the day it was closed


@pytest.fixture
def import_orders(weibin, sheet) -> Callable[..., Batch]:
    """Import orders of one unit, each a number and the day it was closed, and return the batch."""

    def imported(*orders: Order, unit: str = "财政局") -> Batch:
        rows = ((number, unit, "投诉", "2021-10-08", "2021-10-15", closed) for number, closed in orders)
        seen, batch = ingest.run(sheet(HEAD, *rows), office="weibin", period=Q4, by=CLERK, at=AT)
        assert not seen.refused
        assert batch
        return batch

    return imported


@pytest.fixture
def import_counts(weibin, sheet) -> Callable[..., Batch]:
    """Import what units submitted, each a unit and a count, and return the batch."""

    def imported(*counts: tuple[str, int], period: Period = Q4) -> Batch:
        rows = ((unit, 24, count, 0) for unit, count in counts)
        path = sheet(REPORTS, *rows, name=f"报送{period.code}.xlsx")
        _, batch = ingest.run(path, office="weibin", period=period, by=CLERK, at=AT)
        assert batch
        return batch

    return imported


@pytest.fixture
def assessed(import_orders) -> assess.Assessed:
    """渭滨 2021Q4 assessed on one order."""
    import_orders(("GD001", "2021-10-12"))
    return assess.run("weibin", Q4, by=CLERK, at=AT)


@pytest.fixture
def copied_pack(tmp_path: Path) -> Path:
    """A copy of 渭滨's pack, to be edited."""
    return shutil.copytree(OFFICES / "weibin", tmp_path / "weibin")


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the first `old` in a file of a pack."""
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def orders() -> list[tuple[str, str, str]]:
    """(number, unit, day closed) of every order stored."""
    stored = facts.read(offices.get("weibin"), "2021Q4", "orders")
    return [(order.number, order.unit, str(order.closed)) for order in stored]
