"""A picture of each kind, made of few numbers; every text may be replaced by a hostile one."""

from datetime import date
from decimal import Decimal

from gongkai.assessment.result import Scorecard
from gongkai.office.frozen import Frozen
from gongkai.terms import Frequency, Rate
from gongkai.web.charts import (
    Chart,
    heat,
    movement,
    on_time,
    posting,
    share,
    trend,
    waterfall,
)
from gongkai.web.charts.heat import ColumnMonth, ColumnRow, ColumnState
from gongkai.web.charts.on_time import UnitRate
from gongkai.web.charts.posting_counts import Posting
from gongkai.web.charts.share import Part
from gongkai.web.charts.trend import Line
from gongkai.web.charts.unit_ranks import UnitRanks
from gongkai.workdays import Calendar

DUTY = Frequency.parse("1条/5工作日")
APRIL = tuple(Calendar.statutory().days(date(2022, 4, 1), date(2022, 4, 30)))
MONTHS = ("4月", "5月", "6月")


def post(day: int, original: int = 1, published: int = 1, precision: str = "day") -> Posting:
    """A post of April 2022."""
    return Posting(date(2022, 4, day), precision, published, original)


def column(
    *months: tuple[int | None, ColumnState], name: str = "财政预决算", unit: str = "财政局"
) -> ColumnRow:
    return ColumnRow(name, unit, "1条/月", tuple(ColumnMonth(*month) for month in months))


def card(total: int | str = 297, name: str = "财政局", **more) -> Scorecard:
    """A base of 300, −8 and +5."""
    subtotals = {"主动公开": Decimal(-8), "重点领域": Decimal(5), "政民互动": None}
    given = {"unit": name, "group": "部门", "base": Decimal(300), "subtotals": subtotals, "rank": 2}
    return Scorecard(**(given | {"total": Decimal(total)} | more))


def changed(frozen: Frozen, **more) -> Frozen:
    """A frozen thing with other values; unlike a copy, it keeps nothing it had worked out before."""
    given = {name: getattr(frozen, name) for name in type(frozen).model_fields}
    return type(frozen)(**(given | more))


def every(name: str = "财政局") -> dict[str, Chart]:
    """A picture of each kind about a thing called `name`."""
    met, short = (3, ColumnState.MET), (0, ColumnState.SHORT)
    quarters = ("2021年四季度", "2022年一季度")
    parts = [Part(name, 20), Part("咨询", 5)]
    return {
        "heat": heat.columns([column(met, short, (None, ColumnState.MET), name=name, unit=name)], MONTHS),
        "posting": posting.calendar(name, APRIL, [post(6), post(20, 0, 2)], DUTY, 4),
        "posting counts": posting.calendar(name, APRIL, [post(30, 3, 5, "month")], DUTY, 4),
        "on time": on_time.by_unit([UnitRate(name, Rate(20, 22)), UnitRate(f"{name}二", Rate(0, 0))], name),
        "ring": share.by_type(parts, name),
        "bars": share.by_type([*parts, *(Part(f"类型{place}", 1) for place in range(6))], name),
        "trend": trend.over_periods(
            quarters, [Line(name, "条", (5, None)), Line("率", "%", (Rate(1, 3), None))]
        ),
        "waterfall": waterfall.of_score(card(name=name)),
        "movement": movement.of_ranks(name, quarters, [UnitRanks(name, (2, 1)), UnitRanks("民政局", (1, 1))]),
    }


def nothing() -> dict[str, Chart]:
    """A picture of each kind of nothing at all."""
    return {
        "heat": heat.columns([], MONTHS),
        "posting": posting.calendar("某号", (), [], DUTY, 4),
        "on time": on_time.by_unit([]),
        "share": share.by_type([], "类型"),
        "trend": trend.over_periods([], []),
        "movement": movement.of_ranks("部门", [], []),
    }
