"""With script off everything is still done: plain forms and links."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.desk import PASSWORD, press, said, scan
from tests.browser.furnished import Furnished

HERE = "/o/weibin/2021Q4"


@pytest.fixture
def plain(opened: Callable[..., BrowserContext], furnished: Furnished) -> Callable[[str], Page]:
    """A window without script in which somebody is signed in."""

    def window(role: str) -> Page:
        context = opened(base_url=furnished.address, java_script_enabled=False)
        context.add_cookies([furnished.cookie(f"weibin-{role}")])
        return context.new_page()

    return window


def test_a_list_is_narrowed_sorted_and_turned(plain: Callable[[str], Page]) -> None:
    page = plain("jingban")
    page.goto(f"{HERE}/facts/columns/")
    expect(page.locator(".listing-count")).to_contain_text("120")
    page.get_by_label("单位").select_option("卫健局")
    press(page, "筛选")
    expect(page.locator(".listing-count")).to_contain_text("9")
    page.get_by_role("link", name="数量").click()
    numbers = [int(text) for text in page.locator("tbody tr td:nth-child(3)").all_inner_texts()]
    assert numbers == sorted(numbers)
    page.goto(f"{HERE}/facts/columns/")
    page.get_by_role("link", name="2", exact=True).click()
    expect(page.locator("tbody tr")).to_have_count(50)


def test_an_event_is_typed_in_and_taken_back(plain: Callable[[str], Page]) -> None:
    page = plain("jingban")
    page.goto(f"{HERE}/imports/entry/orders/")
    row = page.locator("table tbody tr").first
    for label, text in (("工单编号", "GD2021100001"), ("承办单位", "住建局"), ("受理日期", "2021-10-11")):
        row.get_by_label(label).fill(text)
    press(page, "检查并写入")
    said(page, "写入")
    page.goto(f"{HERE}/facts/orders/")
    expect(page.get_by_text("GD2021100001")).to_be_visible()


def test_a_unit_reports_its_rectification(plain: Callable[[str], Page], tmp_path: Path) -> None:
    page = plain("danwei2")
    page.goto("/o/weibin/rectifications/list/")
    page.locator("tbody a").first.click()
    page.get_by_label("整改情况").first.fill("已按要求补充更新，并指定专人每周检查。")
    page.locator("input[name=scan]").set_input_files(scan(tmp_path))
    press(page, "报送整改报告")
    said(page, "报送")


def test_a_wording_is_previewed_and_kept(plain: Callable[[str], Page]) -> None:
    page = plain("jingban")
    page.goto(f"{HERE}/notices/edit/")
    page.get_by_label("修改说明").fill("核对日期")
    press(page, "预览")
    expect(page.locator(".official-page")).to_contain_text("665")
    expect(page.get_by_label("修改说明")).to_have_value("核对日期")


def test_a_wrong_password_says_no_more_than_a_wrong_name(
    opened: Callable[..., BrowserContext], furnished: Furnished
) -> None:
    told = []
    for name in ("weibin-jingban", "nobody-here"):
        page = opened(base_url=furnished.address, java_script_enabled=False).new_page()
        page.goto("/account/login/")
        page.get_by_label("用户名").fill(name)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        told.append(page.get_by_role("alert").all_inner_texts())
    assert told[0] == told[1] != []
