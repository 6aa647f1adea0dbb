"""信息报送, 采用, 栏目, 新媒体, 人工加减分: their forms, and what each finds wrong."""

from collections import Counter
from datetime import date

import pytest
from source_files import SUBMISSIONS, ReadRows, codes

from gongkai.measures.facts import Precision
from gongkai.sources.faults import Code, Severity

# 信息报送


def test_a_list_of_items_is_a_fact_an_item(read_rows: ReadRows):
    rows = [
        ["标题", "报送单位", "报送时间", "是否迟报", "采用媒体"],
        ["甲", "财政局", "2021.10.8", "否", None],
        ["乙", "财政局", date(2021, 12, 31), "是", "宝鸡日报、网站"],
        ["丙", "石鼓镇", "10月8日", None, "未采用"],
    ]
    found = read_rows(rows)
    assert found.faults == []
    assert [(fact.title, fact.late, fact.day.month) for fact in found.facts["submissions"]] == [
        ("甲", 0, 10),
        ("乙", 1, 12),
        ("丙", 0, 10),
    ]
    assert [(fact.title, fact.outlet) for fact in found.facts["adoptions"]] == [
        ("乙", "宝鸡日报"),
        ("乙", "区政府网站"),
    ]


ITEMS = [["标题", "单位", "日期"], ["甲", "财政局", "2021-10-08"]]


def test_a_bare_date_is_the_day_of_an_item_where_a_title_speaks_of_submissions(read_rows: ReadRows):
    for found in (
        read_rows([["四季度信息报送明细"], *ITEMS]),
        read_rows(ITEMS, sheet="供稿"),
        read_rows(ITEMS, kind="submissions"),
    ):
        assert [fact.day for fact in found.facts["submissions"]] == [date(2021, 10, 8)]
        assert found.faults == []


def test_a_list_of_units_titles_and_dates_may_be_anything(read_rows: ReadRows):
    (fault,) = read_rows(ITEMS).faults
    assert fault.code is Code.FORM_UNKNOWN
    assert str(fault) == (
        "工作表“Sheet1”：表头像是“信息报送明细”，但不能确定。请指明资料种类，或在标题中写明“报送”"
    )


def test_a_named_date_comes_before_a_bare_one(read_rows: ReadRows):
    rows = [["标题", "报送单位", "日期", "报送日期"], ["甲", "财政局", "2021-10-08", "2021-11-09"]]
    assert [fact.day.month for fact in read_rows(rows, sheet="报送").facts["submissions"]] == [11]


@pytest.mark.parametrize(
    ("kind", "header", "row"),
    [
        ("adoptions", ["标题", "单位", "媒体"], ["甲", "财政局", "宝鸡日报"]),
        ("columns", ["标题", "单位", "栏目"], ["甲", "司法局", "规范性文件"]),
        ("posts", ["标题", "账号名称", "平台"], ["甲", "平安石鼓", "新浪微博"]),
    ],
)
@pytest.mark.parametrize("bare", ["日期", "时间"])
def test_a_bare_date_is_the_day_of_what_a_list_is_clearly_of(read_rows: ReadRows, kind, header, row, bare):
    found = read_rows([[*header, bare], [*row, "2021-10-08"]])
    assert [fact.day for fact in found.facts[kind]] == [date(2021, 10, 8)]
    assert found.faults == []


@pytest.mark.parametrize("day", ["2021-09-30", "2022.1.1", 44000])
def test_an_item_of_another_period_is_refused(read_rows: ReadRows, day):
    found = read_rows([["标题", "报送单位", "报送时间"], ["甲", "财政局", day]])
    assert codes(found) == [Code.DAY_OUTSIDE]
    assert "2021年四季度" in found.faults[0].reason


def test_the_same_item_twice_counts_once(read_rows: ReadRows):
    item = ["甲", "财政局", "2021-10-08"]
    found = read_rows([["标题", "报送单位", "报送时间"], item, ["甲", "区财政局", "10月8日"]])
    assert codes(found) == [Code.DUPLICATE_ROW]
    assert len(found.facts["submissions"]) == 1


def test_counts_stand_on_the_last_day_of_the_period(read_rows: ReadRows):
    (fact, _) = read_rows(SUBMISSIONS).facts["submissions"]
    assert (fact.day, fact.precision, fact.key) == (date(2021, 12, 31), Precision.PERIOD, "财政局|2021Q4")


def test_nothing_submitted_is_a_fact_too(read_rows: ReadRows):
    found = read_rows([["单位", "实报"], ["财政局", 0], ["石鼓镇", None]])
    assert [fact.quantity for fact in found.facts["submissions"]] == [0, 0]


@pytest.mark.parametrize("row", [["财政局", 8, 9, 0], ["财政局", 8, 0, 9]])
def test_more_late_or_adopted_than_submitted_is_refused(read_rows: ReadRows, row):
    found = read_rows([["单位", "实报", "网站采用", "迟报"], row])
    assert codes(found) == [Code.PART_EXCEEDS]
    assert "9 大于实报数 8" in found.faults[0].reason


def test_a_quota_that_differs_from_the_register_is_told_once(read_rows: ReadRows):
    found = read_rows([["单位", "应报", "实报"], ["财政局", 20, 8], ["石鼓镇", 20, 9], ["司法局", 24, 9]])
    (fault,) = found.faults
    assert (fault.code, fault.severity) == (Code.QUOTA_DIFFERS, Severity.WARNING)
    assert not found.errors
    assert not found.questions


def test_a_month_owes_a_third_of_the_quota(read_rows: ReadRows):
    assert read_rows([["单位", "应报", "实报"], ["财政局", 8, 8]], period="2021-10").faults == []


# 采用


def test_a_list_of_adoptions(read_rows: ReadRows):
    rows = [["标题", "供稿单位", "采用媒体", "采用日期"], ["甲", "财政局", "宝鸡日报", "2021/11/2"]]
    (fact,) = read_rows(rows).facts["adoptions"]
    assert (fact.outlet, fact.day) == ("宝鸡日报", date(2021, 11, 2))


def test_an_outlet_nobody_registered_is_refused_with_the_nearest(read_rows: ReadRows):
    rows = [["标题", "供稿单位", "采用媒体", "采用日期"], ["甲", "财政局", "宝鸡日报社", "2021/11/2"]]
    (fault,) = read_rows(rows).faults
    assert fault.code is Code.OUTLET_UNKNOWN
    assert "宝鸡日报" in fault.suggestion


def test_a_table_of_adoptions_alone(read_rows: ReadRows):
    found = read_rows([["单位", "网站采用", "宝鸡日报"], ["财政局", 3, 1]])
    assert set(found.facts) == {"adoptions"}
    assert sum(fact.quantity for fact in found.facts["adoptions"]) == 4


# 栏目更新

COLUMNS = ["栏目名称", "更新频次", "保障单位", "10月", "11月", "12月"]


def test_each_month_is_a_fact_even_when_it_is_zero(read_rows: ReadRows):
    found = read_rows([COLUMNS, ["规范性文件", "1 条/月", "司法局", 0, None, 2]])
    facts = [(fact.day, fact.quantity, fact.key) for fact in found.facts["columns"]]
    assert facts == [
        (date(2021, 10, 31), 0, "规范性文件|司法局|2021-10"),
        (date(2021, 11, 30), 0, "规范性文件|司法局|2021-11"),
        (date(2021, 12, 31), 2, "规范性文件|司法局|2021-12"),
    ]
    assert found.faults == []


def test_a_shared_column_named_once_belongs_to_each_of_its_units(read_rows: ReadRows):
    rows = [COLUMNS, ["公共文化体育", "1条/2周", "教体局", 0, 1, 2], [None, None, "卫健局", 3, 0, 0]]
    for merges in ([], ["A2:A3", "B2:B3"]):
        found = read_rows(rows, merges=merges)
        assert Counter(fact.unit for fact in found.facts["columns"]) == {"教体局": 3, "卫健局": 3}
        assert found.faults == []


def test_a_column_nobody_registered_is_refused_with_the_nearest(read_rows: ReadRows):
    (fault,) = read_rows([COLUMNS, ["规范性文件库", "1条/月", "司法局", 1, 1, 1]]).faults
    assert fault.code is Code.COLUMN_UNKNOWN
    assert "“规范性文件”" in fault.suggestion


def test_a_unit_that_does_not_keep_the_column_is_refused(read_rows: ReadRows):
    (fault,) = read_rows([COLUMNS, ["规范性文件", "1条/月", "财政局", 1, 1, 1]]).faults
    assert (fault.code, fault.column) == (Code.COLUMN_UNIT, "C")
    assert "司法局" in fault.suggestion


def test_a_frequency_that_differs_from_the_register_is_told(read_rows: ReadRows):
    (fault,) = read_rows([COLUMNS, ["规范性文件", "1条/2周", "司法局", 1, 1, 1]]).faults
    assert (fault.code, fault.severity) == (Code.FREQUENCY_DIFFERS, Severity.WARNING)


def test_a_month_outside_the_period_is_refused_unless_empty(read_rows: ReadRows):
    header = ["栏目名称", "保障单位", "9月", "10月"]
    assert codes(read_rows([header, ["规范性文件", "司法局", 1, 1]])) == [Code.MONTH_OUTSIDE]
    assert read_rows([header, ["规范性文件", "司法局", None, 1]]).faults == []


def test_a_month_outside_the_period_is_told_once_at_its_header(read_rows: ReadRows):
    rows = [["规范性文件", "司法局", 1, 1], ["公共文化体育", "教体局", 2, 1], ["政府债务", "财政局", 3, 1]]
    (fault,) = read_rows([["栏目名称", "保障单位", "9月", "10月"], *rows]).faults
    assert (fault.code, fault.row, fault.column) == (Code.MONTH_OUTSIDE, 1, "C")
    assert fault.reason == "2021年9月不在导入期间（2021年四季度）内，该列没有导入"


def test_the_total_of_a_row_is_compared(read_rows: ReadRows):
    header = [*COLUMNS, "合计"]
    assert read_rows([header, ["规范性文件", "1条/月", "司法局", 1, 2, 3, 6]]).faults == []
    assert codes(read_rows([header, ["规范性文件", "1条/月", "司法局", 1, 2, 3, 7]])) == [Code.PARTS_MISMATCH]


def test_a_column_counted_for_the_whole_period(read_rows: ReadRows):
    (fact,) = read_rows([["栏目名称", "保障单位", "更新条数"], ["规范性文件", "司法局", 7]]).facts["columns"]
    assert (fact.quantity, fact.precision) == (7, Precision.PERIOD)


def test_a_list_of_updates(read_rows: ReadRows):
    rows = [
        ["序号", "栏目", "标题", "发布单位", "发布时间"],
        [1, "规范性文件", "甲", "司法局", "2021-10-08 09:30:00"],
        [2, "规范性文件", "乙", "司法局", "2021年10月8日"],
    ]
    found = read_rows(rows)
    assert [(fact.title, fact.day) for fact in found.facts["columns"]] == [
        ("甲", date(2021, 10, 8)),
        ("乙", date(2021, 10, 8)),
    ]


# 政务新媒体

POSTS = ["责任单位", "账号名称", "开设主体", "账号类型", "应更新数", "实际更新数", "是否断更"]
HOLDER = "渭滨区石鼓镇人民政府"


def test_a_unit_named_once_has_all_the_accounts_below(read_rows: ReadRows):
    rows = [
        POSTS,
        ["石鼓镇", "印象石鼓", HOLDER, "微信订阅号", 12, 46, "否"],
        [None, "印象石鼓", HOLDER, "微博", 12, 7, "断更"],
        ["司法局", "司法在线", "渭滨区司法局", "微信小程序", None, None, "否"],
        ["合计", None, None, None, None, 53],
    ]
    for merges in ([], ["A2:A3"]):
        found = read_rows(rows, merges=merges)
        assert found.faults == []
        assert [(fact.unit, fact.account, fact.quantity, fact.original) for fact in found.facts["posts"]] == [
            ("石鼓镇", "印象石鼓·微信订阅号", 46, 46),
            ("石鼓镇", "印象石鼓·新浪微博", 7, 7),
        ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["石鼓镇", "石鼓之声", None, "微信订阅号", 12, 3], Code.ACCOUNT_UNKNOWN),
        (["石鼓镇", "平安石鼓", None, "微信订阅号", 12, 3], Code.ACCOUNT_UNKNOWN),
        (["石鼓镇", "印象石鼓", None, None, 12, 3], Code.ACCOUNT_UNKNOWN),
        (["高家镇", "平安石鼓", None, "微博", 12, 3], Code.ACCOUNT_UNIT),
        (["石鼓镇", "平安石鼓", None, "微博", 12, None], Code.BLANK),
    ],
)
def test_an_account_that_does_not_match_the_register_is_refused(read_rows: ReadRows, row, code: Code):
    found = read_rows([POSTS, row])
    assert codes(found) == [code]
    assert found.facts == {}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["石鼓镇", "平安石鼓", "石鼓镇文化站", "微博", 12, 13, "否"], Code.HOLDER_DIFFERS),
        (["石鼓镇", "平安石鼓", HOLDER, "微博", 10, 13, "否"], Code.QUOTA_DIFFERS),
        (["石鼓镇", "平安石鼓", HOLDER, "微博", 12, 7, "否"], Code.LAPSE_CONTRADICTS),
        (["石鼓镇", "平安石鼓", HOLDER, "微博", 12, 13, "断更"], Code.LAPSE_CONTRADICTS),
    ],
)
def test_what_the_table_says_of_an_account_is_compared(read_rows: ReadRows, row, code: Code):
    found = read_rows([POSTS, row])
    assert [(fault.code, fault.severity) for fault in found.faults] == [(code, Severity.WARNING)]
    assert len(found.facts["posts"]) == 1


def test_a_list_of_posts_tells_originals_from_forwards(read_rows: ReadRows):
    rows = [
        ["账号名称", "平台", "标题", "发布时间", "是否原创"],
        ["平安石鼓", "新浪微博", "甲", "10月8日", "原创"],
        ["平安石鼓", "新浪微博", "乙", "10月9日", "转发"],
    ]
    facts = read_rows(rows).facts["posts"]
    assert [(fact.unit, fact.original) for fact in facts] == [("石鼓镇", 1), ("石鼓镇", 0)]


# 人工加减分

SCORES = ["单位", "基准分", "新闻动态", "日常工作", "政务新媒体", "小计", "名次"]


def test_a_score_sheet_yields_its_manual_points_and_checks_the_rest(read_rows: ReadRows):
    rows = [
        ["单位", "基准分", "加减分", None, None, "小计", "名次"],
        [None, None, *SCORES[2:5], None, None],
        ["财政局", 300, 7, -2.5, None, 304.5, 1],
        ["司法局", 300, None, None, 2, 302, 2],
        ["石鼓镇", 300, 2, None, None, 302, 2],
        ["高家镇", 300, 0, None, None, 300, 3],
    ]
    found = read_rows(rows, merges=["A1:A2", "B1:B2", "C1:E1", "F1:F2", "G1:G2"])
    assert [(fact.unit, fact.item, fact.points) for fact in found.facts["adjustments"]] == [
        ("财政局", "news", "7"),
        ("财政局", "daily", "-2.5"),
        ("石鼓镇", "news", "2"),
        ("高家镇", "news", "0"),
    ]
    assert codes(found) == [Code.DIMENSION_COMPUTED]
    assert not found.errors
    assert not found.questions


@pytest.mark.parametrize(
    ("row", "code", "severity"),
    [
        (["财政局", 300, 7, None, None, 306, 1], Code.PARTS_MISMATCH, Severity.ERROR),
        (["财政局", 250, 7, None, None, 257, 1], Code.BASE_DIFFERS, Severity.WARNING),
        (["财政局", 300, 7, None, None, 307, 2], Code.RANK_MISMATCH, Severity.WARNING),
        (["财政局", 300, "优", None, None, None, None], Code.POINTS_INVALID, Severity.ERROR),
        (["财政局", 300, 1.234, None, None, None, None], Code.POINTS_INVALID, Severity.ERROR),
    ],
)
def test_a_score_sheet_that_does_not_add_up(read_rows: ReadRows, row, code: Code, severity: Severity):
    assert [(fault.code, fault.severity) for fault in read_rows([SCORES, row]).faults] == [(code, severity)]


ENTRIES = ["单位", "指标", "分值", "事由", "佐证", "经办人", "日期"]


def test_a_list_of_adjustments_keeps_reason_person_and_evidence(read_rows: ReadRows):
    rows = [
        ENTRIES,
        ["财政局", "新闻动态", "+2", "被上级采用", "台账1", "考核组", "10月8日"],
        ["财政局", "日常工作加减分", -2, "材料迟缓", "台账2", "考核组", None],
    ]
    found = read_rows(rows)
    assert found.faults == []
    assert [tuple(fact[4:9]) for fact in found.facts["adjustments"]] == [
        ("news", "2", "被上级采用", "考核组", "台账1"),
        ("daily", "-2", "材料迟缓", "考核组", "台账2"),
    ]
    assert [fact.day for fact in found.facts["adjustments"]] == [date(2021, 10, 8), date(2021, 12, 31)]


@pytest.mark.parametrize(
    ("row", "found_codes"),
    [
        (["财政局", "备案账号", 2, "a", "b", "c", None], [Code.ITEM_UNKNOWN]),
        (["财政局", "新闻动态", 2, None, None, None, None], [Code.BLANK] * 3),
        (["财政局", "新闻动态", None, "a", "b", "c", None], [Code.BLANK]),
    ],
)
def test_points_without_item_reason_or_person_are_refused(read_rows: ReadRows, row, found_codes):
    found = read_rows([ENTRIES, row])
    assert codes(found) == found_codes
    assert found.facts == {}
