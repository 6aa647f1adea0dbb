"""Early warnings on pages: who sees which, and the calendar that shows why."""

from datetime import date
from urllib.parse import urlencode

import pytest

from gongkai.actions import ingest
from gongkai.web import acting
from tests.actions.conftest import HEAD, Q4
from tests.conftest import AT, CLERK

pytestmark = pytest.mark.django_db
HOME = "/o/weibin/2021Q4/"
WARNINGS = f"{HOME}warnings/"


@pytest.fixture
def order_due(weibin, sheet, monkeypatch):
    """An order of 财政局 received before the National Day, and the day after it."""
    monkeypatch.setattr(acting, "today", lambda: date(2021, 10, 9))
    row = ("GD001", "财政局", "投诉", "2021-10-01", "2021-10-12", "")
    ingest.run(sheet(HEAD, row), office="weibin", period=Q4, by=CLERK, at=AT)


def why(**asked: str) -> str:
    return f"{WARNINGS}why/?{urlencode(asked)}"


ORDER = {"kind": "orders", "unit": "财政局", "subject": "GD001"}


def test_the_list_says_what_is_due_and_leads_to_the_calendar(signed_in, order_due):
    answer = signed_in("clerk").get(f"{WARNINGS}?kind=orders")
    assert "尚未办结，距10月12日还有2个工作日" in answer.text
    assert 'hx-target="#dialog-body"' in answer.text
    assert answer.context["listing"].count == 1


def test_a_unit_is_warned_of_its_own_and_of_what_nobody_handed_in(signed_in, order_due):
    own = signed_in("liaison").get(WARNINGS).context["listing"].rows
    other = signed_in("liaison", unit="教体局").get(WARNINGS).context["listing"].rows
    assert {"财政局"} <= {row["unit"] for row in own} <= {"财政局", ""}
    assert {row["unit"] for row in other} <= {"教体局", ""}


def test_the_calendar_names_each_day_that_does_not_count(signed_in, weibin, sheet, monkeypatch):
    monkeypatch.setattr(acting, "today", lambda: date(2021, 10, 8))
    row = ("LY001", "财政局", "咨询", "2021-10-01", "")
    ingest.run(
        sheet(("留言编号", "承办单位", "类型", "留言时间", "回复时间"), row),
        office="weibin", period=Q4, by=CLERK, at=AT,
    )  # fmt: skip
    answer = signed_in("clerk").get(why(kind="messages", unit="财政局", subject="LY001"))
    days = [cell for week in answer.context["weeks"] for cell in week if cell]
    assert [(cell["day"].day, cell["number"]) for cell in days if cell["number"]] == [
        (8, 1), (9, 2), (11, 3), (12, 4), (13, 5),
    ]  # fmt: skip
    told = {cell["day"].day: cell["why"] for cell in days}
    assert (told[4], told[9], told[10]) == ("国庆节假期", "国庆节调休上班", "周末")
    assert "当日不计入，期限5个工作日" in answer.text


def test_the_calendar_opens_over_the_page_and_by_itself(signed_in, order_due):
    answer = signed_in("clerk").get(why(**ORDER))
    assert answer.status_code == 200
    assert 'id="dialog-part"' in answer.text
    assert "到期日" in answer.text


def test_what_was_met_meanwhile_is_said_to_be_no_warning(signed_in, order_due):
    answer = signed_in("clerk").get(why(kind="orders", unit="财政局", subject="GD999"))
    assert answer.status_code == 200
    assert "已不在预警之列" in answer.text


def test_a_forged_address_shows_no_other_unit(signed_in, order_due):
    answer = signed_in("liaison", unit="教体局").get(why(**ORDER))
    assert "GD001" not in answer.text
    assert "已不在预警之列" in answer.text


def test_a_period_that_is_over_warns_of_nothing(signed_in, weibin):
    answer = signed_in("clerk").get(WARNINGS)
    assert "不在进行中" in answer.text
    assert answer.context["listing"].count == 0


def test_who_may_not_see_facts_is_not_warned(signed_in, order_due):
    assert signed_in("supervision").get(WARNINGS).status_code == 403
