"""A file is written whole or not at all; the same thing is never counted twice; nothing is lost."""

from datetime import date

from gongkai.actions import ingest
from gongkai.records import audit, facts, offices
from gongkai.records.models import AuditEntry, Batch
from gongkai.terms import Period
from tests.conftest import AT, CLERK, OFFICES

Q4 = Period.parse("2021Q4")
HEAD = ("工单编号", "承办单位", "诉求类型", "受理时间", "办结时限", "办结时间")
GOOD = ("GD001", "财政局", "投诉", "2021-10-08", "2021-10-15", "2021-10-12")
OTHER = ("GD002", "卫生健康局", "求助", "2021-11-08", "2021-11-15", "2021-11-18")


def run(path, **options):
    return ingest.run(path, office="weibin", period=Q4, by=CLERK, at=AT, **options)


def orders():
    return list(facts.read(offices.get("weibin"), "2021Q4", "orders"))


def test_a_list_of_orders_is_written_with_the_places_it_was_read_from(weibin, sheet):
    _, batch = run(sheet(("工单台账",), HEAD, GOOD, OTHER))
    assert batch.counts == {"orders": {"added": 2, "changed": 0, "same": 0}}
    first, second = orders()
    assert (first.unit, first.day, first.row) == ("财政局", date(2021, 10, 8), 3)
    assert second.unit == "卫健局"  # an alias, matched to the register's name


def test_the_same_file_twice_adds_nothing(weibin, sheet):
    path = sheet(HEAD, GOOD, OTHER)
    run(path)
    seen, batch = run(path)
    assert batch is None
    assert seen.differences["orders"].same == 2
    assert Batch.objects.count() == 1


def test_overlapping_exports_update_by_number_and_the_audit_keeps_the_old_value(weibin, sheet):
    run(sheet(HEAD, GOOD, OTHER))
    later = (*GOOD[:5], "2021-10-20")
    _, batch = run(sheet(HEAD, later, OTHER, name="重新导出.xlsx"))
    assert batch.counts["orders"] == {"added": 0, "changed": 1, "same": 1}
    assert orders()[0].closed == date(2021, 10, 20)
    assert AuditEntry.objects.get(action="fact.change", object=f"weibin/2021Q4/{batch.pk}/orders").old == [
        {"key": "GD001", "closed": "2021-10-12"}
    ]
    assert audit.verify().broken is None


def test_a_preview_writes_nothing(weibin, sheet):
    seen = ingest.preview(sheet(HEAD, GOOD), office="weibin", period=Q4)
    assert len(seen.differences["orders"].added) == 1
    assert orders() == []


def test_one_bad_row_keeps_the_whole_file_out(weibin, sheet):
    seen, batch = run(sheet(HEAD, GOOD, (*OTHER[:5], "2021-11-01")))  # closed before received
    assert batch is None
    assert seen.refused
    assert [(fault.row, fault.column) for fault in seen.faults] == [(3, "F")]
    assert orders() == []


def test_good_rows_are_taken_when_the_clerk_says_so(weibin, sheet):
    seen, batch = run(sheet(HEAD, GOOD, (*OTHER[:5], "2021-11-01")), accept_good=True)
    assert batch.counts["orders"]["added"] == 1
    assert seen.refused  # and still listed


def test_counts_after_a_list_of_the_same_are_refused_with_the_remedy(weibin, sheet):
    run(
        sheet(("标题", "单位", "报送日期"), ("财政局：召开会议", "财政局", "2021-10-08"), name="清单.xlsx"),
        kind="submissions",
    )
    seen, batch = run(OFFICES / "weibin/sample/submissions.xlsx")
    assert batch is None
    assert [fault.value for fault in seen.faults] == ["财政局"]
    assert "重复计算" in seen.faults[0].reason
