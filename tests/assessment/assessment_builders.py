"""Builders with defaults for assessments: a test shows only what matters to it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from gongkai.assessment import rules
from gongkai.assessment.assess import assess
from gongkai.assessment.result import Assessment, PointLine, Scorecard
from gongkai.assessment.rules import Outcome
from gongkai.measures.facts import Adjustment
from gongkai.measures.figures import Figure
from gongkai.office.pack import NoticeSettings, Office, Region, Unit, UnitKind
from gongkai.office.scheme import Dimension, Item, Scheme
from gongkai.terms import Period

QUARTER = Period.parse("2022Q2")
REGION = Region(province="某省", city="某市", name="某县", short="某县")


def make_unit(name: str, group: str = "部门", **more: Any) -> Unit:
    return Unit(name=name, kind=UnitKind.DEPARTMENT, group=group, **more)


def make_scheme(*items: Item, **more: Any) -> Scheme:
    """A scheme with a base of 100; every dimension that an item names is declared."""
    dimensions = tuple(Dimension(name=name) for name in dict.fromkeys(item.dimension for item in items))
    defaults = {
        "name": "考核办法",
        "version": "1",
        "source": "某政办发",
        "dimensions": dimensions,
        "items": items,
    }
    if items:
        defaults["base"] = Decimal(100)
    return Scheme(**(defaults | more))


def make_item(kind: str = "event", measure: str | None = None, key: str = "指标", **more: Any) -> Item:
    """An item of the rule `kind`; what the rule takes (points, full, steps…) may be given beside the rest."""
    taken = {"points", "surplus", "full", "steps", "at_least", "at_most"}
    rule = {"kind": kind} | {name: value for name, value in more.items() if name in taken}
    if kind in ("event", "shortfall", "flat"):
        rule.setdefault("points", Decimal(-2))
    rest = {name: value for name, value in more.items() if name not in taken}
    if measure is None:
        measure = "" if kind == "manual" else "orders.late"
    defaults = {"dimension": "日常工作", "label": key, "measure": measure}
    return Item(**(defaults | rest), key=key, rule=rule)


def make_office(scheme: Scheme, units: Sequence[Unit] = (), **more: Any) -> Office:
    settings = NoticeSettings(issuer="某县人民政府办公室", title="通报", addressee="各单位")
    return Office(
        key="mouxian",
        name="某县",
        region=REGION,
        units=tuple(units) or (make_unit("财政局"),),
        notice=settings,
        scheme=scheme,
        template="",
        **more,
    )


def count(measure: str, value: int, unit: str = "财政局", *, due: int | None = None, **more: Any) -> Figure:
    """A counted figure; with `due` it is judged against that target."""
    met = None if due is None else value >= due
    return Figure(unit, more.get("item", ""), more.get("window", ""), measure, value, target=due, met=met)


def share(measure: str, numerator: int, denominator: int, unit: str = "财政局") -> Figure:
    return Figure(unit, "", "", measure, None, numerator, denominator)


def make_adjustment(points: str, item: str = "指标", unit: str = "财政局", **more: Any) -> Adjustment:
    defaults: dict[str, Any] = {
        "day": date(2022, 6, 30),
        "precision": "day",
        "quantity": 1,
        "reason": "事由",
        "person": "某某",
        "evidence": "附件",
        "key": f"{unit}-{item}-{points}",
        "sheet": "Sheet1",
        "row": 2,
    }
    return Adjustment(unit=unit, item=item, points=points, **(defaults | more))


def judge(item: Item, *figures: Figure) -> Outcome | None:
    return rules.judge(item, figures)


def run(
    office: Office,
    *figures: Figure,
    adjustments: Sequence[Adjustment] = (),
    previous: Assessment | None = None,
) -> Assessment:
    return assess(office, QUARTER, figures, adjustments, snapshot="0" * 64, previous=previous)


def card(assessment: Assessment, unit: str = "财政局") -> Scorecard:
    return next(one for one in assessment.scorecards if one.unit == unit)


def lines(assessment: Assessment, unit: str = "财政局") -> list[PointLine]:
    return [one for one in assessment.lines if one.unit == unit]
