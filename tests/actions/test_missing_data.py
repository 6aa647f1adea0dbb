"""Data that nobody handed in is not zero: it is said before anything is printed, and only a person lets it pass."""

import pytest

from gongkai.actions import assess, ingest, issue, reproduce, undo
from gongkai.records import facts, models, offices
from gongkai.terms import Period
from tests.actions.conftest import Q4, REPORTS
from tests.conftest import AT, CLERK, OFFICES

SAMPLE = OFFICES / "weibin/sample"
ALL = ("submissions", "columns", "posts", "messages")


def take(*paths, **options):
    for path in paths:
        _, batch = ingest.run(path, office="weibin", period=Q4, by=CLERK, at=AT, **options)
        assert batch


def gate() -> dict[str, issue.Issue]:
    """Code → red item, of the period assessed as it stands."""
    assess.run("weibin", Q4, by=CLERK, at=AT)
    return {one.code: one for one in issue.check("weibin", Q4)[1] if one.severity == "red"}


def samples(*kinds: str):
    return [SAMPLE / f"{kind}.xlsx" for kind in kinds]


def test_with_one_table_of_four_the_other_three_are_asked_for(weibin, tmp_path):
    take(*samples("submissions"))
    found = gate()
    assert {"unread:columns", "unread:posts", "unread:messages"} <= found.keys()
    assert "unread:submissions" not in found
    assert "40项栏目更新任务没有读到数据" in found["unread:columns"].message
    assert "导入栏目更新表" in found["unread:columns"].message
    assert issue.run("weibin", Q4, tmp_path / "印", waivers={}, by=CLERK, at=AT).notice is None


def test_with_all_tables_nothing_is_asked_for(weibin):
    take(*samples(*ALL))
    assert gate() == {}


def test_units_that_a_table_of_counts_does_not_list_are_not_units_that_reported_nothing(
    weibin, import_counts
):
    units = [unit.name for unit in offices.load(offices.get("weibin")).units if unit.ranked][:10]
    import_counts(*((unit, 0) for unit in units))
    take(*samples("columns", "posts", "messages"))
    red = gate()["unread:submissions"]
    assert "31家单位" in red.message
    assert (len(red.units), set(red.units) & set(units)) == (31, set())


def test_a_list_of_events_says_of_everybody_else_that_there_was_nothing(weibin, sheet):
    listed = sheet(("标题", "单位", "报送日期"), ("召开会议", "财政局", "2021-10-08"), name="信息报送.xlsx")
    take(listed, kind="submissions")
    take(*samples("columns", "posts", "messages"))
    assert "unread:submissions" not in gate()


def test_a_month_that_was_not_handed_in_is_named(weibin, sheet):
    head = ("栏目名称", "保障单位", "10月", "11月")
    office = offices.load(offices.get("weibin"))
    rows = dict.fromkeys((c.name, unit) for c in office.columns for d in c.duties for unit in d.units)
    take(sheet(head, *((*row, 9, 9) for row in rows), name="栏目更新.xlsx"))
    assert "（12月）" in gate()["unread:columns"].message


def test_what_is_missing_passes_by_a_person_s_answer(weibin, import_counts, tmp_path):
    take(*samples("columns", "posts", "messages"))
    import_counts(("财政局", 8))
    reasons = dict.fromkeys(gate(), "其余单位本期免报")
    issued = issue.run("weibin", Q4, tmp_path / "印", waivers=reasons, by=CLERK, at=AT)
    assert issued.notice is not None
    assert models.Waiver.objects.filter(code="unread:submissions").exists()


def test_what_was_unread_is_found_again_from_the_snapshot(import_counts):
    import_counts(("财政局", 8))
    assessed = assess.run("weibin", Q4, by=CLERK, at=AT)
    assert {one.kind for one in assessed.content.unread} == {"submissions", "columns", "posts"}
    assert reproduce.run(assessed.row.code).differences == ()


def test_a_period_without_any_import_is_not_assessed(qianyang):
    with pytest.raises(assess.AssessError, match="2022Q2 尚未导入任何数据"):
        assess.run("qianyang", Period.parse("2022Q2"), by=CLERK, at=AT)
    assert not models.Assessment.objects.exists()


def test_nor_one_whose_only_import_was_undone(import_counts):
    undo.run(import_counts(("财政局", 8)).pk, by=CLERK, at=AT)
    with pytest.raises(assess.AssessError, match="尚未导入任何数据"):
        assess.run("weibin", Q4, by=CLERK, at=AT)


def test_rows_that_were_left_out_stop_the_notice(weibin, sheet):
    rows = (("财政局", 24, 8, 3), ("无此局", 24, 9, 3), ("姜谭", 24, 9, 3))
    take(sheet(REPORTS, *rows, name="报送.xlsx"), accept_good=True)
    found = gate()
    assert "“无此局”" in found["source:unit-unknown"].message
    assert "报送.xlsx" in found["source:unit-unknown"].left
    assert "“姜谭”" in found["source:unit-ambiguous"].message


def test_a_total_that_does_not_add_up_is_kept(weibin, sheet):
    take(sheet(REPORTS, ("财政局", 24, 8, 3), ("合计", 24, 9, 3)), accept_good=True)
    assert "两者不符" in gate()["source:total-mismatch"].message


def test_a_table_of_another_period_is_refused_whole(weibin, sheet):
    path = sheet(("2021年三季度信息报送情况统计表",), REPORTS, ("财政局", 24, 8, 3))
    seen, batch = ingest.run(path, office="weibin", period=Q4, by=CLERK, at=AT, accept_good=True)
    assert (seen.refused, batch) == (True, None)
    assert list(facts.read(offices.get("weibin"), "2021Q4", "submissions")) == []
