"""Broken figures, lists and sums: each is found, and only it."""

from dataclasses import replace

import published
import pytest
from breaking import bound_to, with_cell, with_run

from gongkai.notice import crosscheck
from gongkai.notice.plan import Binding, Plan, Severity


def reds(plan: Plan, case: published.Published) -> set[str]:
    found = crosscheck.check(plan, case.office, case.assessment)
    return {issue.code for issue in found if issue.severity is Severity.RED}


def weibin(plan: Plan) -> set[str]:
    return reds(plan, published.weibin())


def qianyang(plan: Plan) -> set[str]:
    return reds(plan, published.qianyang())


def rebound(plan: Plan, bound: str, **change) -> Plan:
    """The plan with the binding of the first run of a measure changed, its text left as it is."""
    run = next(
        run for block in plan.body for run in block.runs if run.binding and run.binding.measure == bound
    )
    assert run.binding
    return with_run(plan, lambda one: one is run, binding=replace(run.binding, **change))


def test_a_figure_of_the_text_that_was_changed_by_hand():
    plan = with_run(published.weibin().plan, bound_to("submissions.submitted", listed=False), text="656")
    assert weibin(plan) == {"figure_text:submissions.submitted"}


def test_a_figure_of_the_text_that_is_not_the_stored_one():
    measure = "submissions.submitted"
    plan = with_run(
        published.weibin().plan, bound_to(measure, listed=False), text="946", binding=Binding(measure, "946")
    )
    assert weibin(plan) == {f"figure:{measure}", f"narrative_annex:{measure}"}


def test_a_rate_of_the_text_that_is_not_its_parts():
    plan = with_run(published.qianyang().plan, bound_to("orders.on_time_rate"), text="99.5%")
    assert qianyang(plan) == {"figure_text:orders.on_time_rate"}


def test_a_date_of_the_text_that_was_changed_by_hand():
    plan = with_run(published.weibin().plan, bound_to("notice.rectify_by"), text="1月21日")
    assert weibin(plan) == {"figure_text:notice.rectify_by"}


def test_a_figure_nobody_measures():
    assert weibin(rebound(published.weibin().plan, "posts.published", measure="posts.read")) == {
        "figure:posts.read"
    }


def test_a_cell_that_was_changed_by_hand():
    plan = with_cell(published.weibin().plan, 1, 0, "实报", text="25")
    assert weibin(plan) == {"figure_text:submissions.submitted", "cell_number"}


def test_a_cell_that_is_changed_throughout_breaks_total_text_and_facts():
    measure = "submissions.submitted"
    plan = with_cell(
        published.weibin().plan,
        1,
        0,
        "实报",
        text="25",
        number=25,
        binding=Binding(measure, "25", ("发改局",)),
    )
    assert weibin(plan) == {f"figure:{measure}", f"table_total:{measure}", f"narrative_annex:{measure}"}


def test_a_total_that_is_not_the_sum_of_its_rows():
    assert weibin(with_cell(published.weibin().plan, 1, None, "实报", text="666", number=666)) == {
        "table_total:submissions.submitted"
    }


def test_a_row_that_shows_the_figure_of_another_unit():
    cell = published.weibin().plan.annexes[0].table.rows[1][2]
    plan = with_cell(
        published.weibin().plan, 1, 0, "实报", text=cell.text, number=cell.number, binding=cell.binding
    )
    assert "row_unit" in weibin(plan)


def test_a_table_that_lost_a_row_no_longer_adds_up_to_the_text():
    page = published.weibin().plan.annexes[3]
    table = replace(page.table, rows=page.table.rows[:-1], totals=())
    plan = replace(
        published.weibin().plan, annexes=(*published.weibin().plan.annexes[:3], replace(page, table=table))
    )
    assert weibin(plan) == {"narrative_annex:posts.published"}


def test_an_annex_of_one_group_is_not_held_to_the_whole_county():
    page = published.qianyang().plan.annexes[3]
    plan = replace(
        published.qianyang().plan,
        annexes=(
            *published.qianyang().plan.annexes[:3],
            replace(page, table=replace(page.table, rows=(), totals=())),
        ),
    )
    assert "narrative_annex:orders.handled" not in qianyang(plan)


@pytest.mark.parametrize("row", [2, None])
def test_a_percentage_of_an_annex_that_is_not_made_of_its_row(row: int | None):
    units = ("城关镇",)
    plan = with_cell(
        published.qianyang().plan,
        3,
        row,
        "按期办结率",
        text="86.4%",
        binding=Binding("orders.handled_rate", "19/22", units),
    )
    assert "rate_parts:orders.handled_rate" in qianyang(plan)


def test_a_list_that_lost_a_unit():
    plan = with_run(
        published.weibin().plan, bound_to("finding.zero_submission"), text="天台山管委会、姜谭工业园3家单位"
    )
    assert weibin(plan) == {"list_count:finding.zero_submission"}


def test_a_list_that_counts_wrongly():
    plan = with_run(
        published.weibin().plan,
        bound_to("finding.zero_submission"),
        text="天台山管委会、姜谭工业园、经二路办4家单位",
    )
    assert weibin(plan) == {"list_count:finding.zero_submission"}


def test_a_shortened_list_that_counts_wrongly():
    assert weibin(
        with_run(published.weibin().plan, bound_to("reached.columns.window"), text="统计局等9家单位")
    ) == {"list_count:reached.columns.window"}


def test_a_number_of_units_that_counts_wrongly():
    assert weibin(with_run(published.weibin().plan, bound_to("finding.submission_short"), text="31")) == {
        "list_count:finding.submission_short"
    }


def test_a_list_that_names_a_unit_without_the_problem():
    units = ("天台山管委会", "姜谭工业园", "金陵办")
    binding = Binding("finding.zero_submission", "3", units, listed=True)
    plan = with_run(
        published.weibin().plan, bound_to("finding.zero_submission"), text="、".join(units), binding=binding
    )
    assert weibin(plan) == {"list:finding.zero_submission"}


def test_a_list_of_columns_that_lost_one():
    measure = "items.finding.column_short"
    binding = Binding(measure, "1", ("财政局",), "财政资金直达基层", listed=True)
    plan = with_run(
        published.weibin().plan,
        lambda run: bound_to(measure)(run) and run.binding.units == ("财政局",),
        text="“财政资金直达基层”",
        binding=binding,
    )
    assert weibin(plan) == {f"list:{measure}"}


def test_an_empty_list_that_a_sentence_introduces():
    binding = Binding("submissions.late", "0", (), listed=True)
    plan = with_run(published.weibin().plan, bound_to("finding.zero_submission"), text="", binding=binding)
    assert weibin(plan) == {"empty_list"}
