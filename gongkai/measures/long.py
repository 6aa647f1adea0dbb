"""From wide to long: one aggregated row of a unit becomes a row of Figure for each of its measures.

Figures leave an aggregate through one array that is unnested, so a fact table is scanned once however
many measures are taken from it.
"""

from typing import Any

import ibis

ZERO, NOTHING = ibis.literal(0, "int64"), ibis.null("int64")
"""What stands in a column of counts where a duty has no fact yet, and where a fact has no duty."""

TYPES = {
    "item": "string",
    "window": "string",
    "measure": "string",
    "value": "int64",
    "numerator": "int64",
    "denominator": "int64",
    "target": "int64",
    "met": "boolean",
}
"""The columns of `gongkai.measures.figures.Figure` after `unit`, in its order."""


def figure(measure: str, value: Any = None, **parts: Any) -> ibis.Value:
    """One figure as an expression on a wide table; `parts` are the other columns of a Figure.

    What is not given is "" for `item` and `window` and missing for the rest.
    """
    given = {"item": "", "window": "", "measure": measure, "value": value} | parts
    return ibis.struct(
        {
            name: ibis.literal(None, kind) if given.get(name) is None else _typed(given[name], kind)
            for name, kind in TYPES.items()
        }
    )


def _typed(value: Any, kind: str) -> ibis.Value:
    return value.cast(kind) if isinstance(value, ibis.Value) else ibis.literal(value, kind)


def unpivot(wide: ibis.Table, *figures: ibis.Value) -> ibis.Table:
    """The figures of every row of `wide` (one row a unit, or a unit and an item), below each other.

    A figure with neither a value nor a denominator says nothing and is left out: so a unit without a
    quota has no shortfall.
    """
    long = wide.select("unit", figure=ibis.array(list(figures)).unnest()).unpack("figure")
    return long.filter(long.value.notnull() | long.denominator.notnull())
