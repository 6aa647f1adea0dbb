"""Sharing a total out in proportion: the stated rule by which made-up splits are made."""

from collections.abc import Sequence


def largest_remainder(total: int, weights: Sequence[int]) -> list[int]:
    """`total` shared in proportion to the weights; what is left over goes to the largest remainders,
    equal ones in their order. The shares add up to the total."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: -(total * weights[place] % whole))
    for place in by_remainder[: total - sum(shares)]:
        shares[place] += 1
    return shares
