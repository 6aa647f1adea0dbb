"""A figure leads to the facts it counts, and to no others."""

from datetime import date

import fact_tables
import pytest

from gongkai.measures.facts import Fact
from gongkai.measures.figures import Figure
from gongkai.records import facts, readers
from gongkai.records.models import Assessment, Batch, Office
from gongkai.terms import Period, TermError
from tests.conftest import AT

Q4 = Period.parse("2021Q4")


def fact(kind: str, row: int, unit: str = "财政局", **given: object) -> Fact:
    """A fact from a row of a table, which is its key."""
    return fact_tables.fact(kind, unit, row=row, key=f"{unit}{row}", sheet="表", **given)


def figure(measure: str, item: str = "", window: str = "", unit: str = "财政局") -> Figure:
    return Figure(unit, item, window, measure, 1)


@pytest.fixture
def office(db) -> Office:
    return Office.objects.create(key="x", name="某区", settings={}, scheme="{}", template="")


@pytest.fixture
def stored(office):
    """Store facts of a kind as a batch of their own."""

    def store(kind: str, *rows: Fact, file: str = "表.xlsx", period: str = "2021Q4") -> Batch:
        batch = Batch.objects.create(
            office=office,
            period=period,
            file_name=file,
            digest="",
            counts={},
            written_at=AT,
            written_by="某某",
        )
        facts.insert(office, period, batch, kind, rows)
        return batch

    return store


def rows_behind(office: Office, asked: Figure) -> list[int]:
    return [source.fact.row for source in readers.facts_behind(office, Q4, asked)]


def test_a_unit_s_facts_and_nobody_else_s(office, stored):
    stored("submissions", fact("submissions", 2), fact("submissions", 3, "司法局"))
    assert rows_behind(office, figure("submissions.submitted")) == [2]


def test_the_facts_of_one_column(office, stored):
    stored("columns", fact("columns", 2, column="财政预决算"), fact("columns", 3, column="政策文件"))
    assert rows_behind(office, figure("columns.total", "政策文件")) == [3]


def test_the_facts_of_one_window_its_first_and_last_day_included(office, stored):
    days = (date(2021, 10, 31), date(2021, 11, 1), date(2021, 11, 30), date(2021, 12, 1))
    stored("columns", *(fact("columns", row, day=day, column="栏") for row, day in enumerate(days, 2)))
    assert rows_behind(office, figure("columns.updates", "栏", "2021-11")) == [3, 4]
    assert rows_behind(office, figure("columns.window", "栏", "2021Q4")) == [2, 3, 4, 5]


def test_the_orders_of_one_type_and_of_all(office, stored):
    stored("orders", fact("orders", 2, type="投诉"), fact("orders", 3, type="求助"))
    assert rows_behind(office, figure("orders.by_type", "求助")) == [3]
    assert rows_behind(office, figure("orders.handled")) == [2, 3]


def test_the_posts_of_one_account_and_the_items_one_outlet_took(office, stored):
    stored("posts", fact("posts", 2, account="甲·微博"), fact("posts", 3, account="乙·微博"))
    stored("adoptions", fact("adoptions", 4, outlet="本网"), fact("adoptions", 5, outlet="日报"))
    assert rows_behind(office, figure("posts.original", "乙·微博")) == [3]
    assert rows_behind(office, figure("adoptions.adopted", "本网")) == [4]


def test_a_figure_of_a_register_has_no_facts(office, stored):
    asked = figure("accounts.registered")
    assert rows_behind(office, asked) == readers.places_behind(office, Q4, asked) == []
    assert readers.count_behind(office, Q4, asked) == 0


def test_another_period_and_another_office_are_left_out(office, stored):
    stored("submissions", fact("submissions", 2), period="2021Q3")
    other = Office.objects.create(key="y", name="某县", settings={}, scheme="{}", template="")
    stored("submissions", fact("submissions", 3))
    assert rows_behind(other, figure("submissions.submitted")) == []
    assert rows_behind(office, figure("submissions.submitted")) == [3]


def test_facts_come_in_the_order_of_their_files_and_rows_and_no_more_than_asked_for(office, stored):
    first = stored("submissions", fact("submissions", 9), fact("submissions", 2), file="一.xlsx")
    second = stored("submissions", fact("submissions", 5), file="二.xlsx")
    found = list(readers.facts_behind(office, Q4, figure("submissions.submitted")))
    assert [(one.file, one.batch, one.fact.row) for one in found] == [
        ("一.xlsx", first.pk, 2),
        ("一.xlsx", first.pk, 9),
        ("二.xlsx", second.pk, 5),
    ]
    assert list(readers.facts_behind(office, Q4, figure("submissions.submitted"), most=2)) == found[:2]
    assert readers.count_behind(office, Q4, figure("submissions.submitted")) == 3


def test_a_row_that_gave_several_facts_is_one_place(office, stored):
    months = (date(2021, 10, 31), date(2021, 11, 30))
    rows = [fact("columns", 4, day=day, column="栏") for day in months]
    stored("columns", *(row._replace(key=str(row.day)) for row in rows))
    assert readers.places_behind(office, Q4, figure("columns.total", "栏")) == [("表.xlsx", "表", 4)]


@pytest.fixture
def assessments(office) -> list[Assessment]:
    return [
        Assessment.objects.create(
            office=office, period=period, number=number, snapshot="", batches=[], result="", made_at=AT,
            made_by="某某",
        )
        for period, number in (("2021Q4", 1), ("2021Q4", 2), ("2022Q1", 1))
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "place"), [("x/2021Q4/1", 0), ("x/2021Q4", 1), ("x/2021q4/2", 1), ("x/2022Q1/1", 2)]
)
def test_an_assessment_goes_by_its_code_and_without_a_number_it_is_the_newest(assessments, code, place):
    assert readers.assessment(code) == assessments[place]


@pytest.mark.parametrize(
    "code", ["x/2021Q4/3", "y/2021Q4", "x/2021Q3", "x/2021Q4/二", "x/2021Q4/²", f"x/2021Q4/{10**30}"]
)
def test_what_is_no_assessment_is_said_not_to_be_there(assessments, code):
    with pytest.raises(readers.NotAssessedError, match="没有找到考核结果"):
        readers.assessment(code)


def test_a_code_without_a_period_says_how_one_is_written(assessments):
    with pytest.raises(TermError, match="无法识别的期间"):
        readers.assessment("x")


def test_a_period_not_assessed_says_what_to_do(office):
    assert readers.newest(office, "2021Q4") is None
    with pytest.raises(readers.NotAssessedError, match="gongkai assess x 2021Q4"):
        readers.latest(office, "2021Q4")
