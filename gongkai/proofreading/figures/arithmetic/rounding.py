"""Whether a printed rate can come from its parts, whichever way it was rounded."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext


def agrees(printed: Decimal, step: Decimal, exact: Decimal) -> bool:
    """Whether `exact` may be printed as `printed`, half up or cut off, with `step` as one of the last place."""
    if exact < 0:
        return agrees(-printed, step, -exact)
    return -step / 2 <= exact - printed < step


def rounding(steps: Sequence[Decimal]) -> Decimal:
    """How far rounding may take a sum from its parts; whole numbers are counted and not rounded, and one among
    decimals (12 beside 3.5) lacks only its zeros."""
    finest = min(steps)
    return Decimal(0) if finest >= 1 else finest * len(steps) / 2


MANY = 5
"""Numbers of a sum, with the total, beyond which rounding may add up to two places."""


def slack(steps: Sequence[Decimal]) -> Decimal:
    """What rounding may take from a sum or add to it, from one of the last place of each number: nothing for whole
    numbers; a place, though the worst case is more, because the places of several numbers seldom all err one way."""
    if all(step == 1 for step in steps):
        return Decimal(0)
    return max(steps) * (1 if len(steps) <= MANY else 2)


def percent(part: Decimal, whole: Decimal) -> Decimal | None:
    """part ÷ whole × 100; None for nothing to divide by."""
    return part * 100 / whole if whole else None


def rounded(exact: Decimal, step: Decimal) -> str:
    """`exact` half up to the places of `step`, for a suggestion: 90.9."""
    with localcontext() as context:
        context.prec = 60
        places = max(0, -int(step.adjusted()))
        return f"{exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):f}"
