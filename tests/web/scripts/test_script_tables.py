"""Tables with script: entry grids filled from a spreadsheet, rows chosen, text copied."""

import pytest
from playwright.sync_api import Page

from tests.web.scripts.conftest import Site

PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
}"""


def grid(rows: int = 3, columns: int = 3) -> str:
    cells = "".join(
        "<tr><th>单位</th>"
        + "".join(f'<td><input type="number" name="{row}{column}"></td>' for column in range(columns))
        + "</tr>"
        for row in range(rows)
    )
    return f"<table data-grid><tbody>{cells}</tbody></table>"


def values(page: Page) -> list[str]:
    return page.eval_on_selector_all("table input", "fields => fields.map(field => field.value)")


def test_arrows_and_enter_move_between_the_fields_of_a_grid(site: Site):
    page = site.show(grid())
    page.locator("[name='00']").focus()
    for key in ("ArrowRight", "ArrowDown", "Enter", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.name") == "10"


def test_enter_in_the_last_row_does_not_send_the_form(site: Site):
    page = site.show(f'<form method="post" action="/save">{grid(rows=1)}<button>保存</button></form>')
    page.locator("[name='00']").press("Enter")
    page.wait_for_timeout(100)
    assert site.asked == []


def test_a_number_field_keeps_its_number_when_arrows_pass_through(site: Site):
    page = site.show(grid())
    page.locator("[name='00']").fill("8")
    page.keyboard.press("ArrowDown")
    assert values(page)[0] == "8"


@pytest.mark.parametrize(
    ("pasted", "filled"),
    [
        ("1\t2\n3\t4\n", ["1", "2", "", "3", "4", "", "", "", ""]),
        ("1,204\t１２\r\n\t7", ["1204", "12", "", "", "7", "", "", "", ""]),
        ('"3"\t"4"', ["3", "4", "", "", "", "", "", "", ""]),
    ],
    ids=["block", "separators and full width", "quoted"],
)
def test_a_block_from_a_spreadsheet_fills_the_grid(site: Site, pasted: str, filled: list[str]):
    page = site.show(grid())
    page.locator("[name='00']").focus()
    page.evaluate(PASTE, pasted)
    assert values(page) == filled


def test_what_does_not_fit_a_grid_is_told_and_not_dropped_in_silence(site: Site):
    page = site.show(grid(rows=2, columns=2))
    page.locator("[name='00']").fill("5")
    page.locator("[name='00']").focus()
    page.evaluate(PASTE, "八\t2\t3\n4\t5\t6\n7\t8\t9")
    assert values(page) == ["5", "2", "4", "5"], "a cell that is no number keeps what it had"
    told = page.locator("#messages").inner_text()
    assert "已填入3格" in told
    assert "有5格超出表格" in told
    assert "有1格内容不符（如“八”）" in told


def test_all_rows_are_chosen_at_once_and_the_button_knows_how_many(site: Site):
    boxes = "".join(f'<input type="checkbox" name="unit" value="{n}">' for n in range(3))
    page = site.show(
        f'<form><input type="checkbox" data-check-all="unit" aria-label="全选">{boxes}'
        "<button data-needs-selection>催办（<span data-selected-count>0</span>）</button></form>"
    )
    button, master = page.get_by_role("button"), page.get_by_label("全选")
    assert button.is_disabled()
    master.check()
    assert button.inner_text() == "催办（3）"
    page.locator("[value='1']").uncheck()
    assert master.evaluate("box => box.indeterminate")
    master.check()
    master.uncheck()
    assert button.is_disabled()


def test_text_is_copied_without_https(site: Site):
    """An intranet seldom has a certificate, and the clipboard's interface is not there without one."""
    page = site.show(
        '<span id="link">抄送链接</span><button data-copy="#link">复制</button><textarea></textarea>'
    )
    assert page.evaluate("navigator.clipboard") is None
    page.get_by_role("button").click()
    page.get_by_text("已复制。").wait_for()
    page.locator("textarea").focus()
    page.keyboard.press("Control+V")
    assert page.locator("textarea").input_value() == "抄送链接"
