"""The tables of the two published notices, read as the files they would have been."""

from collections import Counter
from pathlib import Path

import pytest
from source_files import csv_text, xls, xlsx

from gongkai.office import files
from gongkai.sources import reading
from gongkai.sources.faults import Code
from gongkai.terms import Period

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "golden" / "cases"
WEIBIN = files.read(ROOT / "offices" / "weibin")
QIANYANG = files.read(ROOT / "offices" / "qianyang")


def rows_of(case: str, annex: str) -> list[list[object]]:
    """The annex with its numbers as numbers."""
    lines = (CASES / case / f"{annex}.csv").read_text(encoding="utf-8-sig").splitlines()
    return [
        [int(cell) if cell.lstrip("-").isdigit() else cell or None for cell in line.split(",")]
        for line in lines
    ]


def make_csv(path: Path, rows, sheet: str) -> Path:
    path.write_text(csv_text(rows), encoding="gb18030")
    return path


@pytest.fixture(params=[xlsx, xls, make_csv], ids=["xlsx", "xls", "csv"])
def published(tmp_path: Path, request: pytest.FixtureRequest):
    def read(case: str, annex: str) -> reading.Reading:
        office, period = (WEIBIN, "2021Q4") if case.startswith("weibin") else (QIANYANG, "2022Q2")
        path = request.param(tmp_path / annex, rows_of(case, annex), annex)
        return reading.read(path, office=office, period=Period.parse(period))

    return read


def total(facts) -> int:
    return sum(fact.quantity for fact in facts)


def outcomes(facts) -> dict[str, int]:
    return {
        outcome: total(f for f in facts if f.outcome == outcome) for outcome in {f.outcome for f in facts}
    }


def test_665_were_submitted_and_270_adopted_by_41_units(published):
    found = published("weibin-2021q4", "annex1_submissions")
    assert found.faults == []
    assert len(found.facts["submissions"]) == 41
    assert (total(found.facts["submissions"]), total(found.facts["adoptions"])) == (665, 270)
    zero = [fact.unit for fact in found.facts["submissions"] if not fact.quantity]
    assert zero == ["天台山管委会", "姜谭工业园", "经二路办"]


def test_the_column_that_stands_twice_is_counted_once(published):
    found = published("weibin-2021q4", "annex2_columns")
    assert [(fault.row, fault.value, fault.code) for fault in found.faults] == [
        (29, "批准和实施信息", Code.DUPLICATE_ROW)
    ]
    assert len(found.facts["columns"]) == 40 * 3
    assert total(found.facts["columns"]) == 329 - 12


def test_46_messages_45_closed_one_overdue_at_卫健局(published):
    found = published("weibin-2021q4", "annex3_messages")
    assert found.faults == []
    ended = outcomes(found.facts["messages"])
    assert (ended["on_time"], ended["late_open"], ended["late"], ended["open"]) == (45, 1, 0, 0)
    assert [f.unit for f in found.facts["messages"] if f.outcome == "late_open" and f.quantity] == ["卫健局"]


def test_918_posts_of_19_accounts_two_below_their_quota_of_12(published):
    found = published("weibin-2021q4", "annex4_media")
    assert found.faults == []
    assert (len(found.facts["posts"]), total(found.facts["posts"])) == (19, 918)
    lapsed = [fact.account for fact in found.facts["posts"] if fact.original < 12]
    assert lapsed == ["渭滨小警·微信服务号", "陕西姜谭经济技术开发区·微信订阅号"]


def test_391_orders_389_on_time_two_late_at_城关镇(published):
    facts = [
        fact
        for annex in ("annex3_hotline_towns", "annex4_hotline_departments")
        for fact in published("qianyang-2022q2", annex).facts["orders"]
    ]
    ended = outcomes(facts)
    assert (ended["on_time"], ended["late"], sum(ended.values())) == (389, 2, 391)
    assert [fact.unit for fact in facts if fact.outcome == "late" and fact.quantity] == ["城关镇"]


@pytest.mark.parametrize(("annex", "units"), [("annex1_towns", 7), ("annex2_departments", 34)])
def test_every_subtotal_and_rank_of_the_score_tables_is_found_right(published, annex: str, units: int):
    found = published("qianyang-2022q2", annex)
    assert found.errors == []
    assert {fault.code for fault in found.faults} <= {Code.DIMENSION_COMPUTED}
    assert len(Counter(fact.unit for fact in found.facts["adjustments"])) == units
