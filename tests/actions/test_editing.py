"""Registers edited an entry at a time: what changes, what follows, what is refused."""

from datetime import date

import pytest

from gongkai.actions import editing, undo
from gongkai.actions.editing import EditError, EntryMoved
from gongkai.office import files, pack
from gongkai.office.editing import registers
from gongkai.records import audit, edited, imported, offices, register_history
from gongkai.records.models import (
    Adoption,
    Assessment,
    ColumnUpdate,
    Membership,
    Person,
    Post,
    Publication,
    Submission,
    Unit,
    UnitAlias,
    WorkOrder,
)
from gongkai.workflows.assessments import State
from gongkai.workflows.roles import Role
from tests.conftest import AT, CLERK

WHO = {"by": CLERK, "at": AT}


@pytest.fixture
def row(weibin):
    return offices.get("weibin")


def entry(row, register: str, key: str):
    return registers.find(offices.load(row), register, key)


def replaced(row, register: str, key: str, **changes: object) -> dict[str, int]:
    """Change fields of an entry as somebody would who has just opened it."""
    before = entry(row, register, key)
    after = before.model_copy(update=changes)
    return editing.replace(row, register, key, after, version=registers.version(before), **WHO)


def test_a_changed_entry_is_the_only_thing_that_changes(row):
    before = offices.load(row)
    replaced(row, "units", "财政局", note="二楼")
    after = offices.load(row)
    assert entry(row, "units", "财政局").note == "二楼"
    assert [unit for unit in after.units if unit.name != "财政局"] == [
        unit for unit in before.units if unit.name != "财政局"
    ]
    assert files.dumps(after)["scheme.toml"] == files.dumps(before)["scheme.toml"]
    assert after.columns == before.columns


def test_a_change_is_on_record_with_old_and_new(row):
    replaced(row, "outlets", "渭滨发布", level="县级")
    told = register_history.of(row, "outlets", "渭滨发布")
    assert [(each.label, each.by) for each in told] == [("修改", "某某"), ("载入工作包", "某某")]
    assert (told[0].old["level"], told[0].new["level"]) == ("区级", "县级")
    assert audit.verify().broken is None


def test_every_register_can_be_edited_and_comes_back_as_written(row):
    changes = {
        "groups": ("镇街", {"name": "街镇"}),
        "columns": ("教育信息", {"note": "每两周一条"}),
        "accounts": ("渭滨司法·微信服务号", {"holder": "司法局"}),
        "limits": ("messages·", {"limit": pack.TimeLimit(days=7)}),
        "rules": ("", {"quota": 30}),
        "notice": ("", {"issuer": "某某办公室"}),
        "notices": ("2021Q4", {"rectify_by": "2022-01-25"}),
    }
    for register, (key, change) in changes.items():
        replaced(row, register, key, **change)
    office = offices.load(row)
    assert office.rules.submissions == pack.SubmissionRules(quota=30)
    assert office.rules.message_limits == (pack.TimeLimit(days=7),)
    assert office.notice.issuer == "某某办公室"
    assert office.notices[0].rectify_by == "2022-01-25"
    assert {unit.group for unit in office.units} == {"部门", "街镇"}
    assert files.loads(*files.dumps(office).values()) == office


def test_the_second_of_two_people_is_told_who_was_first(row):
    shown = entry(row, "units", "财政局")
    replaced(row, "units", "财政局", note="先改的")
    with pytest.raises(EntryMoved, match="由某某于 2022-01-10 17:00 修改"):
        editing.replace(
            row,
            "units",
            "财政局",
            shown.model_copy(update={"note": "后改的"}),
            version=registers.version(shown),
            **WHO,
        )
    assert entry(row, "units", "财政局").note == "先改的"


def test_a_renamed_unit_keeps_its_old_name_and_takes_everything_along(row, import_orders):
    import_orders(("GD001", "2021-10-12"), unit="市场监管局")
    someone = Person.objects.create(username="xin", name="某某", joined_at=AT)
    Membership.objects.create(person=someone, office=row, role=Role.LIAISON, unit="市场监管局")
    pk = Unit.objects.get(name="市场监管局").pk
    carried = replaced(row, "units", "市场监管局", name="市监局")
    office = offices.load(row)
    assert carried == {"orders": 1}
    assert "市场监管局" in entry(row, "units", "市监局").aliases
    assert Membership.objects.get().unit == "市监局"
    assert Unit.objects.get(name="市监局").pk == pk
    assert not any("市场监管局" in duty.units for column in office.columns for duty in column.duties)
    assert (
        next(account.unit for account in office.accounts if account.name == "渭滨区市场监督管理局")
        == "市监局"
    )


def test_history_follows_a_rename(row):
    replaced(row, "units", "财政局", note="甲")
    replaced(row, "units", "财政局", name="财政和国资局")
    told = register_history.of(row, "units", "财政和国资局")
    assert [each.label for each in told] == ["修改", "修改", "载入工作包"]


def test_what_is_remembered_of_imports_is_forgotten_when_facts_take_another_name(row, import_counts):
    batch = import_counts(("财政局", 8))
    before = imported.into(row, "2021Q4").digest
    replaced(row, "units", "财政局", name="财政和国资局")
    assert imported.into(row, "2021Q4").digest != before
    batch.refresh_from_db()
    assert set(batch.names.values()) <= {"财政和国资局"}
    told = register_history.of(row, "units", "财政和国资局")[0]
    assert (told.label, told.new["carried"]) == ("数据随之改名", {"submissions": 1, "adoptions": 1})


def test_facts_carried_to_a_new_name_are_known_again_when_read_again(row, import_counts):
    import_counts(("财政局", 8))
    replaced(row, "units", "财政局", name="财政和国资局")
    batch = import_counts(("财政局", 9))
    assert [(fact.unit, fact.quantity) for fact in Submission.objects.all()] == [("财政和国资局", 9)]
    undo.run(batch.pk, by=CLERK, at=AT)
    assert [(fact.unit, fact.quantity) for fact in Submission.objects.all()] == [("财政和国资局", 8)]


def test_a_renamed_outlet_column_and_account_take_their_facts_along(row, import_counts):
    batch = import_counts(("发改局", 8))
    place = {"day": date(2021, 12, 31), "precision": "period", "sheet": "表", "row": 1}
    said = {"office": row, "period": "2021Q4", "batch": batch, "unit": "发改局", **place}
    ColumnUpdate.objects.create(**said, column="规划信息", title="", key="规划信息|发改局|2021-12")
    Post.objects.create(**said, account="渭滨司法·微信服务号", title="", key="渭滨司法·微信服务号|2021Q4")
    assert replaced(row, "outlets", "区政府网站", name="区门户网站") == {"adoptions": 1}
    assert replaced(row, "columns", "规划信息", name="规划计划") == {"columns": 1}
    assert replaced(row, "accounts", "渭滨司法·微信服务号", platform="微信订阅号") == {"posts": 1}
    replaced(row, "units", "发改局", name="发展改革局")
    keys = [model.objects.get().key for model in (Adoption, ColumnUpdate, Post)]
    assert keys == [
        "发展改革局|区门户网站|2021Q4",
        "规划计划|发展改革局|2021-12",
        "渭滨司法·微信订阅号|2021Q4",
    ]
    assert Post.objects.get().unit == "发展改革局"


def test_facts_of_a_published_period_keep_the_names_they_were_decided_with(row, assessed):
    stored = Assessment.objects.get()
    Publication.objects.create(office=row, period="2021Q4", assessment=stored, state=State.PUBLISHED)
    assert replaced(row, "units", "财政局", name="财政和国资局") == {}
    assert WorkOrder.objects.get().unit == "财政局"


def test_what_an_undo_brings_back_comes_under_the_new_name(row, import_counts):
    import_counts(("财政局", 8))
    batch = import_counts(("财政局", 9))
    replaced(row, "units", "财政局", name="财政和国资局")
    undo.run(batch.pk, by=CLERK, at=AT)
    assert [(fact.unit, fact.key) for fact in Submission.objects.all()] == [
        ("财政和国资局", "财政和国资局|2021Q4")
    ]


def test_an_entry_with_facts_is_not_removed(row, import_counts):
    import_counts(("财政局", 8))
    shown = entry(row, "units", "财政局")
    with pytest.raises(EditError, match="信息报送 1 条"):
        editing.remove(row, "units", "财政局", version=registers.version(shown), **WHO)


def test_a_unit_that_keeps_a_column_is_not_removed(row):
    shown = entry(row, "units", "司法局")
    with pytest.raises(EditError) as refused:
        editing.remove(row, "units", "司法局", version=registers.version(shown), **WHO)
    assert "栏目名册第1行“规范性文件”：单位“司法局”不在单位名册中" in str(refused.value)


def test_a_unit_nobody_speaks_of_goes(row):
    shown = entry(row, "units", "试验办")
    editing.remove(row, "units", "试验办", version=registers.version(shown), **WHO)
    assert "试验办" not in offices.load(row).unit_order


def test_every_fault_is_told_at_once_in_its_field(row):
    bad = pack.Unit(name="财政局", kind=pack.UnitKind.DEPARTMENT, group="没有的组", aliases=("司法局",))
    shown = entry(row, "units", "财政局")
    with pytest.raises(EditError) as refused:
        editing.replace(row, "units", "财政局", bad, version=registers.version(shown), **WHO)
    faults = {fault.field: fault.message for fault in refused.value.faults}
    assert faults.keys() == {"group", "aliases"}
    assert "不在分组中" in faults["group"]
    assert "单位名册第5行“司法局”" in faults["aliases"]


def test_a_name_that_is_there_is_not_added_again(row):
    with pytest.raises(EditError, match="已有“渭滨发布”"):
        editing.add(row, "outlets", pack.Outlet(name="渭滨发布", level="区级"), **WHO)


def test_an_entry_is_added_and_moved(row):
    editing.add(row, "outlets", pack.Outlet(name="陕西日报", level="省级"), **WHO)
    editing.move(row, "outlets", "陕西日报", up=True, **WHO)
    editing.move(row, "outlets", "区政府网站", up=True, **WHO)
    names = [outlet.name for outlet in offices.load(row).outlets]
    assert names[0] == "区政府网站"
    assert names[-2:] == ["陕西日报", "省政府办公厅"]


def test_a_name_confirmed_by_a_person_stays_so(row):
    UnitAlias.objects.create(office=row, unit=Unit.objects.get(name="财政局"), name="区财局", confirmed=True)
    replaced(row, "units", "财政局", aliases=("区财局", "财局"))
    assert list(UnitAlias.objects.filter(unit__name="财政局").values_list("name", "confirmed")) == [
        ("区财局", True),
        ("财局", False),
    ]


def test_what_is_saved_by_differences_is_what_is_saved_whole(row, qianyang):
    """The one office turned into the other by differences equals the other saved whole."""
    before = offices.load(row)
    other = offices.load(offices.get("qianyang"))
    after = registers.made(other, {"key": "weibin"})
    edited.save(row, before, after)
    assert offices.load(row) == after


def test_a_sheet_that_was_previewed_before_another_change_is_not_written(row):
    shown = registers.digest(offices.load(row), "outlets")
    replaced(row, "outlets", "渭滨发布", level="县级")
    with pytest.raises(EntryMoved, match="预览之后，采用渠道由某某于"):
        editing.install(row, "outlets", lambda office: office, version=shown, **WHO)
