"""Pictures as data: an Apache ECharts option and the table of the same numbers, a module a picture.

`heat`, `posting`, `on_time`, `share`, `trend`, `waterfall` and `movement` draw what they are given;
`from_assessment` gives them the figures of a stored assessment. No Django, no database, no clock.
"""

from gongkai.web.charts import (
    from_assessment,
    heat,
    movement,
    on_time,
    posting,
    share,
    trend,
    waterfall,
)
from gongkai.web.charts.chart import Chart, ChartTable, Spec, TableColumn, Value
from gongkai.web.charts.palette import PALETTE

__all__ = [
    "PALETTE",
    "Chart",
    "ChartTable",
    "Spec",
    "TableColumn",
    "Value",
    "from_assessment",
    "heat",
    "movement",
    "on_time",
    "posting",
    "share",
    "trend",
    "waterfall",
]
