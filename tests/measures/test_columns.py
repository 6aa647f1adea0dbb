"""What a column's responsible units published, and which windows they missed."""

from datetime import date

from fact_tables import duties, fact, office, tables

from gongkai.office.pack import Column, ColumnDuty, Exemption
from gongkai.terms import Period

NOVEMBER = {"day": date(2021, 11, 30), "precision": "month"}
QUARTER = {"day": date(2021, 12, 31), "precision": "period"}


def kept(frequency: str, *units: str, **more) -> dict:
    """Registers of an office with one column."""
    duty = ColumnDuty(units=units or ["甲局"], frequency=frequency)
    return duties(office(columns=[Column(name="教育信息", category="动态", duties=[duty], **more)]))


def item(unit: str = "甲局", **given):
    return fact("columns", unit, column="教育信息", **given)


def values(figures, measure: str) -> dict:
    return {(one.unit, one.window): one.value for one in figures if one.measure == f"columns.{measure}"}


def test_one_item_in_two_weeks_asks_for_two_in_every_month(engine):
    facts = [item(day=date(2021, 10, 8)), item(day=date(2021, 10, 9)), item(day=date(2021, 11, 1))]
    figures = engine.ask(tables(facts, kept("1条/2周")))
    assert values(figures, "window") == {
        ("甲局", "2021-10"): 2,
        ("甲局", "2021-11"): 1,
        ("甲局", "2021-12"): 0,
    }
    assert values(figures, "short") == {("甲局", ""): 2}
    assert {one.target for one in figures if one.measure == "columns.window"} == {2}


def test_a_shared_column_is_judged_for_each_unit_by_itself(engine):
    figures = engine.ask(tables([item("甲局", quantity=9)], kept("1条/季度", "甲局", "乙局")))
    assert values(figures, "short") == {("甲局", ""): 0, ("乙局", ""): 1}
    assert values(figures, "blank") == {("甲局", ""): 0, ("乙局", ""): 1}


def test_an_exempt_month_is_not_judged(engine):
    exempt = Exemption(unit="甲局", period="2021-11", reason="本期无此类信息")
    figures = engine.ask(tables([], kept("1条/月", exemptions=[exempt])))
    assert set(values(figures, "window")) == {("甲局", "2021-10"), ("甲局", "2021-12")}


def test_a_yearly_column_without_an_item_is_neither_short_nor_blank_in_a_quarter(engine):
    figures = engine.ask(tables([], kept("1条/年")))
    assert values(figures, "short") == values(figures, "blank") == {}
    assert values(figures, "total") == {("甲局", ""): 0}


def test_items_of_a_unit_without_a_duty_are_counted_and_not_judged(engine):
    figures = engine.ask(tables([item("丙局", **NOVEMBER)], kept("1条/月")))
    assert values(figures, "updates")[("丙局", "2021-11")] == 1
    assert ("丙局", "") not in values(figures, "short")


def test_a_count_of_a_month_is_not_a_guess_about_the_month(engine):
    figures = engine.ask(tables([item(quantity=3, **NOVEMBER)], kept("1条/月")))
    assert values(figures, "window")[("甲局", "2021-11")] == 3
    assert values(figures, "short") == {("甲局", ""): 2}


def test_a_count_of_the_period_judges_the_quarter_but_no_month(engine):
    facts = [item(quantity=3, **QUARTER)]
    by_month = engine.ask(tables(facts, kept("1条/月")))
    assert {one.met for one in by_month if one.measure == "columns.window"} == {None}
    assert values(by_month, "short") == values(by_month, "blank") == {("甲局", ""): 0}
    assert values(by_month, "updates") == {}
    by_quarter = engine.ask(tables(facts, kept("4条/季度")))
    assert values(by_quarter, "short") == {("甲局", ""): 1}


def test_a_count_of_a_month_belongs_to_what_the_period_holds_of_it(engine):
    """A batch from 6 October on: October's count is that of the days from the 6th."""
    batch = Period.parse("2021-10-06..2021-11-30")
    facts = [item(quantity=2, day=date(2021, 10, 31), precision="month")]
    figures = engine.ask(tables(facts, duties(office(), batch)))
    assert values(figures, "updates") == {("甲局", "2021-10"): 2, ("甲局", "2021-11"): 0}
