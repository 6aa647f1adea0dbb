"""Figures are computed from a snapshot's files and from nothing else."""

from datetime import date

import pytest
from fact_tables import Q4, Engine, duties, fact, office, tables

from gongkai.measures.presence import presence
from gongkai.office.pack import Rules, SubmissionRules
from gongkai.records import snapshots
from gongkai.records.tables import compute, present, question

FACTS = [
    fact("submissions", "甲局", quantity=8, key="1"),
    fact("orders", "乙局", quantity=3, key="2", type="投诉"),
]
REGISTERS = duties(office(rules=Rules(submissions=SubmissionRules(quota=24))))


def snapshot(folder):
    rows = tables(FACTS, REGISTERS)
    facts = {kind: rows[kind] for kind in ("submissions", "orders")}
    snapshots.write(folder, office={}, period=Q4, facts=facts, registers=REGISTERS)
    return folder


def test_the_figures_of_a_snapshot_are_those_of_its_rows(tmp_path):
    figures = compute(snapshot(tmp_path / "snapshot"))
    assert list(figures) == Engine().ask(tables(FACTS, REGISTERS))
    submitted = next(one for one in figures if one.measure == "submissions.submitted")
    assert (submitted.unit, submitted.value, submitted.target, submitted.met) == ("甲局", 8, 24, False)


def test_the_same_snapshot_gives_the_same_figures_in_the_same_order(tmp_path):
    folder = snapshot(tmp_path / "snapshot")
    assert compute(folder) == compute(folder)


@pytest.mark.parametrize("name", ["渭滨 [2021]*", "o'brien", 'a"b', "问号?"])
def test_any_name_of_a_folder_will_do(tmp_path, name):
    (tmp_path / "渭滨 2x").mkdir()
    assert len(compute(snapshot(tmp_path / name))) > 10


def test_an_empty_period_has_zeros_for_those_who_owe(tmp_path):
    snapshots.write(tmp_path / "s", office={}, period=Q4, facts={}, registers=REGISTERS)
    zero = [one.unit for one in compute(tmp_path / "s") if one.measure == "submissions.zero" and one.value]
    assert zero == ["甲局", "乙局"]


def test_no_row_of_orders_is_read_for_each_measure_anew():
    """One reading for the orders that say how they ended, one for those judged by their dates."""
    assert question("duckdb").count('FROM "orders"') == 2


def test_a_cluster_can_be_asked_the_same_question():
    assert "orders.on_time_rate" in question("pyspark")


def test_what_there_are_facts_of_is_told_once_and_without_the_orders(tmp_path):
    month = {"column": "教育信息", "precision": "month", "day": date(2021, 11, 30)}
    rows = [
        *(fact("submissions", "甲局", key=key) for key in ("1", "2")),
        fact("columns", "乙局", quantity=0, **month),
        fact("orders", "乙局", type="投诉"),
    ]
    kinds = tables(rows)
    facts = {kind: kinds[kind] for kind in ("submissions", "columns", "orders")}
    snapshots.write(tmp_path / "s", office={}, period=Q4, facts=facts, registers=REGISTERS)
    assert present(tmp_path / "s") == {
        ("submissions", "甲局", "", "day", None),
        ("columns", "乙局", "教育信息", "month", date(2021, 11, 30)),
    }
    assert '"orders"' not in question("duckdb", presence)
    assert "submissions" in question("pyspark", presence)
