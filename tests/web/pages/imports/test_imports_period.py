"""A file handed in for the wrong period is moved to the right one on its page."""

import pytest
from imports_files import GOOD, HEAD, IMPORTS, address

from gongkai.records.models import AuditEntry
from gongkai.workflows.imports import State

pytestmark = pytest.mark.django_db
TITLE = ("渭滨区2022年第一季度信息报送登记表",)
COUNTS = ("单位", "应报", "实报", "网站采用")
LATER = ("GD001", "财政局", "投诉", "2022-02-08", "2022-02-15", "2022-02-12")


def move(clerk, work, upload, period: str, **given):
    said = {"version": upload.version, "period": period, **given}
    answer = work(clerk.post, address(upload, "period/"), said)
    upload.refresh_from_db()
    return answer


def test_a_title_of_another_period_offers_that_period(clerk, work, hand_in, sheet):
    upload = hand_in(sheet(TITLE, COUNTS, ("财政局", 24, 8, 3)))
    page = clerk.get(address(upload)).content.decode()
    assert "改为导入2022年一季度" in page
    answer = move(clerk, work, upload, "2022Q1")
    assert answer["Location"] == f"/o/weibin/2022Q1/imports/files/{upload.pk}/"
    assert (upload.period, upload.state) == ("2022Q1", State.READY)
    assert "改为导入2021" not in clerk.get(answer["Location"]).content.decode()


def test_days_of_another_quarter_offer_that_quarter(clerk, hand_in, sheet):
    upload = hand_in(sheet(HEAD, LATER))
    assert "改为导入2022年一季度" in clerk.get(address(upload)).content.decode()


def test_a_file_of_this_period_offers_the_quarters_to_choose_from(clerk, hand_in, sheet):
    page = clerk.get(address(hand_in(sheet(HEAD, GOOD)))).content.decode()
    assert "期间选错了" in page
    assert "表格像是" not in page


def test_the_move_is_in_the_audit(clerk, work, hand_in, sheet):
    upload = hand_in(sheet(HEAD, GOOD))
    move(clerk, work, upload, "2022Q1")
    entry = AuditEntry.objects.get(action="upload.move")
    assert entry.old == {"period": "2021年四季度"}
    assert entry.new["period"] == "2022年一季度"


def test_the_same_file_is_not_twice_in_one_period(clerk, work, hand_in, sheet):
    path = sheet(HEAD, GOOD)
    upload = hand_in(path)
    move(clerk, work, upload, "2022Q1")
    second = hand_in(path)
    answer = move(clerk, work, second, "2022Q1")
    assert answer.status_code == 409
    assert "已有同样的文件正在办理" in answer.content.decode()
    assert second.period == "2021Q4"


def test_no_period_and_no_right_move_nothing(clerk, work, hand_in, sheet, signed_in):
    upload = hand_in(sheet(HEAD, GOOD))
    assert move(clerk, work, upload, "不是期间").status_code == 302
    assert move(signed_in("head"), work, upload, "2022Q1").status_code in (403, 404)
    assert upload.period == "2021Q4"


def test_a_clerk_gets_to_the_quarters_before_the_running_one(clerk, signed_in):
    page = clerk.get(IMPORTS).content.decode()
    assert page.count('class="dropdown-item" href="/o/weibin/20') >= 5
