"""千阳 2022Q2: the shipped scheme gives all 41 published subtotals and ranks, and every published cell between.

What the scheme computes comes as figures (filed accounts, late orders, blank columns); what a person gave comes
as adjustments taken from the published tables.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from cases import number, table

from gongkai.assessment.assess import assess
from gongkai.assessment.result import Assessment, Scorecard
from gongkai.assessment.scheme_check import faults
from gongkai.measures.facts import Adjustment
from gongkai.measures.figures import Figure
from gongkai.office import files
from gongkai.terms import Period

CASE = "qianyang-2022q2"
OFFICE = files.read(Path(__file__).parents[2] / "offices" / "qianyang")
TABLES = {"镇": "annex1_towns", "部门": "annex2_departments"}
FIXED = ("单位", "基准分", "小计", "名次")

ACCOUNTS = {"城关镇": 1, "乡村振兴局": 1, "招商局": 1, "文化和旅游局": 1, "公安局": 3}
BLANK = ("公安局", "人行")
FIGURES = [
    *(Figure(unit, "", "", "accounts.registered", filed) for unit, filed in ACCOUNTS.items()),
    *(Figure(unit, "工作动态", "", "columns.blank", 1) for unit in BLANK),
    Figure("城关镇", "", "", "orders.late", 2),
    Figure("高崖镇", "", "", "orders.late", 0),
]
COMPUTED = {("城关镇", "日常工作"), *((unit, "新闻动态") for unit in BLANK)}
COMPUTED |= {(unit, media) for unit in ACCOUNTS for media in ("政务新媒体", "新媒体")}


def published(group: str) -> list[dict[str, str]]:
    return table(CASE, TABLES[group])


def adjustment(unit: str, item: str, points: str) -> Adjustment:
    day = date(2022, 6, 30)
    return Adjustment(
        unit, day, "period", 1, item, points, "考核组汇总", "某某", "打分表", f"{unit}-{item}", "", 0
    )


ADJUSTMENTS = [
    adjustment(row["单位"], dimension, points)
    for group in TABLES
    for row in published(group)
    for dimension, points in row.items()
    if points and dimension not in FIXED and (row["单位"], dimension) not in COMPUTED
]


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return assess(OFFICE, Period.parse("2022Q2"), FIGURES, ADJUSTMENTS, snapshot="")


def cards(assessment: Assessment, group: str) -> list[Scorecard]:
    return [card for card in assessment.scorecards if card.group == group]


@pytest.mark.parametrize(("group", "units"), [("镇", 7), ("部门", 34)])
def test_every_subtotal_and_rank_is_the_published_one(assessment: Assessment, group: str, units: int) -> None:
    expected = {row["单位"]: (Decimal(row["小计"]), int(row["名次"])) for row in published(group)}

    assert {card.unit: (card.total, card.rank) for card in cards(assessment, group)} == expected
    assert len(expected) == units


@pytest.mark.parametrize("group", TABLES)
def test_every_cell_between_is_the_published_one_and_blank_where_it_is_blank(
    assessment: Assessment, group: str
) -> None:
    for card in cards(assessment, group):
        row = next(one for one in published(group) if one["单位"] == card.unit)
        assert {name: number(row[name]) for name in card.subtotals} == card.subtotals
        assert card.base == int(row["基准分"])


@pytest.mark.parametrize("group", TABLES)
def test_units_stand_in_the_published_order_of_ranks(assessment: Assessment, group: str) -> None:
    assert [card.rank for card in cards(assessment, group)] == [int(row["名次"]) for row in published(group)]


def test_what_was_computed_says_how(assessment: Assessment) -> None:
    explained = {(line.unit, line.dimension): line.basis for line in assessment.lines if line.measure}

    assert explained[("城关镇", "日常工作")] == "超时办结2件，每件−2分，计−4分"
    assert explained[("公安局", "新闻动态")] == "“工作动态”栏目更新为0，扣60分"
    assert explained[("公安局", "新媒体")] == "备案账号3个，每个+2分，计+6分"


def test_the_shipped_schemes_have_no_fault() -> None:
    offices = Path(__file__).parents[2] / "offices"

    assert [
        str(fault) for name in ("qianyang", "weibin") for fault in faults(files.read(offices / name))
    ] == []
