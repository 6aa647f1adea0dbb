"""The pictures of a stored assessment: its figures, the office's register, and nothing counted anew."""

from gongkai.web.charts.from_assessment.accounts import account_posts
from gongkai.web.charts.from_assessment.cases import on_time_rates
from gongkai.web.charts.from_assessment.columns import column_heat
from gongkai.web.charts.from_assessment.periods import measure_trend
from gongkai.web.charts.from_assessment.scores import unit_score
from gongkai.web.charts.from_assessment.shares import item_share

__all__ = [
    "account_posts",
    "column_heat",
    "item_share",
    "measure_trend",
    "on_time_rates",
    "unit_score",
]
