"""A notice is issued from what is current, or by a person's answer; files and record go together."""

import pytest

from gongkai.actions import assess, issue, register, undo, waiving
from gongkai.records import models
from gongkai.records.snapshots import SnapshotError
from tests.actions.conftest import Q4, edit
from tests.conftest import AT, CLERK

ALL_FILES = {"通报.docx", "通报.pdf", "附件.xlsx", "问题清单.xlsx"}
STALE = "stale_assessment:facts"


@pytest.fixture
def run(assessed, tmp_path):
    """Issue into the folder 印; every red item but those about staleness is answered for."""

    def issued(target="印", **waivers: str) -> issue.Issued:
        _, issues = issue.check("weibin", Q4)
        reds = {one.code: "样例数据不全" for one in issues if one.severity == "red"}
        reasons = {code: reason for code, reason in reds.items() if not code.startswith("stale")}
        return issue.run("weibin", Q4, tmp_path / target, waivers=reasons | waivers, by=CLERK, at=AT)

    return issued


def names(folder) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_same_notice_is_recorded_once_and_written_again(run, tmp_path):
    first, again = run(), run("又")
    assert (first.new, again.new) == (True, False)
    assert first.notice == again.notice
    assert names(tmp_path / "印") == names(tmp_path / "又") == ALL_FILES


def test_facts_imported_after_the_assessment_stop_it_until_assessed_again(run, import_orders, tmp_path):
    run()
    import_orders(("GD002", "2021-10-12"))
    stopped = run("停")
    assert [found.code for found in stopped.open_reds] == [STALE]
    assert names(tmp_path / "停") == {"问题清单.xlsx"}
    assert assess.run("weibin", Q4, by=CLERK, at=AT).row.number == 2
    assert run("停").notice is not None
    assert names(tmp_path / "停") == ALL_FILES


def test_an_undone_update_is_assessed_again_and_issued(run, import_orders):
    second = import_orders(("GD001", "2021-10-20"))
    assess.run("weibin", Q4, by=CLERK, at=AT)
    undo.run(second.pk, by=CLERK, at=AT)
    assert [found.code for found in run().open_reds] == [STALE]
    assess.run("weibin", Q4, by=CLERK, at=AT)
    assert run().notice is not None


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("office.toml", 'frequency = "1条/2周"', 'frequency = "1条/月"'),
        ("scheme.toml", 'version = "', 'version = "改'),
        ("notice.md", "\n", "\n\n"),
    ],
)
def test_a_pack_edited_after_the_assessment_stops_it_and_the_file_is_named(run, copied_pack, file, old, new):
    edit(copied_pack, file, old, new)
    register.load_pack(copied_pack, by=CLERK, at=AT)
    stopped = run()
    assert [found.code for found in stopped.open_reds] == ["stale_assessment:pack"]
    assert file in stopped.open_reds[0].right


def test_what_is_issued_is_what_was_assessed_even_when_the_pack_moved_on(run, copied_pack):
    edit(copied_pack, "notice.md", "\n", "\n一、另起一段\n")
    register.load_pack(copied_pack, by=CLERK, at=AT)
    issued = run(**{"stale_assessment:pack": "名册改动不涉及本期"})
    assert issued.notice is not None
    assert "另起一段" not in repr(issued.plan)


def test_the_period_before_assessed_anew_is_noticed(run, import_counts):
    import_counts(("财政局", 8), period=Q4.previous())
    assess.run("weibin", Q4.previous(), by=CLERK, at=AT)
    assert [found.code for found in run().open_reds] == ["stale_assessment:previous"]


def test_a_confirmed_name_stops_nothing(run):
    register.confirm_alias("weibin", "财政局", "财局", by=CLERK, at=AT)
    assert run().open_reds == ()


def test_without_its_snapshot_nothing_is_issued(run, assessed, home):
    (home / "snapshots" / assessed.row.snapshot / "orders.parquet").unlink()
    with pytest.raises(SnapshotError, match=r"缺少文件 orders\.parquet"):
        run()


def test_a_waiver_needs_a_red_item_and_a_reason(run, import_orders):
    import_orders(("GD002", "2021-10-12"))
    with pytest.raises(waiving.WaiverError, match="必须写明理由"):
        run(**{STALE: " "})
    with pytest.raises(waiving.WaiverError, match="本次校核没有代码"):
        run(nothing="因故")
    assert not models.Waiver.objects.filter(code=STALE).exists()


def test_a_red_item_passes_with_a_reason_on_record(run, import_orders):
    import_orders(("GD002", "2021-10-12"))
    for _ in range(2):
        assert run(**{STALE: "工单不列入本期通报"}).open_reds == ()
    waiver = models.Waiver.objects.get(code=STALE)
    assert waiver.reason == "工单不列入本期通报"
    entry = models.AuditEntry.objects.get(action="notice.waive", object=f"weibin/2021Q4/{STALE}")
    assert entry.new["reason"] == waiver.reason
    assert entry.new["issue"]["message"] == waiver.issue["message"]


def test_a_changed_reason_keeps_the_old_one_in_the_audit(run, import_orders):
    import_orders(("GD002", "2021-10-12"))
    run(**{STALE: "甲"})
    run(**{STALE: "乙"})
    last = models.AuditEntry.objects.filter(action="notice.waive").last()
    assert (last.old, last.new["reason"]) == ("甲", "乙")


def test_a_waiver_does_not_cover_the_same_item_with_other_figures(run, import_orders):
    import_orders(("GD002", "2021-10-12"))
    run(**{STALE: "工单不列入本期通报"})
    import_orders(("GD003", "2021-10-12"))
    stopped = run()
    assert [found.code for found in stopped.open_reds] == [STALE]
    assert stopped.lapsed == (STALE,)


def test_files_that_cannot_be_written_leave_no_record(run, tmp_path):
    (tmp_path / "印").write_text("不是目录")
    with pytest.raises(FileExistsError):
        run()
    (tmp_path / "又" / "通报.pdf").mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        run("又")
    assert names(tmp_path / "又") == {"通报.pdf"}
    assert not models.Notice.objects.exists()


def test_a_record_that_is_refused_leaves_no_file(run, import_orders, tmp_path, monkeypatch):
    render = issue.pdf.render

    def meanwhile(plan):
        import_orders(("GD002", "2021-10-12"))
        return render(plan)

    monkeypatch.setattr(issue.pdf, "render", meanwhile)
    with pytest.raises(issue.IssueError, match="请重新印发"):
        run()
    assert names(tmp_path / "印") == set()
    assert not models.Notice.objects.exists()


def test_a_period_without_dates_in_the_pack_is_told_what_to_add(import_counts, tmp_path):
    before = Q4.previous()
    import_counts(("财政局", 8), period=before)
    assess.run("weibin", before, by=CLERK, at=AT)
    with pytest.raises(issue.IssueError, match="没有写明 2021Q3 通报的日期"):
        issue.run("weibin", before, tmp_path, waivers={}, by=CLERK, at=AT)


def test_a_draft_is_printed_under_its_own_names_and_holds_nothing(assessed, tmp_path):
    drafted = issue.draft("weibin", Q4, tmp_path / "draft")
    assert names(tmp_path / "draft") == {"草稿-通报.docx", "草稿-通报.pdf", "草稿-附件.xlsx", "问题清单.xlsx"}
    assert drafted.notice is None
    assert not models.Notice.objects.exists()
    undo.run(assessed.row.batches[0], by=CLERK, at=AT)


def test_a_citizens_number_in_the_wording_stops_it_and_is_told_masked(run, copied_pack, tmp_path):
    number = "610103198001010011"
    edit(copied_pack, "notice.md", "\n", f"\n\n来信人身份证号{number}。\n\n")
    register.load_pack(copied_pack, by=CLERK, at=AT)
    assess.run("weibin", Q4, by=CLERK, at=AT)
    _, found = issue.check("weibin", Q4)
    (exposed,) = [one for one in found if one.code == "personal:身份证号"]
    assert number not in str(exposed)
    reasons = {one.code: "样例数据不全" for one in found if one.severity == "red" and one != exposed}
    stopped = issue.run("weibin", Q4, tmp_path / "停", waivers=reasons, by=CLERK, at=AT)
    assert stopped.open_reds == (exposed,)
    assert names(tmp_path / "停") == {"问题清单.xlsx"}
