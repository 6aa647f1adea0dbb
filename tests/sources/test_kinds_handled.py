"""网民留言 and 12345工单: what is received, due and closed, as lists and as counts."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source_files import ReadRows, codes

from gongkai.measures.facts import Outcome
from gongkai.sources.faults import Code, Severity

ORDERS = [
    "工单编号",
    "承办单位",
    "受理时间",
    "诉求类型",
    "办理期限",
    "办结时间",
    "办理结果",
    "是否返工",
    "是否退单",
    "回访结果",
]


def order(**changes: object) -> list[object]:
    row = dict.fromkeys(ORDERS)
    row |= {"工单编号": "A1", "承办单位": "财政局", "受理时间": "2021-10-08", "办理期限": "2021-10-15"}
    return list((row | {"办结时间": "2021-10-12"} | changes).values())


def outcomes(facts) -> dict[str, int]:
    total: Counter[str] = Counter()
    for fact in facts:
        total[fact.outcome] += fact.quantity
    return {outcome: quantity for outcome, quantity in total.items() if quantity}


def test_an_order_keeps_its_dates_type_and_callback(read_rows: ReadRows):
    row = order(诉求类型="投诉类", 是否返工="是", 是否退单="否", 回访结果="不满意")
    (fact,) = read_rows([ORDERS, row]).facts["orders"]
    assert (fact.unit, fact.day, fact.due, fact.closed) == (
        "财政局",
        date(2021, 10, 8),
        date(2021, 10, 15),
        date(2021, 10, 12),
    )
    assert (fact.number, fact.key, fact.type, fact.outcome) == ("A1", "A1", "投诉", Outcome.BY_DATES)
    assert (fact.redone, fact.returned, fact.satisfied, fact.dissatisfied) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("words", "closed", "outcome"),
    [
        ("按期办结", "2021-10-12", Outcome.ON_TIME),
        ("超期办结", "2021-10-20", Outcome.LATE),
        ("已办结", "2021-10-12", Outcome.BY_DATES),
        ("办理中", None, Outcome.OPEN),
        ("逾期未办结", None, Outcome.LATE_OPEN),
        ("自主撤单", None, Outcome.WITHDRAWN),
        (None, None, Outcome.BY_DATES),
    ],
)
def test_the_state_is_read_in_the_words_of_the_hotline(read_rows: ReadRows, words, closed, outcome):
    found = read_rows([ORDERS, order(办理结果=words, 办结时间=closed)])
    assert found.faults == []
    assert found.facts["orders"][0].outcome == outcome


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"办结时间": "2021-10-07"}, Code.CLOSED_BEFORE_RECEIVED),
        ({"办理期限": "2021-10-01"}, Code.DUE_BEFORE_RECEIVED),
        ({"受理时间": "2021-09-30"}, Code.DAY_OUTSIDE),
        ({"受理时间": None}, Code.BLANK),
        ({"工单编号": None}, Code.BLANK),
        ({"承办单位": "外星局"}, Code.UNIT_UNKNOWN),
        ({"办理结果": "已办结", "办结时间": None}, Code.CLOSED_WITHOUT_DAY),
        ({"办理结果": "办理中"}, Code.STATE_CONTRADICTS),
        ({"办理结果": "转呈"}, Code.STATE_UNKNOWN),
        ({"是否返工": "也许"}, Code.FLAG_INVALID),
        ({"工单编号": 2.0211008123456789e17}, Code.NUMBER_IMPRECISE),
        ({"办结时间": "2021-02-30"}, Code.DAY_IMPOSSIBLE),
    ],
)
def test_an_order_that_cannot_be_true_is_refused(read_rows: ReadRows, changes, code: Code):
    found = read_rows([ORDERS, order(**changes)])
    assert [(fault.code, fault.severity) for fault in found.faults] == [(code, Severity.ERROR)]


def test_a_state_that_its_dates_deny_is_told(read_rows: ReadRows):
    found = read_rows([ORDERS, order(办理结果="按期办结", 办结时间="2021-10-20")])
    assert [(fault.code, fault.severity) for fault in found.faults] == [
        (Code.STATE_CONTRADICTS, Severity.WARNING)
    ]


def test_a_callback_that_says_nothing_counts_for_nobody(read_rows: ReadRows):
    found = read_rows([ORDERS, order(回访结果="一般"), order(工单编号="A2", 回访结果="未接通")])
    assert codes(found) == [Code.STATE_UNKNOWN]
    assert all(fact.satisfied == fact.dissatisfied == 0 for fact in found.facts["orders"])


def test_a_number_twice_is_refused_and_a_row_twice_is_told(read_rows: ReadRows):
    rows = [ORDERS, order(), order(), order(承办单位="司法局")]
    found = read_rows(rows)
    assert [(fault.row, fault.code) for fault in found.faults] == [
        (3, Code.DUPLICATE_ROW),
        (4, Code.DUPLICATE),
    ]
    assert len(found.facts["orders"]) == 1


def test_a_list_ends_where_its_notes_begin(read_rows: ReadRows):
    rows = [ORDERS, order(), [], ["合计", None, "1件"], ["备注：以上为四季度工单"], ["2.含重复诉求"]]
    found = read_rows(rows)
    assert found.faults == []
    assert len(found.facts["orders"]) == 1


def test_a_list_with_merged_units(read_rows: ReadRows):
    rows = [ORDERS, order(), order(工单编号="A2", 承办单位=None), order(工单编号="A3", 承办单位=None)]
    found = read_rows(rows, merges=["B2:B3"])
    assert [(fault.row, fault.code) for fault in found.faults] == [(4, Code.BLANK)]
    assert [fact.unit for fact in found.facts["orders"]] == ["财政局", "财政局"]


COUNTS = ["承办单位", "承办件", "自主撤单", "应办结", "按期办结件", "超时办结件", "返工件", "按期办结率"]


def test_the_withdrawn_are_handled_but_not_due(read_rows: ReadRows):
    found = read_rows([COUNTS, ["财政局", 391, 60, 331, 329, 2, 3, "99.4%"]])
    assert found.faults == []
    facts = found.facts["orders"]
    assert outcomes(facts) == {"on_time": 329, "late": 2, "withdrawn": 60}
    assert sum(fact.redone for fact in facts) == 3


def test_the_published_form_has_neither_withdrawn_nor_due(read_rows: ReadRows):
    header = ["序号", "承办单位", "承办件", "按期办结件", "超时办结件", "返工件", "按期办结率"]
    found = read_rows([header, [1, "财政局", 22, 20, 2, 0, "90.9%"], [2, "司法局", 0, 0, 0, 0, "—"]])
    assert found.faults == []
    assert outcomes(found.facts["orders"]) == {"on_time": 20, "late": 2}


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (["财政局", 391, 60, 332, 330, 2, 0, None], Code.PARTS_MISMATCH, "D"),
        (["财政局", 391, 60, 331, 328, 2, 0, None], Code.PARTS_MISMATCH, "E"),
        (["财政局", 391, 60, 331, 329, 2, 392, None], Code.PART_EXCEEDS, "G"),
        (["财政局", 391, 60, 331, 329, 2, 0, "98%"], Code.RATE_MISMATCH, "H"),
    ],
)
def test_parts_that_do_not_make_the_whole_are_refused(read_rows: ReadRows, row, code: Code, column: str):
    (fault,) = read_rows([COUNTS, row]).faults
    assert (fault.code, fault.column, fault.severity) == (code, column, Severity.ERROR)


def test_a_rate_may_divide_by_all_that_were_handled(read_rows: ReadRows):
    assert read_rows([COUNTS, ["财政局", 391, 60, 331, 329, 2, 0, "99.5%"]]).faults == []
    assert read_rows([COUNTS, ["财政局", 391, 60, 331, 329, 2, 0, 0.994]]).faults == []


def test_a_unit_named_once_for_its_types(read_rows: ReadRows):
    rows = [
        ["承办单位", "诉求类型", "承办件", "按期办结件", "超时办结件", "未办结件"],
        ["财政局", "投诉类", 5, 4, 1, 0],
        [None, "求助类", 2, 1, 0, 1],
        ["合计", None, 7, 5, 1, 1],
    ]
    found = read_rows(rows)
    assert found.faults == []
    handled: Counter[str] = Counter()
    for fact in found.facts["orders"]:
        handled[fact.type] += fact.quantity
    assert handled == {"投诉": 5, "求助": 2}
    assert outcomes(found.facts["orders"]) == {"on_time": 5, "late": 1, "open": 1}


def test_a_unit_counted_twice_is_refused_whatever_its_outcomes(read_rows: ReadRows):
    rows = [COUNTS, ["财政局", 5, 0, 5, 5, 0, 0, None], ["财政局", 2, 0, 2, 0, 2, 0, None]]
    assert codes(read_rows(rows)) == [Code.DUPLICATE]


MESSAGES = ["单位", "承办数量", "办结数量", "逾期数量"]


def test_overdue_and_open_is_told_from_closed_late(read_rows: ReadRows):
    rows = [MESSAGES, ["卫健局", 1, 0, 1], ["财政局", 6, 6, None], ["司法局", 5, 4, 2]]
    facts = read_rows(rows).facts["messages"]
    by_unit = {unit: outcomes(f for f in facts if f.unit == unit) for unit in ("卫健局", "财政局", "司法局")}
    assert by_unit == {
        "卫健局": {"late_open": 1},
        "财政局": {"on_time": 6},
        "司法局": {"on_time": 3, "late": 1, "late_open": 1},
    }


@pytest.mark.parametrize("row", [["财政局", 3, 4, 0], ["财政局", 3, 3, 4]])
def test_more_closed_or_overdue_than_handled_is_refused(read_rows: ReadRows, row):
    assert codes(read_rows([MESSAGES, row])) == [Code.PART_EXCEEDS]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(handled=st.integers(0, 50), data=st.data())
def test_outcomes_add_up_to_what_was_handled(read_rows: ReadRows, handled: int, data: st.DataObject):
    closed, overdue = (data.draw(st.integers(0, handled)) for _ in range(2))
    ended = Counter(outcomes(read_rows([MESSAGES, ["财政局", handled, closed, overdue]]).facts["messages"]))
    assert sum(ended.values()) == handled
    assert ended["on_time"] + ended["late"] == closed
    assert ended["late"] + ended["late_open"] == overdue


def test_a_list_of_messages(read_rows: ReadRows):
    rows = [
        ["来信编号", "来信类型", "承办单位", "受理日期", "办理期限", "回复日期"],
        ["X1", "咨询", "财政局", "2021.10.8", "2021.10.15", "10月12日"],
        ["X2", "投诉", "司法局", 44477, "2021年10月15日", None],
    ]
    found = read_rows(rows)
    assert found.faults == []
    assert [(fact.number, fact.day, fact.closed) for fact in found.facts["messages"]] == [
        ("X1", date(2021, 10, 8), date(2021, 10, 12)),
        ("X2", date(2021, 10, 8), None),
    ]
