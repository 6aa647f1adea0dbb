"""The pictures of the manual: who stands where, and what they did before. Drawn by test_manual.

`{running}`, `{upload}` and `{notice}` in a path stand for what differs from day to day (`Furnished`).
"""

from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Page

from tests.browser.furnished import Furnished

PAST = "/o/weibin/2021Q4"
NOW = "/o/weibin/{running}"
ARTICLE = """我区集中发放临时救助金
11月18日，金陵街道便民服务中心按装的自助终端投入使用，当日受理临时救助申请22件，其中低保家庭12件、低收入家庭10件。
首位申请人张三（身份证号11010519491231002X，手机13800138000）当场领到救助金。
其余申请于2022年2月30日前办结。"""


def nothing(page: Page) -> None:
    """As the page opens."""


def follow_first(selector: str) -> Callable[[Page], None]:
    """Go where the first such link leads."""

    def before(page: Page) -> None:
        address = page.locator(selector).first.get_attribute("href")
        assert address, f"{page.url} has no {selector}"
        page.goto(address)

    return before


def from_heading(name: str) -> Callable[[Page], None]:
    """Begin the picture at a heading."""

    def before(page: Page) -> None:
        page.get_by_role("heading", name=name).first.evaluate("one => one.scrollIntoView()")

    return before


def proofread(page: Page) -> None:
    """Paste a text and have it proofread."""
    page.fill("#text", ARTICLE)
    page.get_by_role("button", name="开始校对").click()
    page.locator("#result").evaluate("one => one.scrollIntoView()")


class Picture(NamedTuple):
    """A person's page, at a width and height in CSS pixels."""

    role: str
    path: str
    width: int = 1120
    height: int = 640
    before: Callable[[Page], None] = nothing

    def address(self, furnished: Furnished) -> str:
        """The path in this workbench."""
        return self.path.format(running=furnished.running, upload=furnished.upload, notice=furnished.notice)


PICTURES = {
    "start": Picture("jingban", "/o/weibin/start/"),
    "clerk-home": Picture("jingban", f"{NOW}/", 1120, 600, from_heading("本期情况")),
    "deadline": Picture("jingban", f"{NOW}/warnings/", 1120, 600, follow_first("a[href*='/warnings/why/']")),
    "imports": Picture("jingban", f"{PAST}/imports/"),
    "question": Picture("jingban", f"{NOW}/imports/files/{{upload}}/", 1120, 600),
    "monthly": Picture("jingban", f"{NOW}/imports/monthly/submissions/", 1120, 520),
    "assessment": Picture("jingban", f"{PAST}/assessments/"),
    "league": Picture("jingban", "/o/qianyang/2022Q2/assessments/league/", 1120, 560),
    "figure": Picture("jingban", f"{PAST}/figure/?unit=财政局&measure=submissions.submitted", 1120, 560),
    "columns": Picture("jingban", f"{PAST}/pictures/", 1120, 640),
    "notice-edit": Picture("jingban", f"{PAST}/notices/edit/"),
    "notice-version": Picture("kezhang", f"{PAST}/notices/versions/1/", 1120, 480),
    "proofreading": Picture("jingban", "/o/weibin/proofreading/", 1120, 570, proofread),
    "objection": Picture("kezhang", f"{PAST}/assessments/objections/1/", 1120, 600),
    "unit-result": Picture("xinxi1", f"{PAST}/assessments/"),
    "unit-home": Picture("xinxi2", f"{NOW}/", 390, 760),
    "rectification": Picture(
        "danwei2", "/o/weibin/rectifications/", 1120, 600, follow_first("a.lane-card-title")
    ),
    "chase": Picture("ducha", "/o/weibin/rectifications/chase/", 1120, 480),
    "audit": Picture("shenji", "/o/weibin/audit/", 1120, 440),
    "people": Picture("guanli", "/o/weibin/people/", 1120, 560),
}
