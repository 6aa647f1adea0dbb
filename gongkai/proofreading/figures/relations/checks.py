"""The checks of values that other values make."""

from gongkai.proofreading.figures.check import Check
from gongkai.proofreading.figures.relations import (
    capacities,
    capitals,
    changes,
    conversions,
    directions,
    instalments,
    listed_means,
    lost_myriads,
    magnitudes,
    multiples,
    near_products,
    overlaps,
    products,
    rates,
    savings,
    share_lists,
    share_pairs,
    shares_together,
    stages,
    steps_ahead,
    targets,
)
from gongkai.proofreading.figures.relations.averages import Averages
from gongkai.proofreading.figures.relations.beyond_wholes import BeyondWholes
from gongkai.proofreading.figures.relations.near_averages import near_averages
from gongkai.proofreading.figures.relations.near_changes import near_changes
from gongkai.proofreading.figures.relations.near_rates import near_rates
from gongkai.proofreading.figures.relations.percent_amounts import PercentAmounts
from gongkai.proofreading.figures.relations.products_apart import ProductsApart
from gongkai.proofreading.figures.relations.rates_apart import RatesApart
from gongkai.proofreading.figures.relations.shares import Shares

OF_ONE = (
    rates,
    targets,
    share_lists,
    share_pairs,
    shares_together,
    products,
    near_products,
    capacities,
    capitals,
    conversions,
    instalments,
    changes,
    directions,
    multiples,
    savings,
    stages,
    steps_ahead,
    overlaps,
    listed_means,
    lost_myriads,
    magnitudes,
)


def checks() -> list[Check]:
    """All of them, for one document."""
    held = (
        BeyondWholes(),
        ProductsApart(),
        RatesApart(),
        Shares(),
        Averages(),
        PercentAmounts(),
        near_rates(),
        near_changes(),
        near_averages(),
    )
    return [*(each.check for each in OF_ONE), *(each.check for each in held)]
