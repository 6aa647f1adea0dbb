"""Each sample spreadsheet is read without a fault or a question, but for the row that was published twice."""

from pathlib import Path

import pytest

from gongkai.office import files
from gongkai.sources import reading
from gongkai.terms import Period

PACKS = Path(__file__).parents[2] / "offices"

QUANTITIES = {
    ("weibin", "2021Q4", "sample/submissions.xlsx"): {"submissions": 665, "adoptions": 270},
    ("weibin", "2021Q4", "sample/messages.xlsx"): {"messages": 46},
    ("weibin", "2021Q4", "sample/posts.xlsx"): {"posts": 918},
    ("qianyang", "2022Q2", "sample/adjustments.xlsx"): {"adjustments": 118},
    ("qianyang", "2022Q2", "sample/columns.xlsx"): {"columns": 0},
    ("qianyang", "2022Q2", "sample/messages.xlsx"): {"messages": 11},
    ("qianyang", "2022Q2", "sample/orders.xlsx"): {"orders": 391},
    ("qianyang", "2022Q1", "sample/events/adjustments.xlsx"): {"adjustments": 40},
    ("qianyang", "2022Q1", "sample/events/adoptions.xlsx"): {"adoptions": 40},
    ("qianyang", "2022Q1", "sample/events/columns.xlsx"): {"columns": 48},
    ("qianyang", "2022Q1", "sample/events/messages.xlsx"): {"messages": 42},
    ("qianyang", "2022Q1", "sample/events/orders.xlsx"): {"orders": 80},
    ("qianyang", "2022Q1", "sample/events/posts.xlsx"): {"posts": 60},
    ("qianyang", "2022Q1", "sample/events/submissions.xlsx"): {"submissions": 70},
}


def read(pack: str, period: str, path: str) -> reading.Reading:
    return reading.read(PACKS / pack / path, office=files.read(PACKS / pack), period=Period.parse(period))


@pytest.mark.parametrize(("pack", "period", "path"), QUANTITIES)
def test_a_sample_is_read_whole(pack: str, period: str, path: str):
    found = read(pack, period, path)
    assert (found.faults, found.questions) == ([], [])
    quantities = {kind: sum(fact.quantity for fact in facts) for kind, facts in found.facts.items()}
    assert quantities == QUANTITIES[pack, period, path]


def test_the_column_that_was_published_twice_is_pointed_out_and_counted_once():
    found = read("weibin", "2021Q4", "sample/columns.xlsx")
    assert not found.errors
    assert not found.questions
    assert [(fault.row, fault.value) for fault in found.faults] == [(30, "批准和实施信息")]
    assert sum(fact.quantity for fact in found.facts["columns"]) == 317
