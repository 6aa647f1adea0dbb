"""The score of one unit in an assessment."""

from gongkai.assessment.result import Assessment
from gongkai.web.charts import waterfall
from gongkai.web.charts.chart import Chart


def unit_score(assessment: Assessment, unit: str) -> Chart:
    """How the unit came to its total. Raises KeyError for a unit without a scorecard: not ranked, or the
    scheme gives no points."""
    cards = {card.unit: card for card in assessment.scorecards}
    return waterfall.of_score(cards[unit])
