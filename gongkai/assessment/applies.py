"""Which dimensions and items of a scheme concern a group."""

from gongkai.office.scheme import Dimension, Item, Manual, Scheme


def dimensions_of(scheme: Scheme, group: str) -> tuple[Dimension, ...]:
    """The columns of a group's score table, in the scheme's order."""
    return tuple(one for one in scheme.dimensions if not one.groups or group in one.groups)


def items_of(scheme: Scheme, group: str) -> tuple[Item, ...]:
    """The indicators a group is judged by: those open to it, in dimensions open to it."""
    dimensions = {one.name for one in dimensions_of(scheme, group)}
    return tuple(
        item
        for item in scheme.items
        if item.dimension in dimensions and (not item.groups or group in item.groups)
    )


def manual_item(scheme: Scheme, group: str, text: str) -> Item | None:
    """The manual item of a group that an adjustment names, by its key, else by its label if that is one item's."""
    manual = [item for item in items_of(scheme, group) if isinstance(item.rule, Manual)]
    by_key = [item for item in manual if item.key == text]
    by_label = [item for item in manual if item.label == text]
    named = by_key or by_label
    return named[0] if len(named) == 1 else None
