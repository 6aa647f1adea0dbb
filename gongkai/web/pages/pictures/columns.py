"""The heat strip of columns, kept to a length that can be read."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from gongkai.assessment.result import Assessment
from gongkai.office.pack import Office
from gongkai.web.charts import Chart, from_assessment

MOST_ROWS = 80


def heat(office: Office, content: Assessment, units: Collection[str] | None) -> Chart:
    """Every duty of the units; of many duties those of the units that fell short most often."""
    duties = _duties(office)
    shown = [unit for unit in duties if units is None or unit in units]
    if sum(duties[unit] for unit in shown) <= MOST_ROWS:
        return from_assessment.column_heat(office, content, shown)
    chosen = _worst(content, duties, shown)
    chart = from_assessment.column_heat(office, content, chosen)
    told = f"栏目较多，只列未达频次最多的{len(chosen)}家单位；选择单位可查看其全部栏目。"
    return replace(chart, note=f"{told}{chart.note}")


def _duties(office: Office) -> Counter[str]:
    """Unit → how many columns it keeps, in the order of the register."""
    duties: Counter[str] = Counter(
        unit
        for column in office.columns
        for unit in dict.fromkeys(u for duty in column.duties for u in duty.units)
    )
    return Counter({unit.name: duties[unit.name] for unit in office.units if duties[unit.name]})


def _worst(content: Assessment, duties: Counter[str], units: list[str]) -> list[str]:
    """As many units as there is room for, those with the most windows missed first."""
    short: Counter[str] = Counter()
    for figure in content.figures_by_measure.get("columns.short", ()):
        short[figure.unit] += figure.value or 0
    chosen: list[str] = []
    rows = 0
    for unit in sorted(units, key=lambda name: -short[name]):
        rows += duties[unit]
        if chosen and rows > MOST_ROWS:
            break
        chosen.append(unit)
    return chosen
