"""The pages of units: everything about one, in figures that are the assessment's own."""

from datetime import date

import pytest

from gongkai.actions import assess, ingest
from gongkai.records import models, unchanged
from gongkai.web import acting
from tests.actions.conftest import HEAD, Q4
from tests.conftest import AT, CLERK, OFFICES
from tests.web.pages.rectified import opened

pytestmark = pytest.mark.django_db
UNITS = "/o/weibin/2021Q4/units/"
QUERIES = 26


@pytest.fixture
def published_quarter(weibin):
    """渭滨 2021Q4 from its sample spreadsheets, assessed."""
    for path in sorted((OFFICES / "weibin/sample").glob("*.xlsx")):
        ingest.run(path, office="weibin", period=Q4, by=CLERK, at=AT)
    return assess.run("weibin", Q4, by=CLERK, at=AT)


@pytest.fixture
def november(monkeypatch):
    """The tenth of November 2021."""
    monkeypatch.setattr(acting, "today", lambda: date(2021, 11, 10))


def figures(answer) -> dict[tuple[str, str], tuple[str, str]]:
    """(line of business, label) → value and target."""
    return {
        (line.label, row.label): (row.value, row.target)
        for line in answer.context["lines"]
        for row in line.rows
    }


def test_the_figures_are_those_of_the_assessment_and_lead_to_their_facts(signed_in, published_quarter):
    answer = signed_in("clerk").get(f"{UNITS}财政局/")
    assert figures(answer)["信息报送", "实报"] == ("8", "24")
    assert "/o/weibin/2021Q4/figure/?measure=submissions.submitted" in answer.text
    assert [one.kind.value for one in answer.context["findings"]].count("报送数量不足") == 1
    assert answer.context["heat"].table.rows


def test_accounts_stand_with_their_originals_and_whether_they_lapsed(signed_in, published_quarter):
    answer = signed_in("clerk").get(f"{UNITS}公安分局/")
    lapsed = {one.key: (one.original, one.quota) for one in answer.context["accounts"] if one.lapsed}
    assert lapsed["渭滨小警·微信服务号"] == (7, 12)
    assert "断更" in answer.text


def test_before_an_assessment_it_shows_what_was_imported(signed_in, import_counts, sheet, november):
    import_counts(("财政局", 8))
    row = ("GD001", "财政局", "投诉", "2021-11-01", "2021-11-08", "")
    ingest.run(sheet(HEAD, row), office="weibin", period=Q4, by=CLERK, at=AT)
    answer = signed_in("clerk").get(f"{UNITS}财政局/")
    assert "暂无，以下为已导入的数据" in answer.text
    sent = answer.context["progress"][0]
    assert (sent.label, sent.done, sent.due) == ("信息报送", 8, 24)
    assert [row["number"] for kind in answer.context["cases"] for row in kind.rows] == ["GD001"]
    assert "已逾期" in answer.text
    assert "政府债务" in {line.column for line in answer.context["columns"].lines}


def test_open_orders_lead_to_their_list(signed_in, weibin, sheet):
    rows = [(f"GD{n:03}", "财政局", "投诉", "2021-11-01", "2021-11-08", "") for n in range(10)]
    ingest.run(sheet(HEAD, *rows), office="weibin", period=Q4, by=CLERK, at=AT)
    clerk = signed_in("clerk")
    cases = clerk.get(f"{UNITS}财政局/").context["cases"][0]
    assert (len(cases.rows), cases.total) == (8, 10)
    assert clerk.get(cases.href).context["listing"].count == 10


def test_its_rectifications_are_listed(signed_in, weibin):
    opened("weibin")
    rows = signed_in("clerk").get(f"{UNITS}财政局/").context["rectifications"]
    assert [row["title"] for row in rows] == ["断更（渭滨财政·微博）", "零报送"]


def test_a_unit_opens_its_own_page_and_no_other(signed_in, published_quarter):
    head = signed_in("head")
    assert head.get(f"{UNITS}财政局/").status_code == 200
    assert head.get(f"{UNITS}教体局/").status_code == 404
    assert [row["name"] for row in head.get(UNITS).context["listing"].rows] == ["财政局"]


def test_a_unit_sees_no_figure_before_its_result_was_shown(signed_in, published_quarter):
    head = signed_in("head")
    assert not head.get(f"{UNITS}财政局/").context["lines"]
    models.Publication.objects.create(
        office=models.Office.objects.get(), period="2021Q4", assessment=published_quarter.row,
        state="shown", shown_at=AT, objections_until=date(2022, 1, 31),
    )  # fmt: skip
    unchanged.forget()  # no action did this
    assert figures(head.get(f"{UNITS}财政局/"))["信息报送", "实报"] == ("8", "24")


def test_an_unknown_unit_and_one_of_another_office_are_no_pages(signed_in, weibin, office_row):
    office_row("qianyang")
    clerk = signed_in("clerk")
    assert clerk.get(f"{UNITS}没有的局/").status_code == 404
    assert clerk.get(f"{UNITS}高崖镇/").status_code == 404


def test_periods_before_stand_beside_this_one(signed_in, import_counts):
    for period in (Q4.previous(), Q4):
        import_counts(("财政局", 8), period=period)
        assess.run("weibin", period, by=CLERK, at=AT)
    history = signed_in("clerk").get(f"{UNITS}财政局/").context["history"]
    assert [row["period"].code for row in history] == ["2021Q4", "2021Q3"]
    assert [row["counts"][0] for row in history] == [8, 8]


def test_a_unit_page_asks_little_of_the_database(signed_in, published_quarter, django_assert_max_num_queries):
    clerk = signed_in("clerk")
    clerk.get(f"{UNITS}财政局/")
    with django_assert_max_num_queries(QUERIES):
        clerk.get(f"{UNITS}教体局/")


def test_units_are_found_by_any_of_their_names(signed_in, weibin):
    rows = signed_in("clerk").get(f"{UNITS}?q=教育体育局").context["listing"].rows
    assert [row["name"] for row in rows] == ["教体局"]


def test_the_list_counts_problems_and_warnings_of_each_unit(signed_in, published_quarter):
    rows = {row["name"]: row for row in signed_in("clerk").get(UNITS).context["listing"].rows}
    found = published_quarter.content.findings
    assert rows["财政局"]["problems"] == sum(one.unit == "财政局" for one in found) > 0
