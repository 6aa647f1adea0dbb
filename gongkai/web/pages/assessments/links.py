"""Where a number leads: to the facts and the rule behind it."""

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse

from gongkai.notice.plan import Binding
from gongkai.terms import Period


def figure(
    office: str,
    period: Period | str,
    measure: str,
    units: Sequence[str] = (),
    item: str = "",
    window: str = "",
) -> str:
    """The page of a figure. `measure` is anything a binding names (`gongkai.notice.plan.Binding`): a measure,
    a sum `a+b`, `finding.order_late`…; no units mean all of them."""
    return f"{_figures(office, period)}?{query(measure, units, item, window)}"


@lru_cache(maxsize=64)
def _figures(office: str, period: Period | str) -> str:
    """Found once: a page leads here from every number."""
    return reverse("figure", args=(office, period))


def query(measure: str, units: Sequence[str] = (), item: str = "", window: str = "") -> str:
    """What follows the address of the page of figures."""
    asked = [("measure", measure), *(("unit", unit) for unit in units), ("item", item), ("window", window)]
    return urlencode([(key, value) for key, value in asked if value])


def binding(office: str, period: Period | str, bound: Binding) -> str:
    """The page behind a figure of a notice; "" for what is only a name or a number of the notice itself."""
    if bound.measure in ("unit", "annex"):
        return ""
    return figure(office, period, bound.measure, bound.units, bound.item, bound.window)


def scorecard(office: str, period: Period | str, unit: str) -> str:
    """The page of a unit's score."""
    return reverse("scorecard", args=(office, period, unit))


def own_scorecard(office: str, period: Period | str, unit: str, own: str) -> str:
    """The page of a unit's score, "" for another unit than `own` where somebody belongs to one."""
    return scorecard(office, period, unit) if own in ("", unit) else ""
