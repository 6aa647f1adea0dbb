"""Registers: a pack is checked whole, loaded once, and never loses what people confirmed."""

import shutil

import pytest

from gongkai.actions import assess, issue, register, reproduce
from gongkai.assessment.result import AssessmentError
from gongkai.office.files import PackError
from gongkai.records import offices
from gongkai.records.models import AuditEntry
from tests.actions.conftest import Q4, edit
from tests.conftest import AT, CLERK, OFFICES


@pytest.mark.parametrize("name", ["weibin", "qianyang"])
def test_the_shipped_packs_have_no_fault_and_export_unchanged(home, name):
    register.load_pack(OFFICES / name, by=CLERK, at=AT)
    register.export_pack(name, home / "exported")
    for path in (home / "exported").iterdir():
        assert path.read_bytes() == (OFFICES / name / path.name).read_bytes()


def test_loading_what_is_there_changes_nothing(weibin):
    assert not register.load_pack(OFFICES / "weibin", by=CLERK, at=AT).changed
    assert AuditEntry.objects.count() == 1


def test_an_edited_pack_is_loaded_and_the_audit_keeps_both(weibin, copied_pack):
    edit(copied_pack, "office.toml", 'frequency = "1条/2周"', 'frequency = "1条/月"')
    assert register.load_pack(copied_pack, by=CLERK, at=AT).changed
    entry = AuditEntry.objects.last()
    assert entry.old["office.toml"] != entry.new["office.toml"]


def test_faults_of_all_three_files_come_at_once(copied_pack):
    edit(copied_pack, "office.toml", "units = [", "unts = [")
    edit(copied_pack, "scheme.toml", "name = ", "nmae = ")
    with pytest.raises(PackError) as raised:
        register.check_pack(copied_pack)
    assert {fault.file for fault in raised.value.faults} >= {"office.toml", "scheme.toml"}


def test_wording_that_asks_for_an_unknown_name_is_a_fault_of_the_pack(copied_pack):
    edit(copied_pack, "notice.md", "{{", "{{ no_such_name }}{{")
    with pytest.raises(PackError) as raised:
        register.check_pack(copied_pack)
    assert [(fault.file, "no_such_name" in str(fault)) for fault in raised.value.faults] == [
        ("notice.md", True)
    ]


def test_a_scheme_that_names_no_measure_is_a_fault_of_the_pack(tmp_path):
    folder = shutil.copytree(OFFICES / "qianyang", tmp_path / "qianyang")
    edit(folder, "scheme.toml", "orders.late", "orders.lat")
    with pytest.raises(PackError, match=r"orders\.late"):
        register.check_pack(folder)


def test_a_confirmed_name_is_an_alias_from_then_on(weibin, sheet):
    register.confirm_alias("weibin", "财政局", "财局", by=CLERK, at=AT)
    assert (
        "财局"
        in next(unit for unit in offices.load(offices.get("weibin")).units if unit.name == "财政局").aliases
    )
    register.load_pack(OFFICES / "weibin", by=CLERK, at=AT)
    assert (
        "财局"
        in next(unit for unit in offices.load(offices.get("weibin")).units if unit.name == "财政局").aliases
    )


def test_a_name_means_one_unit_only(weibin):
    with pytest.raises(register.RegisterError, match="在名册中指“卫健局”"):
        register.confirm_alias("weibin", "财政局", "卫生健康局", by=CLERK, at=AT)
    with pytest.raises(register.RegisterError, match="没有“无此局”"):
        register.confirm_alias("weibin", "无此局", "某局", by=CLERK, at=AT)


@pytest.mark.parametrize("name", ["", " ", "某" * 61])
def test_what_is_no_name_is_no_alias(weibin, name):
    with pytest.raises(register.RegisterError, match="别名应为 1 至 60 个字"):
        register.confirm_alias("weibin", "财政局", name, by=CLERK, at=AT)


@pytest.mark.parametrize("between", ["、", "，", ",", "；", "/", "／", "\n"])
def test_several_units_in_one_cell_are_no_alias(weibin, between):
    with pytest.raises(register.RegisterError, match="写了多家单位"):
        register.confirm_alias("weibin", "教体局", f"教体局{between}文旅局", by=CLERK, at=AT)


def test_a_full_name_without_doubt_of_another_unit_is_no_alias(weibin):
    with pytest.raises(register.RegisterError, match="在名册中指“卫健局”"):
        register.confirm_alias("weibin", "财政局", "渭滨区卫生健康局", by=CLERK, at=AT)


def test_a_confirmed_name_that_a_pack_gives_to_another_unit_goes_and_the_audit_says_so(weibin, copied_pack):
    register.confirm_alias("weibin", "财政局", "财局", by=CLERK, at=AT)
    edit(copied_pack, "office.toml", '["区司法局"]', '["区司法局", "财局"]')
    register.load_pack(copied_pack, by=CLERK, at=AT)
    units = {unit.name: unit.aliases for unit in offices.load(offices.get("weibin")).units}
    assert "财局" in units["司法局"]
    assert "财局" not in units["财政局"]
    entry = AuditEntry.objects.last()
    assert entry.old["office.toml"].count("财局") == entry.new["office.toml"].count("财局") == 1


def without_weather(folder) -> None:
    path = folder / "office.toml"
    path.write_text(path.read_text().replace("气象局", "地震局"))


def test_a_pack_cannot_drop_a_unit_of_a_period_that_is_open(import_orders, copied_pack):
    import_orders(("GD001", "2021-10-12"), unit="气象局")
    without_weather(copied_pack)
    with pytest.raises(register.RegisterError, match="不再列有气象局"):
        register.load_pack(copied_pack, by=CLERK, at=AT)


def test_a_unit_may_go_when_its_periods_are_issued(import_orders, copied_pack, tmp_path):
    import_orders(("GD001", "2021-10-12"), unit="气象局")
    assess.run("weibin", Q4, by=CLERK, at=AT)
    reds = {one.code: "样例数据不全" for one in issue.check("weibin", Q4)[1] if one.severity == "red"}
    assert issue.run("weibin", Q4, tmp_path / "印", waivers=reds, by=CLERK, at=AT).notice
    without_weather(copied_pack)
    assert register.load_pack(copied_pack, by=CLERK, at=AT).changed
    with pytest.raises(AssessmentError, match="气象局"):  # assessing that period anew needs the unit
        assess.run("weibin", Q4, by=CLERK, at=AT)
    assert reproduce.run("weibin/2021Q4").differences == ()  # but what was issued is made again
