"""The annex tables, cell for cell beside the published ones."""

from dataclasses import replace
from itertools import groupby

import published
import pytest
from breaking import changed, with_cell
from published import QIANYANG, WEIBIN, Published

from gongkai.notice import compose
from gongkai.notice.plan import AnnexPage, Cell, Plan
from gongkai.notice.template import TemplateError
from gongkai.office.pack import Annex, Denominator


def rows(case: Published, number: int) -> list[dict[str, str]]:
    """An annex as dictionaries of printed texts, units by their register names."""
    page = case.plan.annexes[number - 1]
    headers = [column.header[-1] for column in page.table.columns]
    return [dict(zip(headers, (cell.text for cell in row), strict=True)) for row in page.table.rows]


def published_rows(case: Published, folder: str, annex: str) -> list[dict[str, str]]:
    """The published annex, its units under their register names."""
    found = published.cells(folder, annex)
    for row in found:
        for header in {"单位", "保障单位", "责任单位", "承办单位"} & row.keys():
            row[header] = published.unit_of(case.office, row[header])
    return found


def by_unit(table: list[dict[str, str]], *without: str) -> list[dict[str, str]]:
    """Rows in an order of their own, without the columns that only number them."""
    kept = [{header: text for header, text in row.items() if header not in without} for row in table]
    return sorted(kept, key=str)


def flagged(page: AnnexPage, header: str) -> list[str]:
    """The texts of a column in the rows that hold a flagged cell."""
    place = [column.header[-1] for column in page.table.columns].index(header)
    return [row[place].text for row in page.table.rows if any(cell.flagged for cell in row)]


def totals(page: AnnexPage) -> dict[str, str]:
    headers = [column.header[-1] for column in page.table.columns]
    return {header: cell.text for header, cell in zip(headers, page.table.totals, strict=True) if cell.text}


def test_submissions_equal_the_published_table():
    case = published.weibin()
    assert rows(case, 1) == published_rows(case, WEIBIN, "annex1_submissions")


def test_columns_equal_the_published_table_but_for_the_row_that_stood_twice():
    case = published.weibin()
    once = [row for row, _ in groupby(sorted(published_rows(case, WEIBIN, "annex2_columns"), key=str))]
    assert by_unit(rows(case, 2)) == once
    assert len(once) == 40


def test_messages_equal_the_published_table_with_blanks_for_none_late():
    case = published.weibin()
    assert by_unit(rows(case, 3)) == by_unit(published_rows(case, WEIBIN, "annex3_messages"))


def test_accounts_equal_the_published_table():
    case = published.weibin()
    assert rows(case, 4) == published_rows(case, WEIBIN, "annex4_media")


@pytest.mark.parametrize(("number", "annex"), [(1, "annex1_towns"), (2, "annex2_departments")])
def test_scores_equal_the_published_tables_in_the_order_of_rank(number: int, annex: str):
    case = published.qianyang()
    printed, known = rows(case, number), published_rows(case, QIANYANG, annex)
    assert by_unit(printed) == by_unit(known)
    assert [row["名次"] for row in printed] == [row["名次"] for row in known]


@pytest.mark.parametrize(
    ("number", "annex"), [(3, "annex3_hotline_towns"), (4, "annex4_hotline_departments")]
)
def test_orders_equal_the_published_tables_by_handled_orders(number: int, annex: str):
    case = published.qianyang()
    assert by_unit(rows(case, number), "序号") == by_unit(published_rows(case, QIANYANG, annex), "序号")


def test_orders_stand_with_the_busiest_first():
    handled = [int(row["承办件"]) for row in rows(published.qianyang(), 4)]
    assert handled == sorted(handled, reverse=True)


def test_orders_by_due_show_how_due_comes_from_handled():
    case = published.qianyang()
    rules = case.office.rules
    orders = changed(rules.orders, denominator=Denominator.DUE)
    office = changed(case.office, rules=changed(rules, orders=orders))
    page = recomposed(case, office=office).annexes[2]
    assert [column.header[-1] for column in page.table.columns][2:6] == [
        "承办件",
        "自主撤单",
        "应办结",
        "按期办结件",
    ]
    for row in page.table.rows:
        handled, withdrawn, due, on_time, late = (int(cell.text) for cell in row[2:7])
        assert due == handled - withdrawn == on_time + late


def recomposed(case: Published, **change) -> Plan:
    """The plan made anew with another office or assessment."""
    office, assessment = change.get("office", case.office), change.get("assessment", case.assessment)
    return compose.plan(office, assessment, issued=case.office.notices[0], period=case.period)


def test_totals_stand_below_what_can_be_added():
    weibin, qianyang = published.weibin().plan, published.qianyang().plan
    assert totals(weibin.annexes[0]) == {"单位": "合计", "应报": "984", "实报": "665", "网站采用": "270"}
    assert totals(weibin.annexes[2]) == {"单位": "合计", "承办数量": "46", "办结数量": "45", "逾期数量": "1"}
    assert totals(weibin.annexes[3]) == {"序号": "合计", "应更新数": "228", "实际更新数": "918"}
    assert totals(qianyang.annexes[2])["按期办结率"] == "98.6%"
    assert qianyang.annexes[0].table.totals == ()


def test_a_reader_sees_who_is_zero_short_late_and_lapsed():
    weibin, qianyang = published.weibin().plan.annexes, published.qianyang().plan.annexes
    assert flagged(weibin[0], "单位") == ["天台山管委会", "姜谭工业园", "经二路办"]
    assert len(flagged(weibin[1], "栏目名称")) == 10
    assert flagged(weibin[2], "单位") == ["卫健局"]
    assert flagged(weibin[3], "账号名称") == ["渭滨小警", "陕西姜谭经济技术开发区"]
    assert flagged(qianyang[2], "承办单位") == ["城关镇"]


def test_every_number_of_an_annex_is_bound_and_every_cell_number_is_its_text():
    for plan in (published.weibin().plan, published.qianyang().plan):
        for page in plan.annexes:
            for row in (*page.table.rows, page.table.totals):
                for column, cell in zip(page.table.columns, row, strict=False):
                    assert numbered_rightly(column.header[-1], cell), (page.title, column, cell)


def numbered_rightly(header: str, cell: Cell) -> bool:
    if cell.number is None:
        return not cell.text.isdecimal()
    return float(cell.text) == cell.number and (cell.binding is not None or header == "序号")


def test_score_headers_have_two_rows():
    columns = published.qianyang().plan.annexes[0].table.columns
    assert [column.header for column in columns[:3]] == [("单位",), ("基准分",), ("加减分", "新闻动态")]


def test_posts_that_are_not_original_get_a_column_of_their_own():
    case = published.weibin()
    figures = tuple(
        figure._replace(value=30)
        if figure.item.startswith("渭滨小警") and figure.measure == "posts.published"
        else figure
        for figure in case.assessment.figures
    )
    plan = recomposed(case, assessment=changed(case.assessment, figures=figures))
    row = dict(
        zip((c.header[-1] for c in plan.annexes[3].table.columns), plan.annexes[3].table.rows[2], strict=True)
    )
    assert (row["实际更新数"].text, row["其中原创"].text, row["是否断更"].text) == ("30", "7", "断更")


def test_updates_not_known_by_month_leave_the_months_blank_and_show_a_total():
    case = published.weibin()
    figures = tuple(
        figure
        for figure in case.assessment.figures
        if not (figure.measure == "columns.updates" and figure.item == "统计信息")
    )
    plan = recomposed(case, assessment=changed(case.assessment, figures=figures))
    columns = [column.header[-1] for column in plan.annexes[1].table.columns]
    row = next(row for row in plan.annexes[1].table.rows if row[0].text == "统计信息")
    assert columns[-1] == "合计"
    assert [cell.text for cell in row[3:]] == ["", "", "", "4"]


def test_a_vetoed_score_explains_itself():
    case = published.qianyang()
    cards = case.assessment.scorecards
    vetoed = changed(cards[0], vetoed="发生严重表述错误，一票否决")
    plan = recomposed(case, assessment=changed(case.assessment, scorecards=(vetoed, *cards[1:])))
    page = plan.annexes[0]
    assert page.table.columns[-1].header == ("说明",)
    assert [row[-1].text for row in page.table.rows].count("发生严重表述错误，一票否决") == 1


@pytest.mark.parametrize(
    ("annex", "reason"),
    [
        (Annex(table="order", title="表"), "没有附表“order”"),
        (Annex(table="orders", title="表", group="街道"), "没有分组“街道”"),
        (Annex(table="orders", title="{{ perod.label }}"), "不认识的名称“perod”"),
    ],
)
def test_an_annex_the_pack_misspells_is_an_error_with_its_place(annex: Annex, reason: str):
    case = published.weibin()
    notice = changed(case.office.notice, annexes=(*case.office.notice.annexes, annex))
    with pytest.raises(TemplateError, match=reason) as caught:
        recomposed(case, office=changed(case.office, notice=notice))
    assert caught.value.file.startswith("office.toml notice.annexes 第5项")


def test_a_plan_can_be_broken_for_the_tests_of_the_cross_check():
    plan = published.weibin().plan
    broken = with_cell(plan, 1, 0, "实报", text="25")
    assert broken != plan
    assert replace(broken, annexes=plan.annexes) == plan
