"""Rules in words, as the score page and the scheme's own printout show them."""

from decimal import Decimal

import pytest
from assessment_builders import make_item

from gongkai.assessment.nouns import HAPPENED, SPOKEN
from gongkai.assessment.sentences import number, rule_in_words, signed, verdict
from gongkai.measures.registry import MEASURES
from gongkai.office.scheme import Item

STEPS = [{"at_least": 20, "points": 5}, {"at_least": 10, "points": 2}]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (make_item("event", points=-2), "每件−2分"),
        (
            make_item("shortfall", "submissions.submitted", points=-1, surplus="0.5"),
            "每少1条−1分，每多1条+0.5分",
        ),
        (make_item("band", "submissions.submitted", steps=STEPS), "达到10条+2分、达到20条+5分"),
        (make_item("flat", "orders.on_time_rate", points=5, at_least=90), "不少于90%的，计+5分"),
        (make_item("flat", "accounts.registered", points=2), "+2分"),
        (make_item("ratio", "orders.on_time_rate", full=30), "按完成比例计分，满分30分"),
        (make_item("manual", cap=10), "人工记分，逐笔说明理由，上限+10分"),
        (make_item("event", each=True, floor=-24, cap=0), "每件−2分，逐项计算，下限−24分，上限0分"),
    ],
)
def test_a_rule_reads_as_a_person_would_say_it(item: Item, words: str) -> None:
    assert rule_in_words(item) == words


def test_points_carry_a_true_minus_sign_and_no_needless_zeros() -> None:
    assert [signed(Decimal(text)) for text in ("2.50", "-4", "0", "300")] == ["+2.5", "−4", "0", "+300"]
    assert number(Decimal("-0.125")) == "−0.125"


def test_a_single_fact_costs_earns_or_leaves_as_is() -> None:
    assert [verdict(Decimal(points)) for points in (-60, 2, 0)] == ["扣60分", "加2分", "不加不扣"]


def test_only_measures_that_exist_have_words() -> None:
    assert set(SPOKEN) | set(HAPPENED) <= set(MEASURES)
