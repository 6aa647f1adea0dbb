"""Many faults of one kind are one line for a screen; the marked copy still has each of them."""

from source_files import SUBMISSIONS, ReadRows

from gongkai.sources.faults import Code, Place, grouped

ITEMS = ["报送单位", "标题", "报送日期"]


def test_a_list_of_another_period_is_one_line_with_all_its_places(read_rows: ReadRows):
    rows = [["财政局", f"第{number}条", "2021-08-01"] for number in range(30)]
    found = read_rows([ITEMS, *rows, ["外星局", "另一条", "2021-10-08"]])
    outside, unknown = grouped(found.faults)
    assert (outside.fault, outside.times) == (found.faults[0], 30)
    assert outside.places[0] == Place("Sheet1", 2, "C")
    assert [place.row for place in outside.places] == list(range(2, 32))
    assert (unknown.fault.code, unknown.times) == (Code.UNIT_UNKNOWN, 1)
    assert len(found.faults) == 31


def test_what_is_said_of_another_column_is_another_line(read_rows: ReadRows):
    found = read_rows([SUBMISSIONS[0], ["财政局", "许多", "很多", 0], ["司法局", 24, "若干", 0]])
    assert [(alike.fault.column, alike.times) for alike in grouped(found.faults)] == [("B", 1), ("C", 2)]


def test_no_fault_is_no_line():
    assert grouped([]) == []
