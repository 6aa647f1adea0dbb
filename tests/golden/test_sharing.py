"""The largest remainder method, by which made-up splits are made."""

from hypothesis import given
from hypothesis import strategies as st
from sharing import largest_remainder

weights = st.lists(st.integers(0, 1000), min_size=1, max_size=30).filter(any)


@given(st.integers(0, 10_000), weights)
def test_the_shares_add_up_and_lie_within_one_of_proportion(total: int, given_weights: list[int]):
    shares = largest_remainder(total, given_weights)
    assert sum(shares) == total
    whole = sum(given_weights)
    assert all(
        abs(share * whole - total * weight) < whole
        for share, weight in zip(shares, given_weights, strict=True)
    )


def test_equal_remainders_go_to_the_first_in_order():
    assert largest_remainder(2, [1, 1, 1]) == [1, 1, 0]
