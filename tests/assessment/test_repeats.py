"""Problems that come again over quarters."""

import pytest

from gongkai.assessment.repeats import Closed, FoundIn, problem, repeats
from gongkai.assessment.result import AssessmentError, Finding, FindingKind

QUARTERS = ("2021Q2", "2021Q3", "2021Q4")


def short(item: str = "预算信息", unit: str = "财政局", value: int = 1) -> Finding:
    return Finding(
        kind=FindingKind.COLUMN_SHORT,
        unit=unit,
        item=item,
        measure="columns.short",
        value=value,
        target=None,
        text=f"{unit}“{item}”栏目更新不达标",
    )


def over(*findings: list[Finding]) -> list[FoundIn]:
    """Findings of the quarters in order."""
    return [FoundIn(period, found) for period, found in zip(QUARTERS, findings, strict=False)]


def test_the_same_problem_of_the_same_unit_and_item_comes_again_whatever_its_number():
    (again,) = repeats(over([short(value=1)], [short(value=3)], [short("采购信息"), short(unit="司法局")]))
    assert (again.problem, again.periods, again.running) == (problem(short()), ("2021Q2", "2021Q3"), 0)


def test_a_problem_found_once_is_no_repeat():
    assert repeats(over([short()], [], [short("采购信息")])) == ()


def test_running_counts_the_periods_on_end_up_to_the_newest():
    told = repeats(over([short(), short("甲"), short("乙")], [short(), short("乙")], [short(), short("甲")]))
    assert [(one.problem.item, one.running) for one in told] == [("预算信息", 3), ("甲", 1), ("乙", 0)]


def test_what_was_closed_and_came_again_rebounded():
    closed = [Closed("2021Q2", problem(short()))]
    (again,) = repeats(over([short()], [], [short()]), closed)
    assert (again.rebounded, again.rebounds) == (True, ("2021Q4",))
    assert again.text == "财政局“预算信息”栏目更新不达标：2021年二季度、2021年四季度出现，销号后反弹"


def test_what_was_never_closed_goes_on_and_does_not_rebound():
    (again,) = repeats(over([short()], [short()]), [Closed("2021Q2", problem(short("采购信息")))])
    assert not again.rebounded
    assert again.text == "财政局“预算信息”栏目更新不达标：2021年二季度、2021年三季度出现，连续2期"


def test_closing_the_newest_is_no_rebound_yet():
    (again,) = repeats(over([short()], [short()]), [Closed("2021Q3", problem(short()))])
    assert again.rebounds == ()


def test_a_problem_named_twice_in_a_period_came_once():
    assert repeats(over([short(), short()], [])) == ()


def test_periods_out_of_order_are_refused():
    with pytest.raises(AssessmentError, match="2021Q3与2021Q2"):
        repeats([FoundIn("2021Q3", []), FoundIn("2021Q2", [])])
