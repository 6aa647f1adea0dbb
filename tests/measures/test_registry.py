"""The registry says what the measures are, and costs nothing to ask."""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from fact_tables import duties, fact, office, tables

from gongkai import measures
from gongkai.measures.facts import FACTS
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.office.pack import Account, Column, ColumnDuty, Filing, Outlet, Rules, SubmissionRules

ACCOUNT = Account(name="甲发布", platform="微博", unit="甲局", holder="甲局")
DUTY = ColumnDuty(units=["甲局"], frequency="1条/月")


def everything() -> dict[str, list]:
    """An office with every duty, and a fact of every kind."""
    rich = office(
        columns=[Column(name="教育信息", category="动态", duties=[DUTY])],
        accounts=[ACCOUNT],
        outlets=[Outlet(name="网站", level="本级网站")],
        rules=Rules(submissions=SubmissionRules(quota=24)),
    )
    about = {
        "adoptions": {"outlet": "网站"},
        "columns": {"column": "教育信息"},
        "posts": {"account": ACCOUNT.key},
    }
    about["orders"] = {"type": "投诉", "satisfied": 1}
    facts = [fact(kind, "甲局", **about.get(kind, {})) for kind in FACTS if kind != "adjustments"]
    return tables(facts, duties(rich))


def test_every_measure_is_computed_and_no_other(engine):
    assert {one.measure for one in engine.ask(everything())} == set(MEASURES)


def test_what_narrows_a_figure_is_what_the_registry_says(engine):
    for one in engine.ask(everything()):
        measure = MEASURES[one.measure]
        assert (bool(one.item), bool(one.window)) == (bool(measure.item), bool(measure.window)), one
        assert (one.value is None) == measure.is_rate, one


def test_a_rate_is_made_of_the_measures_it_names(engine):
    figures = engine.ask(everything())
    counts = defaultdict(int, {(one.unit, one.measure): one.value for one in figures if not one.item})
    rates = [one for one in figures if MEASURES[one.measure].is_rate]
    assert len({one.measure for one in rates}) == 5
    for one in rates:
        measure = MEASURES[one.measure]
        assert one.numerator == sum(counts[one.unit, part] for part in measure.numerator)
        assert one.denominator == sum(counts[one.unit, part] for part in measure.denominator)


def test_rates_and_overlapping_windows_have_no_total():
    assert {key for key, measure in MEASURES.items() if not measure.additive} == {
        "columns.window",
        "adoptions.rate",
        "messages.on_time_rate",
        "orders.on_time_rate",
        "orders.handled_rate",
        "orders.satisfaction_rate",
    }


def test_every_line_of_business_is_a_module_of_its_own():
    modules = {path.stem for path in Path(measures.__path__[0]).glob("*.py")}
    assert {measure.kind for measure in MEASURES.values()} <= modules


def test_the_filing_states_are_those_of_the_pack():
    from gongkai.measures.accounts import FILED, UNAPPROVED

    assert (Filing.FILED.value, Filing.UNAPPROVED.value) == (FILED, UNAPPROVED)


def test_the_long_table_has_the_columns_of_a_figure():
    from gongkai.measures.long import TYPES

    assert ("unit", *TYPES) == Figure._fields


def test_reading_the_registry_does_not_import_ibis():
    asked = "import sys, gongkai.measures.registry, gongkai.records.tables; print('ibis' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
