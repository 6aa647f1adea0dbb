"""How unlikely it is that figures agree by chance: the digits that rows had to get right, less those that the choice
among many relations gave away."""

from collections.abc import Iterable
from decimal import Decimal
from math import log10

ENOUGH = 2.0
"""Digits beyond chance from which a relation is believed: one table in a hundred would show it for no reason."""


def digits(value: Decimal, step: Decimal) -> float:
    """Digits that a figure tells: 0 for nothing, 2.5 for 331, 3.0 for 99.9."""
    return max(0.0, log10(abs(float(value / step)))) if value else 0.0


def surprise(fitting: Iterable[float], missing: int, ways: int) -> float:
    """Digits beyond chance of a relation that is one of `ways`: those of the rows that fit, less what the choice of
    the rows that do not is worth."""
    told = list(fitting)
    return sum(told) - log10(max(1, ways)) - missing * log10(max(1, len(told) + missing))
