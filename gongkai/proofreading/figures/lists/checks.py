"""The checks of things told one by one."""

from gongkai.proofreading.figures.check import Check
from gongkai.proofreading.figures.lists import (
    enumerations,
    led_in_names,
    named_behind,
    points,
    ranks_beyond,
    repeated_names,
    standings,
    values_told,
)
from gongkai.proofreading.figures.lists.named_apart import NamedApart
from gongkai.proofreading.figures.lists.named_below import NamedBelow
from gongkai.proofreading.figures.lists.numbered_paragraphs import NumberedParagraphs
from gongkai.proofreading.figures.lists.ordinal_groups import OrdinalGroups

OF_ONE = (
    enumerations,
    led_in_names,
    named_behind,
    points,
    ranks_beyond,
    repeated_names,
    standings,
    values_told,
)


def checks() -> list[Check]:
    """All of them, for one document."""
    held = (NumberedParagraphs(), NamedApart(), NamedBelow(), OrdinalGroups())
    return [*(each.check for each in OF_ONE), *(each.check for each in held)]
