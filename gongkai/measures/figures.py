"""The long table of figures: what measures answer and everything above reads."""

from typing import NamedTuple


class Figure(NamedTuple):
    """One figure of one unit.

    `item` is the column, account (name·platform), outlet or order type it is about, "" for the unit as
    a whole. `window` is a Period code ("2021-10") where the figure is of a part of the period, "" else.
    `value` is a count; a rate has `value` None and stands as numerator over denominator. `target` is the
    quota or the least number, None where there is no duty; `met` is None where nothing is judged.
    """

    unit: str
    item: str
    window: str
    measure: str
    value: int | None
    numerator: int | None = None
    denominator: int | None = None
    target: int | None = None
    met: bool | None = None
