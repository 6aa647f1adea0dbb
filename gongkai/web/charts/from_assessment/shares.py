"""Shares in an assessment: orders by type, adoptions by outlet."""

from collections.abc import Collection

from gongkai.assessment.result import Assessment
from gongkai.measures.registry import MEASURES
from gongkai.notice.figures import Figures, Scope
from gongkai.web.charts import share
from gongkai.web.charts.chart import Chart
from gongkai.web.charts.share import Part

TITLES = {"orders.by_type": "12345工单类型", "adoptions.adopted": "信息采用渠道"}


def item_share(assessment: Assessment, measure: str, units: Collection[str] | None = None) -> Chart:
    """The share of each item of `measure` ("orders.by_type", "adoptions.adopted") over all units or `units`.

    Raises UnknownWordError for a measure that does not exist.
    """
    counts = Figures(assessment).by_item(measure, Scope(units))
    known = MEASURES[measure]
    parts = [Part(item or "未注明", count) for item, count in counts.items()]
    return share.by_type(parts, TITLES.get(measure, known.label), known.counter)
