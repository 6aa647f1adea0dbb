"""名次: dense by default, competition where an office wants it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.assessment.ranking import ranks
from gongkai.office.scheme import Ranking

TOTALS = {"甲": Decimal(300), "乙": Decimal("297.5"), "丙": Decimal("297.50"), "丁": Decimal(-4)}


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        (Ranking.DENSE, {"甲": 1, "乙": 2, "丙": 2, "丁": 3}),
        (Ranking.COMPETITION, {"甲": 1, "乙": 2, "丙": 2, "丁": 4}),
    ],
)
def test_equal_totals_share_a_rank(ranking: Ranking, expected: dict[str, int]) -> None:
    assert ranks(TOTALS, ranking) == expected


def test_an_empty_group_has_no_ranks() -> None:
    assert ranks({}) == {}


@given(st.lists(st.integers(-3, 3), min_size=1))
def test_the_last_dense_rank_is_the_number_of_different_totals(totals: list[int]) -> None:
    found = ranks({str(place): Decimal(total) for place, total in enumerate(totals)})

    assert max(found.values()) == len(set(totals))


@given(st.lists(st.integers(-3, 3), min_size=1))
def test_a_competition_rank_is_one_more_than_the_units_ahead(totals: list[int]) -> None:
    found = ranks({str(place): Decimal(total) for place, total in enumerate(totals)}, Ranking.COMPETITION)

    assert all(
        found[str(place)] == 1 + sum(other > total for other in totals) for place, total in enumerate(totals)
    )
