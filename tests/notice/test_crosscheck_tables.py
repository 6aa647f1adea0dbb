"""Broken scores, names, registers and dates: each is found."""

from dataclasses import replace

import published
import pytest
from breaking import bound_to, changed, paragraph, with_blocks, with_cell, with_run

from gongkai.notice import crosscheck
from gongkai.notice.plan import Binding, Heading, Issue, Plan, Run, Severity
from gongkai.office.pack import Account, Office


def found(
    case: published.Published, plan: Plan | None = None, office: Office | None = None
) -> dict[str, Issue]:
    issues = crosscheck.check(plan or case.plan, office or case.office, case.assessment)
    return {issue.code: issue for issue in issues}


def new(
    case: published.Published, plan: Plan | None = None, office: Office | None = None
) -> dict[str, Issue]:
    """What is found beyond what the published case shows anyway."""
    usual = found(case)
    return {code: issue for code, issue in found(case, plan, office).items() if code not in usual}


def test_a_subtotal_that_is_not_base_and_parts():
    plan = with_cell(published.qianyang().plan, 1, 0, "日常工作", text="-2", number=-2)
    assert new(published.qianyang(), plan)["score_sum"].units == ("城关镇",)


def test_a_subtotal_with_an_explanation_may_differ():
    page = published.qianyang().plan.annexes[0]
    column = replace(page.table.columns[0], header=("说明",))
    rows = tuple((*row, replace(row[0], text="按比例折算", binding=None)) for row in page.table.rows)
    table = replace(page.table, columns=(*page.table.columns, column), rows=rows)
    plan = replace(
        published.qianyang().plan,
        annexes=(replace(page, table=table), *published.qianyang().plan.annexes[1:]),
    )
    assert "score_sum" not in found(
        published.qianyang(), with_cell(plan, 1, 0, "日常工作", text="-2", number=-2)
    )


def test_a_rank_that_skips_after_a_tie_where_the_office_ranks_densely():
    place = [row[0].text for row in published.qianyang().plan.annexes[1].table.rows].index("档案馆")
    plan = with_cell(
        published.qianyang().plan,
        2,
        place,
        "名次",
        text="13",
        number=13,
        binding=Binding("score.rank", "13", ("档案馆",)),
    )
    assert new(published.qianyang(), plan)["score_rank"].right == "按小计应为：12"


def test_groups_with_the_same_columns_compare():
    towns = published.qianyang().plan.annexes[0]
    plan = replace(published.qianyang().plan, annexes=(towns, replace(towns, number=2)))
    assert "score_groups" not in found(published.qianyang(), plan)


def test_a_table_that_calls_a_unit_by_another_of_its_names():
    plan = with_cell(published.weibin().plan, 3, 0, "单位", text="区教体局", binding=None)
    issue = new(published.weibin(), plan)["unit_alias"]
    assert (issue.severity, issue.units) == (Severity.AMBER, ("教体局",))


def test_a_table_that_names_a_unit_nobody_knows():
    plan = with_cell(published.weibin().plan, 3, 0, "单位", text="教研局", binding=None)
    assert new(published.weibin(), plan)["unit_unknown"].severity is Severity.RED


def test_wording_that_calls_a_unit_by_another_of_its_names():
    plan = with_blocks(published.weibin().plan, paragraph("请统建局抓紧整改。"))
    assert new(published.weibin(), plan)["unit_alias"].units == ("城区统一建设局",)


def test_a_register_name_that_holds_an_alias_is_no_alias():
    plan = with_blocks(published.weibin().plan, paragraph("请医疗保障局、智慧城市指挥中心抓紧整改。"))
    assert new(published.weibin(), plan) == {}


def test_an_account_whose_platform_differs_from_the_register():
    plan = with_run(published.weibin().plan, bound_to("account.platform"), text="微信订阅号")
    issue = new(published.weibin(), plan)["account:account.platform"]
    assert (issue.severity, issue.right) == (Severity.RED, "台账：微信服务号")


def test_an_account_whose_platform_differs_in_the_annex():
    plan = with_cell(published.weibin().plan, 4, 2, "账号类型", text="微信订阅号")
    assert set(new(published.weibin(), plan)) == {"account:account.platform"}


@pytest.mark.parametrize(
    ("sentence", "doubtful"),
    [
        ("微信订阅号“渭滨小警”长期断更。", True),
        ("微信服务号“渭滨小警”长期断更。", False),
        ("开通订阅号要报批。", False),
    ],
)
def test_wording_that_calls_an_account_by_another_platform(sentence: str, doubtful: bool):
    plan = with_blocks(published.weibin().plan, paragraph(sentence))
    assert ("account_platform" in new(published.weibin(), plan)) is doubtful


def test_a_column_that_stands_twice_in_the_pack():
    office = changed(
        published.weibin().office,
        columns=(*published.weibin().office.columns, published.weibin().office.columns[0]),
    )
    assert new(published.weibin(), office=office)["duplicate_register"].units == ("司法局",)


def test_a_unit_with_two_accounts_on_one_platform():
    account = Account(name="石鼓新貌", platform="微信订阅号", unit="石鼓镇", holder="渭滨区石鼓镇人民政府")
    office = changed(published.weibin().office, accounts=(*published.weibin().office.accounts, account))
    issues = found(published.weibin(), office=office)
    assert issues["account_twice"].units == ("石鼓镇",)


def test_an_annex_with_a_row_twice():
    page = published.weibin().plan.annexes[1]
    table = replace(page.table, rows=(*page.table.rows, page.table.rows[2]), totals=())
    plan = replace(
        published.weibin().plan,
        annexes=(
            *published.weibin().plan.annexes[:1],
            replace(page, table=table),
            *published.weibin().plan.annexes[2:],
        ),
    )
    assert "duplicate_row" in new(published.weibin(), plan)


def test_an_unapproved_account_that_cost_points_is_no_doubt():
    line = published.qianyang().assessment.lines[0]
    costing = changed(
        line,
        unit="高崖镇",
        dimension="政务新媒体",
        measure="accounts.unapproved",
        points=-line.points.__abs__() - 1,
    )
    assessment = changed(
        published.qianyang().assessment, lines=(*published.qianyang().assessment.lines, costing)
    )
    issues = crosscheck.check(published.qianyang().plan, published.qianyang().office, assessment)
    assert "unapproved_account" not in {issue.code for issue in issues}


def test_without_withdrawn_orders_there_is_one_denominator():
    assert "order_denominators" not in found(published.weibin())


def test_a_statement_that_agrees_says_nothing():
    notice = published.weibin().office.notices[0]
    agreeing = [one for one in notice.statements if one.value in ("665", "270", "46", "45", "20", "16", "3")]
    office = changed(published.weibin().office, notices=(changed(notice, statements=tuple(agreeing)),))
    assert len(agreeing) >= 7
    assert found(published.weibin(), office=office) == {}


def test_a_deadline_before_the_notice():
    plan = replace(published.weibin().plan, issued_on=published.weibin().plan.issued_on.replace(day=21))
    assert new(published.weibin(), plan)["deadline"].severity is Severity.RED


def test_a_notice_before_its_period_is_over():
    plan = replace(published.weibin().plan, issued_on=published.weibin().period.end)
    assert new(published.weibin(), plan)["issued_early"].severity is Severity.AMBER


@pytest.mark.parametrize(
    ("sentence", "typed"),
    [
        ("共有18家单位没有完成任务。", "18"),
        ("办结率98.5%。", "98.5%"),
        ("按照2021年《2022年渭滨区要点》和区政办发〔2021〕12号文件，拨打12345热线。", ""),
        ("于1月20日前，在5个工作日内、24小时内办结（见附件1），第3次提醒的除外。", ""),
    ],
)
def test_digits_typed_into_the_wording(sentence: str, typed: str):
    issue = new(published.weibin(), with_blocks(published.weibin().plan, paragraph(sentence))).get(
        "unbound_figure"
    )
    assert (f"“{typed}”" in issue.message) if issue else not typed


def test_half_width_punctuation_in_the_wording():
    assert "mixed_width" in new(
        published.weibin(), with_blocks(published.weibin().plan, paragraph("请各单位抓紧整改,按时报送。"))
    )


@pytest.mark.parametrize("level", [1, 2])
def test_a_heading_with_nothing_under_it(level: int):
    plan = with_blocks(
        published.weibin().plan,
        Heading(level, (Run("四、其他"),)),
        Heading(1, (Run("五、附则"),)),
        paragraph("略。"),
    )
    assert new(published.weibin(), plan)["empty_section"].left == "四、其他"


def test_a_heading_over_its_parts_is_not_empty():
    plan = with_blocks(
        published.weibin().plan,
        Heading(1, (Run("四、其他"),)),
        Heading(2, (Run("（一）附则"),)),
        paragraph("略。"),
    )
    assert new(published.weibin(), plan) == {}


def test_an_annex_that_does_not_exist():
    assert "annex_reference" in new(
        published.weibin(), with_blocks(published.weibin().plan, paragraph("见附件4、附件9。"))
    )
