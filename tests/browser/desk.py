"""What people do at the workbench, in their words: sign in, press, fill in."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

PASSWORD = "shan-qiao-yun-2022"
PATIENCE = 30_000  # milliseconds for work that a worker does


def sign_in(context: BrowserContext, username: str, password: str = PASSWORD) -> Page:
    """A window in which the person is signed in."""
    page = context.new_page()
    page.goto("/account/login/")
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_text("退出登录")).to_have_count(1)
    return page


def press(page: Page, name: str) -> None:
    """Press a button, opening what it is folded away in, and say yes where the page asks."""
    button = page.get_by_role("button", name=name, exact=True, include_hidden=True).first
    folded = button.locator("xpath=ancestor::details[not(@open)]/summary")
    if folded.count():
        folded.first.click()
    button.click()
    asked = page.locator("dialog[open]")
    if asked.count():
        asked.get_by_role("button").last.click()


def said(page: Page, words: str) -> None:
    """The page says so."""
    expect(page.locator("#messages")).to_contain_text(re.compile(words), timeout=PATIENCE)


def hand_in(page: Page, folder: str, files: list[Path]) -> None:
    """Hand in spreadsheets one by one, and write each."""
    for file in files:
        page.goto(folder)
        page.locator("input[name=files]").set_input_files(file)
        press(page, "上传并识别")
        if page.url.rstrip("/").endswith("imports"):
            page.get_by_role("link", name=file.name).first.click()
        write = page.get_by_role("button", name="写入", exact=True)
        expect(write).to_be_enabled(timeout=PATIENCE)
        write.click()
        expect(page.get_by_text("已写入").first).to_be_visible(timeout=PATIENCE)


def scan(folder: Path) -> Path:
    """A picture of a signed and sealed report, as small as one can be."""
    path = folder / "整改报告.png"
    path.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
            "0000000c4944415408d763f8ffff3f0005fe02fedccc59e70000000049454e44ae426082"
        )
    )
    return path
