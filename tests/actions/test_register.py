"""Registers: a pack is checked whole, loaded once, and never loses what people confirmed."""

import shutil

import pytest

from gongkai.actions import ingest, register
from gongkai.office.files import PackError
from gongkai.records import offices
from gongkai.records.models import AuditEntry
from gongkai.terms import Period
from tests.conftest import AT, CLERK, OFFICES


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(OFFICES / "weibin", tmp_path / "weibin")


def edit(folder, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


@pytest.mark.parametrize("name", ["weibin", "qianyang"])
def test_the_shipped_packs_have_no_fault_and_export_unchanged(home, name):
    register.load_pack(OFFICES / name, by=CLERK, at=AT)
    register.export_pack(name, home / "exported")
    for path in (home / "exported").iterdir():
        assert path.read_bytes() == (OFFICES / name / path.name).read_bytes()


def test_loading_what_is_there_changes_nothing(weibin):
    assert not register.load_pack(OFFICES / "weibin", by=CLERK, at=AT).changed
    assert AuditEntry.objects.count() == 1


def test_an_edited_pack_is_loaded_and_the_audit_keeps_both(weibin, copy):
    edit(copy, "office.toml", 'frequency = "1条/2周"', 'frequency = "1条/月"')
    assert register.load_pack(copy, by=CLERK, at=AT).changed
    entry = AuditEntry.objects.last()
    assert entry.old["office.toml"] != entry.new["office.toml"]


def test_faults_of_all_three_files_come_at_once(copy):
    edit(copy, "office.toml", "units = [", "unts = [")
    edit(copy, "scheme.toml", "name = ", "nmae = ")
    with pytest.raises(PackError) as raised:
        register.check_pack(copy)
    assert {fault.file for fault in raised.value.faults} >= {"office.toml", "scheme.toml"}


def test_wording_that_asks_for_an_unknown_name_is_a_fault_of_the_pack(copy):
    edit(copy, "notice.md", "{{", "{{ no_such_name }}{{")
    with pytest.raises(PackError) as raised:
        register.check_pack(copy)
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


def test_a_pack_cannot_drop_a_unit_that_facts_speak_of(weibin, copy, sheet):
    head = ("工单编号", "承办单位", "诉求类型", "受理时间", "办结时限", "办结时间")
    row = ("GD001", "气象局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12")
    ingest.run(sheet(head, row), office="weibin", period=Period.parse("2021Q4"), by=CLERK, at=AT)
    text = (copy / "office.toml").read_text().replace("气象局", "地震局")
    (copy / "office.toml").write_text(text)
    with pytest.raises(register.RegisterError, match="不再列有 气象局"):
        register.load_pack(copy, by=CLERK, at=AT)
