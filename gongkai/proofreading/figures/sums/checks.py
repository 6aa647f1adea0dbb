"""The checks of wholes and their parts."""

from gongkai.proofreading.figures.check import Check
from gongkai.proofreading.figures.sums import outcomes, parts, spells
from gongkai.proofreading.figures.sums.balances import Balances
from gongkai.proofreading.figures.sums.cumulative import Cumulative
from gongkai.proofreading.figures.sums.near_sums import NearSums
from gongkai.proofreading.figures.sums.repeats import Repeats
from gongkai.proofreading.figures.sums.told_again import ToldAgain

OF_ONE = (parts, outcomes, spells)


def checks() -> list[Check]:
    """All of them, for one document."""
    held = (Balances(), Cumulative(), Repeats(), ToldAgain(), NearSums())
    return [*(each.check for each in OF_ONE), *(each.check for each in held)]
