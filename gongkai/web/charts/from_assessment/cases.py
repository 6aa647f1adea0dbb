"""按期办结率 of an assessment, for messages and work orders, by the office's own denominator."""

from collections.abc import Collection

from gongkai.assessment.result import Assessment
from gongkai.measures.facts import KIND_LABELS
from gongkai.office.pack import Denominator, Office
from gongkai.terms import Rate
from gongkai.web.charts import on_time
from gongkai.web.charts.chart import Chart
from gongkai.web.charts.on_time import UnitRate

MEASURES = {
    ("messages", Denominator.DUE): "messages.on_time_rate",
    ("orders", Denominator.DUE): "orders.on_time_rate",
    ("orders", Denominator.HANDLED): "orders.handled_rate",
}
PARTS = {
    Denominator.DUE: ("按期办结件", "应办结件"),
    Denominator.HANDLED: ("按期办结件（含自主撤单）", "承办件"),
}


def on_time_rates(
    office: Office, assessment: Assessment, kind: str = "orders", units: Collection[str] | None = None
) -> Chart:
    """The rate of every unit that handled any; with `units` only theirs.

    `kind` is "orders" or "messages"; orders follow the office's denominator, places and rounding. Raises
    KeyError for another kind.
    """
    rules = office.rules.orders
    denominator = rules.denominator if kind == "orders" else Denominator.DUE
    digits = (rules.places, rules.rounding) if kind == "orders" else ()
    measure = MEASURES[kind, denominator]
    rates = [
        UnitRate(figure.unit, Rate(figure.numerator or 0, figure.denominator or 0, *digits))
        for figure in assessment.figures_by_measure.get(measure, ())
        if units is None or figure.unit in units
    ]
    return on_time.by_unit(rates, f"{KIND_LABELS[kind]}按期办结率", PARTS[denominator])
