"""完成情况, beside the points."""

import pytest
from assessment_builders import count, make_office, make_scheme, run, share

from gongkai.assessment.completion import DUTIES
from gongkai.assessment.result import Completion
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES


def states(*figures: Figure) -> dict[str, tuple[Completion, int, int]]:
    found = run(make_office(make_scheme()), *figures).completion
    return {one.kind: (one.state, one.met, one.judged) for one in found}


@pytest.mark.parametrize(
    ("updates", "state"),
    [((1, 1, 2), Completion.COMPLETE), ((0, 1, 0), Completion.PARTIAL), ((0, 0, 0), Completion.NONE)],
)
def test_columns_are_complete_when_every_window_is_met(updates: tuple[int, ...], state: Completion) -> None:
    windows = [
        count("columns.window", value, item="甲", window=f"2022-0{month}", due=1)
        for month, value in enumerate(updates, start=4)
    ]

    assert states(*windows) == {"columns": (state, sum(value > 0 for value in updates), 3)}


def test_orders_are_complete_when_all_that_were_due_were_closed_in_time() -> None:
    assert states(share("orders.on_time_rate", 20, 22)) == {"orders": (Completion.PARTIAL, 20, 22)}
    assert states(share("orders.on_time_rate", 7, 7)) == {"orders": (Completion.COMPLETE, 7, 7)}


def test_a_unit_without_a_duty_has_no_state() -> None:
    assert (
        states(
            share("orders.on_time_rate", 0, 0),
            count("posts.original", 5, item="小程序"),
            count("submissions.submitted", 5),
        )
        == {}
    )


def test_every_account_must_post_for_the_unit_to_be_complete() -> None:
    assert states(
        count("posts.original", 12, item="甲", due=12), count("posts.original", 7, item="乙", due=12)
    ) == {"posts": (Completion.PARTIAL, 1, 2)}


def test_duties_are_known_measures_of_their_kind() -> None:
    assert all(MEASURES[measure].kind == kind for kind, measure in DUTIES.items())
