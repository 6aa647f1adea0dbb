"""Whether one number was likely meant where another is printed: a digit mistaken, two exchanged, one lost."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

NEAR = Decimal("0.1")
"""Share of the right value within which a wrong one is taken for a slip of reckoning."""


def is_slip(printed: Decimal, right: Decimal, step: Decimal) -> bool:
    """Whether `printed` differs from `right`, both to the places of `step`, by one slip of the keys.

    >>> is_slip(Decimal("83.1"), Decimal("81.25"), Decimal("0.1"))
    True
    """
    given = _digits(printed, step, ROUND_HALF_UP)
    return any(_differs_little(given, _digits(right, step, way)) for way in (ROUND_HALF_UP, ROUND_DOWN))


def is_likely(printed: Decimal, right: Decimal, step: Decimal, near: Decimal = NEAR) -> bool:
    """Whether `right` is what was meant: a slip away, or not far."""
    return abs(printed - right) <= near * abs(right) or is_slip(printed, right, step)


def is_exchange(one: Decimal, other: Decimal, step: Decimal) -> bool:
    """Whether two values of three figures or more are the same but for two figures exchanged: 820 and 802."""
    first, second = (_digits(each, step, ROUND_DOWN) for each in (one, other))
    return len(first) > 2 and sorted(first) == sorted(second) and _differs_little(first, second)


def _digits(value: Decimal, step: Decimal, way: str) -> str:
    with localcontext() as context:
        context.prec = 60
        return str(int((abs(value) / step).quantize(Decimal(1), rounding=way)))


def _differs_little(given: str, right: str) -> bool:
    if abs(len(given) - len(right)) == 1 and len(min(given, right, key=len)) > 1:
        longer, shorter = sorted((given, right), key=len, reverse=True)
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    if len(given) != len(right) or len(given) < 2:
        return False
    apart = [at for at, (one, other) in enumerate(zip(given, right, strict=True)) if one != other]
    if len(apart) == 2:
        first, second = apart
        return given[first] == right[second] and given[second] == right[first]
    return len(apart) == 1
