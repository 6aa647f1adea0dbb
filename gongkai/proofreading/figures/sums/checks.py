"""The checks of wholes and their parts."""

from gongkai.proofreading.figures.check import Check
from gongkai.proofreading.figures.sums import outcomes, parts, plain_parts, spells
from gongkai.proofreading.figures.sums.balances import Balances
from gongkai.proofreading.figures.sums.cumulative import Cumulative
from gongkai.proofreading.figures.sums.remainders import Remainders
from gongkai.proofreading.figures.sums.repeats import Repeats
from gongkai.proofreading.figures.sums.told_again import ToldAgain

OF_ONE = (parts, plain_parts, outcomes, spells)


def checks() -> list[Check]:
    """All of them, for one document."""
    held = (Balances(), Cumulative(), Remainders(), Repeats(), ToldAgain())
    return [*(each.check for each in OF_ONE), *(each.check for each in held)]
