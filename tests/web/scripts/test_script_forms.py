"""Forms with script: asked about, sent once, not left by mistake; and what is said when the server refuses."""

import pytest

from tests.web.scripts.conftest import Site

SAVE = '<form method="post" action="/save" {}><input name="count" value="8"><button name="act" value="save">保存</button></form>'


def test_a_form_is_sent_once_however_often_its_button_is_pressed(site: Site):
    page = site.show(SAVE.format('hx-post="/save" hx-swap="none"'))
    page.evaluate("for (let n = 0; n < 5; n++) document.querySelector('button').click()")
    page.locator("form:not([data-sent])").wait_for(state="attached")
    assert [(method, path) for method, path, _ in site.asked] == [("POST", "/save")]
    page.get_by_role("button", name="保存").click()
    page.locator("form:not([data-sent])").wait_for(state="attached")
    assert len(site.asked) == 2, "a second, deliberate sending must be possible"


def test_the_pressed_button_goes_along_though_it_is_disabled_at_once(site: Site):
    page = site.show(SAVE.format(""))
    page.get_by_role("button", name="保存").click()
    page.wait_for_url("**/save")
    assert site.asked == [("POST", "/save", "count=8&act=save")]


def test_a_button_says_what_is_being_done_and_one_whose_answer_is_a_file_comes_back(site: Site):
    page = site.show(
        """<form method="post" action="/slow" target="elsewhere"><button data-busy="正在校对…">校对</button>
        <button data-download>下载</button></form><iframe name="elsewhere"></iframe>"""
    )
    page.get_by_role("button", name="校对", exact=True).click()
    busy = page.get_by_role("button", name="正在校对…")
    busy.wait_for()
    assert busy.is_disabled()
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow'))")
    page.get_by_role("button", name="下载").click()
    page.locator("button[data-download]:enabled").wait_for()
    page.locator("button[data-busy]:enabled").filter(has_text="校对").wait_for()


def test_a_form_that_asks_is_sent_only_after_the_answer(site: Site):
    page = site.show(SAVE.format('data-confirm="确定保存吗？"'))
    page.get_by_role("button", name="保存").click()
    dialog = page.get_by_role("dialog", name="确定保存吗？")
    dialog.get_by_role("button", name="取消").click()
    assert site.asked == []
    page.get_by_role("button", name="保存").click()
    dialog.get_by_role("button", name="保存").click()
    page.wait_for_url("**/save")
    assert site.asked == [("POST", "/save", "count=8&act=save")]


def test_an_htmx_button_asks_too(site: Site):
    page = site.show('<button hx-post="/undo" hx-swap="none" data-confirm="确定撤销吗？">撤销</button>')
    page.get_by_role("button", name="撤销").click()
    page.get_by_role("dialog").get_by_role("button", name="撤销").click()
    page.wait_for_timeout(100)
    assert [path for _, path, _ in site.asked] == ["/undo"]


def test_leaving_what_was_typed_is_asked_about_and_sending_it_is_not(site: Site):
    asked: list[str] = []
    page = site.show(SAVE.format("data-unsaved"))
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == []
    page.locator("[name=count]").fill("9")
    page.reload()
    assert asked == ["beforeunload"]
    page.locator("[name=count]").fill("9")
    page.get_by_role("button", name="保存").click()
    page.wait_for_url("**/save")
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            {"status": 409, "body": "已由他人改为9。", "content_type": "text/plain; charset=utf-8"},
            "已由他人改为9。",
        ),
        (
            {"status": 403, "body": "<h1>x</h1><p data-message>只有审签人员可以发布。</p>"},
            "只有审签人员可以发布。",
        ),
        ({"status": 413, "body": ""}, "文件或内容超过允许的大小"),
        ({"status": 500, "body": "<h1>Server Error</h1>"}, "代码 500"),
    ],
    ids=["text", "page", "too large", "failure"],
)
def test_a_refusal_of_htmx_is_said_in_chinese_and_nothing_typed_is_lost(site: Site, answer, said):
    site.answers["/save"] = answer
    page = site.show(SAVE.format('hx-post="/save" hx-target="main"'))
    page.locator("[name=count]").fill("11")
    page.get_by_role("button", name="保存").click()
    page.locator("#messages .alert-danger", has_text=said).wait_for()
    assert page.locator("[name=count]").input_value() == "11"


def test_a_form_with_faults_comes_back_in_its_place(site: Site):
    site.answers["/save"] = {"status": 422, "body": "<p>应为整数</p>"}
    page = site.show(SAVE.format('hx-post="/save" hx-target="this"'))
    page.get_by_role("button", name="保存").click()
    page.get_by_text("应为整数").wait_for()
    assert page.locator("#messages .alert").count() == 0


def test_htmx_carries_the_token_that_django_asks_for(site: Site):
    page = site.show('<button hx-post="/act" hx-swap="none">做</button>')
    page.get_by_role("button").click()
    page.wait_for_timeout(100)
    assert site.headers[0]["x-csrftoken"] == "token-1"


def test_files_dropped_on_a_form_are_sent(site: Site):
    page = site.show(
        """<form method="post" action="/upload" enctype="multipart/form-data" data-drop="submit">
        <label class="drop-area">拖到这里<input type="file" name="files" multiple data-max-bytes="1000"></label></form>"""
    )
    page.evaluate(DROP, ["报送.xlsx", 20])
    page.wait_for_url("**/upload")
    assert "报送.xlsx" in site.asked[0][2]


def test_a_file_over_the_limit_is_refused_before_it_travels(site: Site):
    page = site.show(
        """<form method="post" action="/upload" data-drop="submit">
        <label class="drop-area">拖到这里<input type="file" name="files" data-max-bytes="1000"></label></form>"""
    )
    page.evaluate(DROP, ["很大.xlsx", 5000])
    page.get_by_text("“很大.xlsx”为5 KB，超过上限1 KB").wait_for()
    assert site.asked == []


DROP = """([name, size]) => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(size)], name));
  document.querySelector(".drop-area").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
}"""
