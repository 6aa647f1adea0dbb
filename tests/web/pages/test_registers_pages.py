"""Registers in the browser: looked at, edited in place, from a sheet; the calendar."""

from io import BytesIO
from urllib.parse import urlencode

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.actions import editing
from gongkai.office import pack
from gongkai.office.editing import registers
from gongkai.office.editing.registers import REGISTERS
from gongkai.records import offices
from tests.conftest import AT, CLERK

ROOM = "/o/weibin/registers/"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def clerk(signed_in):
    return signed_in("clerk")


def office():
    return offices.load(offices.get("weibin"))


def entry(register: str, key: str):
    return registers.find(office(), register, key)


def form(register: str, key: str, client, **changes: str) -> dict[str, str]:
    """What the page of an entry would send, with changes."""
    page = client.get(f"{ROOM}{register}/entry/", {"entry": key})
    given = {name: page.context["form"][name].value() or "" for name in page.context["form"].fields}
    return {**given, "entry": key, "version": page.context["version"], **changes}


@pytest.mark.parametrize("register", REGISTERS)
def test_every_register_and_each_of_its_entries_opens(clerk, register, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        answer = clerk.get(f"{ROOM}{register}/", follow=True)
    assert answer.status_code == 200
    for known in REGISTERS[register].entries(office()):
        key = REGISTERS[register].key(known)
        with django_assert_max_num_queries(35):
            answer = clerk.get(f"{ROOM}{register}/entry/", {"entry": key})
        assert answer.status_code == 200
        break


def test_the_overview_counts(clerk, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        answer = clerk.get(ROOM)
    assert "栏目名册" in answer.text
    assert str(len(office().columns)) in answer.text


def test_an_entry_is_changed_on_its_page(clerk):
    answer = clerk.post(f"{ROOM}units/save/", form("units", "财政局", clerk, note="二楼", aliases="区财局"))
    assert answer.status_code == 302
    assert entry("units", "财政局").note == "二楼"
    assert "区财局" in entry("units", "财政局").aliases


def test_a_row_becomes_a_form_and_a_row_again(clerk):
    asked = {"entry": "财政局", "row": "form"}
    page = clerk.get(f"{ROOM}units/entry/", asked)
    assert page.text.lstrip().startswith('<tr class="row-form">')
    saved = clerk.post(f"{ROOM}units/save/?row=form", form("units", "财政局", clerk, note="二楼"))
    assert saved.status_code == 201
    assert saved.text.startswith('<tr class="is-saved">')
    assert "已保存“财政局”" in saved.text


def test_what_is_wrong_is_told_in_its_field_with_what_was_typed(clerk):
    answer = clerk.post(
        f"{ROOM}columns/save/",
        form("columns", "教育信息", clerk, units_1="没有的局", frequency_1="每月", note="留着的话"),
    )
    assert answer.status_code == 422
    assert "不是单位名册中的单位" in answer.context["form"].errors["units_1"][0]
    assert "frequency_1" in answer.context["form"].errors
    assert "留着的话" in answer.text


def test_a_duty_needs_units_and_a_frequency(clerk):
    answer = clerk.post(f"{ROOM}columns/save/", form("columns", "教育信息", clerk, units_2="文旅局"))
    assert answer.context["form"].errors["frequency_2"] == ["请填写更新频次"]


def test_a_column_keeps_its_exemptions_when_edited(clerk):
    exempt = pack.Exemption(unit="教体局", period="2021Q4", reason="假期")
    column = entry("columns", "教育信息")
    after = column.model_copy(update={"exemptions": (exempt,)})
    editing.replace(
        offices.get("weibin"),
        "columns",
        "教育信息",
        after,
        version=registers.version(column),
        by=CLERK,
        at=AT,
    )
    clerk.post(f"{ROOM}columns/save/", form("columns", "教育信息", clerk, frequency_1="1条/月"))
    assert entry("columns", "教育信息").exemptions == (exempt,)
    assert entry("columns", "教育信息").duties[0].frequency == "1条/月"


def test_the_second_of_two_keeps_what_was_typed(clerk):
    mine = form("units", "财政局", clerk, note="后改的")
    clerk.post(f"{ROOM}units/save/", form("units", "财政局", clerk, note="先改的"))
    answer = clerk.post(f"{ROOM}units/save/", mine)
    assert answer.status_code == 409
    assert "后改的" in answer.text
    assert "修改" in answer.context["form"].non_field_errors()[0]
    assert entry("units", "财政局").note == "先改的"
    again = clerk.post(f"{ROOM}units/save/", {**mine, "version": answer.context["version"]})
    assert again.status_code == 302


def test_a_double_click_adds_once(clerk):
    page = clerk.get(f"{ROOM}outlets/new/")
    token = page.text.split('name="once" value="')[1].split('"')[0]
    given = {"name": "陕西日报", "level": "省级", "aliases": "", "once": token}
    for _ in range(2):
        assert clerk.post(f"{ROOM}outlets/new/", given).status_code == 302
    assert [outlet.name for outlet in office().outlets].count("陕西日报") == 1


def test_a_page_says_what_follows_a_new_name(clerk, import_counts):
    import_counts(("财政局", 8))
    assert "信息报送 1 条" in clerk.get(f"{ROOM}units/entry/", {"entry": "财政局"}).text
    clerk.post(f"{ROOM}units/save/", form("units", "财政局", clerk, name="财政和国资局"))
    answer = clerk.get(f"{ROOM}units/entry/", {"entry": "财政和国资局"})
    assert "信息报送 1 条" in answer.text
    assert "财政局" in entry("units", "财政和国资局").aliases


def test_an_entry_is_removed_and_moved(clerk):
    version = registers.version(entry("outlets", "宝鸡日报"))
    clerk.post(f"{ROOM}outlets/move/", {"entry": "宝鸡日报", "to": "up"})
    names = [outlet.name for outlet in office().outlets]
    assert names.index("宝鸡日报") == 4
    clerk.post(f"{ROOM}outlets/remove/", {"entry": "宝鸡日报", "version": version})
    assert "宝鸡日报" not in [outlet.name for outlet in office().outlets]


def test_what_others_speak_of_is_not_removed(clerk):
    version = registers.version(entry("units", "司法局"))
    answer = clerk.post(f"{ROOM}units/remove/", {"entry": "司法局", "version": version})
    assert answer.status_code == 409
    assert "“司法局”不能删除" in answer.text
    assert entry("units", "司法局")


def test_who_may_not_edit_is_told_why(signed_in):
    director = signed_in("director")
    answer = director.get(f"{ROOM}units/")
    assert "修改名录由经办或管理员办理" in answer.text
    assert director.post(f"{ROOM}units/save/", {"entry": "财政局"}).status_code == 403
    assert director.get(f"{ROOM}units/new/").status_code == 403
    assert director.get(f"{ROOM}units/upload/").status_code == 403


def test_a_unit_sees_its_own_entries_alone(signed_in):
    liaison = signed_in("liaison", unit="司法局")
    units, columns = liaison.get(f"{ROOM}units/").text, liaison.get(f"{ROOM}columns/").text
    assert "司法局" in units
    assert "发改局" not in units
    assert "规范性文件" in columns
    assert "教育信息" not in columns
    assert liaison.get(f"{ROOM}units/entry/", {"entry": "发改局"}).status_code == 404
    assert liaison.get(f"{ROOM}notice/").status_code == 404
    assert liaison.get(f"{ROOM}units/sheet/").status_code == 404


def test_what_is_not_there_is_not_found(clerk, office_row, signed_in):
    office_row("qianyang")
    assert clerk.get(f"{ROOM}nothing/").status_code == 404
    assert clerk.get(f"{ROOM}units/entry/", {"entry": "没有的局"}).status_code == 404
    assert clerk.get("/o/qianyang/registers/units/").status_code == 404


def test_scripts_in_texts_are_text(clerk):
    clerk.post(f"{ROOM}units/save/", form("units", "财政局", clerk, note=SCRIPT, aliases=SCRIPT))
    for address in (f"{ROOM}units/", f"{ROOM}units/entry/?{urlencode({'entry': '财政局'})}"):
        answer = clerk.get(address)
        assert SCRIPT not in answer.text
        assert "&lt;script&gt;alert(1)" in answer.text


def sheet_of(clerk, register: str):
    """The register as it is taken out, to be changed."""
    answer = clerk.get(f"{ROOM}{register}/sheet/")
    return openpyxl.load_workbook(BytesIO(b"".join(answer)))


def handed_in(clerk, register: str, book):
    out = BytesIO()
    book.save(out)
    return clerk.post(
        f"{ROOM}{register}/upload/", {"file": SimpleUploadedFile("名册.xlsx", out.getvalue())}, follow=True
    )


@pytest.mark.parametrize("register", ["units", "columns", "accounts", "outlets", "limits", "local_days"])
def test_a_sheet_taken_out_and_handed_in_changes_nothing(clerk, register):
    answer = handed_in(clerk, register, sheet_of(clerk, register))
    assert "表格与现有登记一致" in answer.text


def test_a_changed_sheet_is_previewed_and_written_at_once(clerk):
    book = sheet_of(clerk, "outlets")
    page = book.active
    rows = {page.cell(row, 1).value: row for row in range(1, page.max_row + 1)}
    page.cell(rows["渭滨发布"], 2).value = "县级"
    page.cell(rows["宝鸡快讯"], 1).value = "陕西日报"
    answer = handed_in(clerk, "outlets", book)
    assert "新增 1 条，修改 1 条，删除 1 条" in answer.text
    assert entry("outlets", "渭滨发布").level == "区级"
    address = answer.redirect_chain[-1][0]
    clerk.post(address, {"version": answer.context["version"]})
    assert entry("outlets", "渭滨发布").level == "县级"
    assert entry("outlets", "陕西日报")
    history = clerk.get(f"{ROOM}outlets/entry/", {"entry": "渭滨发布"}).text
    assert "用表格更新" in history


def test_a_sheet_with_faults_names_the_cells(clerk):
    book = sheet_of(clerk, "columns")
    page = book["栏目名册"]
    page.cell(5, 4).value = "每天"
    page.cell(6, 3).value = "没有的局"
    answer = handed_in(clerk, "columns", book)
    assert "D5" in answer.text
    assert "C6" in answer.text
    assert 'type="submit">写入' not in answer.text


def test_a_sheet_that_drops_a_unit_with_facts_is_refused_in_the_preview(clerk, import_counts):
    import_counts(("试验办", 3))
    book = sheet_of(clerk, "units")
    page = book.active
    row = next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == "试验办")
    page.delete_rows(row)
    answer = handed_in(clerk, "units", book)
    assert "信息报送 1 条" in answer.text
    assert not answer.context["ready"]
    refused = clerk.post(answer.redirect_chain[-1][0], {"version": answer.context["version"]})
    assert refused.status_code == 422
    assert entry("units", "试验办")


def test_a_sheet_previewed_before_another_change_is_not_written(clerk):
    book = sheet_of(clerk, "outlets")
    book.active.cell(5, 2).value = "别的级"
    answer = handed_in(clerk, "outlets", book)
    clerk.post(f"{ROOM}outlets/save/", form("outlets", "宝鸡日报", clerk, level="地市级"))
    refused = clerk.post(answer.redirect_chain[-1][0], {"version": answer.context["version"]})
    assert refused.status_code == 409
    assert entry("outlets", "宝鸡日报").level == "地市级"


def test_what_is_no_spreadsheet_is_refused(clerk):
    lie = SimpleUploadedFile("名册.xlsx", b"<html>")
    answer = clerk.post(f"{ROOM}units/upload/", {"file": lie})
    assert answer.status_code == 422
    assert "不是可以接收的文件类型" in answer.text


def test_another_persons_upload_is_not_found(clerk, signed_in):
    answer = handed_in(clerk, "outlets", sheet_of(clerk, "outlets"))
    other = signed_in("clerk", username="other")
    assert other.get(answer.redirect_chain[-1][0]).status_code == 404


def test_the_calendar_says_why_each_day_is_so(clerk, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        answer = clerk.get(f"{ROOM}calendar/2021/")
    assert "四季度 62 个" in answer.text
    assert 'title="国庆节假期"' in answer.text
    assert 'title="国庆节调休上班"' in answer.text
    assert "暂定" not in answer.text


def test_a_year_not_announced_is_provisional(clerk):
    answer = clerk.get(f"{ROOM}calendar/2090/")
    assert "都是暂定的" in answer.text
    assert clerk.get(f"{ROOM}calendar/9999/").status_code == 404


def test_a_local_day_is_registered_and_counts(clerk):
    given = {"day": "2021-10-11", "working": "休息", "reason": "抗洪抢险"}
    assert clerk.post(f"{ROOM}local_days/new/", given).status_code == 302
    answer = clerk.get(f"{ROOM}calendar/2021/")
    assert "四季度 61 个" in answer.text
    assert "地方调整放假（抗洪抢险）" in answer.text
