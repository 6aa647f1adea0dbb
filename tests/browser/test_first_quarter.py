"""The main job in a browser: from the link on the first day to an issued notice and a closed rectification."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.desk import PASSWORD, PATIENCE, hand_in, press, said, scan, sign_in
from tests.browser.workbench import Workbench

SAMPLES = sorted((Path(__file__).parents[2] / "offices" / "weibin" / "sample").glob("*.xlsx"))
HERE = "/o/weibin/2021Q4"
UNIT = "经二路办"
PEOPLE = {"kezhang": ("科室负责人", ""), "lingdao": ("分管领导", ""), "fuze": ("单位负责人", UNIT)}


def test_an_office_gets_from_its_first_day_to_a_closed_rectification(
    opened: Callable[..., BrowserContext], workbench: Workbench, tmp_path: Path
) -> None:
    clerk = first_administrator(opened(base_url=workbench.address), workbench.setup_link)
    choose_pack(clerk, "渭滨")
    hand_in(clerk, f"{HERE}/imports/", SAMPLES)
    clerk.goto(f"{HERE}/assessments/")
    press(clerk, "开展考核")
    said(clerk, "考核")
    others = {username: invite(clerk, opened(base_url=workbench.address), username) for username in PEOPLE}

    version = draft(clerk)
    for page, step in ((clerk, "送审"), (others["kezhang"], "审核通过"), (others["lingdao"], "签发")):
        page.goto(version)
        press(page, step)
        said(page, step)
    clerk.goto(version)
    press(clerk, "印发")
    said(clerk, "已印发")
    notice = clerk.url
    with clerk.expect_download() as download:
        clerk.get_by_role("link", name="通报.pdf").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")

    head = others["fuze"]
    head.goto(notice)
    press(head, "代表本单位签收")
    said(head, "签收")
    rectify(head, clerk, scan(tmp_path))


def first_administrator(context: BrowserContext, link: str) -> Page:
    page = context.new_page()
    page.goto(link)
    page.get_by_label("姓名").fill("经办某")
    page.get_by_label("用户名").fill("jingban")
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_label("再输一次密码").fill(PASSWORD)
    press(page, "创建并登录")
    expect(page.get_by_role("heading", level=1)).to_have_text("新建办公室")
    again = context.new_page()
    assert again.goto(link).status == 410, "the link is used up"
    again.close()
    return page


def choose_pack(page: Page, name: str) -> None:
    page.get_by_label(name).check()
    press(page, "载入工作包")
    expect(page.get_by_role("heading", level=1)).to_have_text("开始使用", timeout=PATIENCE)


def invite(administrator: Page, context: BrowserContext, username: str) -> Page:
    """The administrator adds someone; they choose a password by the link and sign in."""
    role, unit = PEOPLE[username]
    administrator.goto("/o/weibin/people/new/")
    administrator.get_by_label("姓名").fill(f"{role[:2]}某")
    administrator.get_by_label("用户名").fill(username)
    administrator.get_by_label(role).check()
    if unit:
        administrator.get_by_label("所在单位").select_option(unit)
    press(administrator, "添加")
    link = administrator.get_by_label("用户名").input_value()
    page = context.new_page()
    page.goto(link)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_label("再输一次密码").fill(PASSWORD)
    press(page, "设置密码")
    page.close()
    return sign_in(context, username)


def draft(clerk: Page) -> str:
    """The first version, and the address of its page."""
    clerk.goto(f"{HERE}/notices/edit/")
    clerk.get_by_label("发文字号").fill("渭政办发〔2022〕5号")
    press(clerk, "保存为新稿")
    said(clerk, "第1稿")
    return clerk.url


def rectify(head: Page, clerk: Page, report: Path) -> None:
    """Every problem of the unit is signed for and begun; the first is reported on, accepted and closed."""
    head.goto("/o/weibin/rectifications/list/")
    head.get_by_role("link", name="零报送").first.click()
    item = head.url
    press(head, "签收")
    said(head, "签收")
    press(head, "开始整改")
    said(head, "开始整改")
    head.get_by_label("整改情况").fill("已明确专人负责信息报送，本季度起按月报送。")
    head.locator("input[name=scan]").set_input_files(report)
    press(head, "报送整改报告")
    said(head, "报送")
    for step in ("审核通过", "销号"):
        clerk.goto(item)
        press(clerk, step)
        said(clerk, step)
    expect(clerk.get_by_text("已销号").first).to_be_visible()
