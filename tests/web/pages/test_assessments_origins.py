"""Whatever a notice says a figure is bound to, there is a page behind it that says the same."""

from collections.abc import Iterator

import pytest

from gongkai.measures.registry import MEASURES
from gongkai.notice.plan import Binding
from gongkai.terms import Rate
from gongkai.web.pages.assessments import links, origins
from gongkai.web.pages.assessments.origins import Asked, Material, Origin
from tests.notice.published import Published, qianyang, weibin

NOTICES = {"weibin": weibin, "qianyang": qianyang}
NAMES = {"unit", "annex"}


def bindings(notice: Published) -> Iterator[Binding]:
    """Every figure of the letter and its annexes."""
    for block in notice.plan.body:
        yield from (run.binding for run in block.runs if run.binding)
    for annex in notice.plan.annexes:
        for row in (*annex.table.rows, annex.table.totals):
            yield from (cell.binding for cell in row if cell.binding)


def explained(notice: Published, asked: Asked) -> Origin | None:
    return origins.explain(Material(notice.office, notice.period, notice.assessment), asked)


def of(bound: Binding) -> Asked:
    return Asked(bound.measure, bound.units, bound.item, bound.window)


@pytest.fixture(params=NOTICES)
def notice(request) -> Published:
    return NOTICES[request.param]()


def test_every_figure_of_a_notice_has_an_origin(notice):
    found = {bound for bound in bindings(notice) if bound.measure not in NAMES}
    assert len(found) > 100
    assert [bound for bound in found if explained(notice, of(bound)) is None] == []


def test_a_count_is_the_same_number_as_in_the_notice(notice):
    counts = [
        bound
        for bound in bindings(notice)
        if not bound.listed and all(_adds_up(part) for part in bound.measure.split("+"))
    ]
    assert counts
    for bound in counts:
        shown = explained(notice, of(bound)).value
        counter = MEASURES[bound.measure.split("+")[0]].counter
        assert shown in (f"{bound.value}{counter}", "—"), bound
        assert shown != "—" or bound.value == "0", bound


def _adds_up(measure: str) -> bool:
    return measure in MEASURES and MEASURES[measure].additive


def test_a_rate_is_the_same_share_as_in_the_notice(notice):
    rates = [
        bound for bound in bindings(notice) if bound.measure in MEASURES and MEASURES[bound.measure].is_rate
    ]
    for bound in rates:
        numerator, denominator = map(int, bound.value.split("/"))
        if denominator:
            material = Material(notice.office, notice.period, notice.assessment)
            share = material.rate(bound.measure, numerator, denominator)
            assert isinstance(share, Rate)
            assert explained(notice, of(bound)).value == str(share), bound


def test_points_and_ranks_are_those_of_the_notice():
    notice = qianyang()
    for bound in bindings(notice):
        if bound.measure in ("score.total", "score.rank", "score.base") and len(bound.units) == 1:
            assert explained(notice, of(bound)).value == bound.value, bound


def test_every_link_of_a_notice_says_what_it_asks_for(notice):
    bound = Binding("orders.on_time+orders.withdrawn", "5", ("甲局", "乙局"), window="2021-10")
    assert links.binding("weibin", "2021Q4", bound).endswith(
        "/figure/?measure=orders.on_time%2Borders.withdrawn&unit=%E7%94%B2%E5%B1%80&unit=%E4%B9%99%E5%B1%80&window=2021-10"
    )
    assert links.binding("weibin", "2021Q4", Binding("annex", "1")) == ""


@pytest.mark.parametrize(
    "measure",
    [
        "",
        "nothing",
        "orders",
        "orders.late+nothing",
        "target.score.total",
        "finding.nothing",
        "change.change.orders.late",
    ],
)
def test_a_name_that_stands_for_nothing_has_no_origin(measure):
    assert explained(weibin(), Asked(measure)) is None


def test_what_was_due_is_told_with_its_rule():
    notice = weibin()
    quota = explained(notice, Asked("submissions.submitted", ("财政局",)))
    assert quota.value == "8条"
    assert "每季度应报24条，按期内月份折算，本期应报24条" in quota.how
    assert "未达到要求" in quota.how
    window = explained(notice, Asked("columns.window", ("财政局",), "财政资金直达基层", "2021-12"))
    assert any("更新频次为1条/月" in sentence for sentence in window.how)


def test_overlapping_windows_are_not_added_up():
    origin = explained(weibin(), Asked("columns.window", ("财政局",)))
    assert origin.value == ""
    assert "各项的考核时段可能重叠，不相加，请看各项" in origin.how


def test_the_size_of_a_register_has_no_facts_and_says_so():
    origin = explained(weibin(), Asked("accounts.registered", ("教体局",)))
    assert origin.facts is None
    assert "没有逐条数据" in origin.none


def test_a_change_without_an_earlier_period_says_that_there_is_none():
    origin = explained(weibin(), Asked("change.submissions.submitted"))
    assert origin.value == "—"
    assert origin.none == "没有可以查看的上期考核结果。"


def test_a_change_shows_both_periods_and_their_difference():
    notice = weibin()
    earlier = notice.assessment.model_copy(update={"period": "2021Q3"})
    material = Material(notice.office, notice.period, notice.assessment, earlier)
    periods, units = origins.explain(material, Asked("change.submissions.submitted")).parts
    assert [row[2].text for row in periods.rows] == ["665条", "665条"]
    assert {row[3].text for row in units.rows} == {0}
