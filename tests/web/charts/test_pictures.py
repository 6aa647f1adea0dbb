"""What holds for every picture: plain JSON, no colour of its own, nothing parsed, drawn by the parts we ship."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from chart_examples import every, nothing

from gongkai.terms import Rate
from gongkai.web.charts import PALETTE, Chart, on_time

PARTS = Path(__file__).parents[3] / "gongkai/web/assets/scripts/charts/library.js"
SERIES = {"bar": "BarChart", "line": "LineChart", "heatmap": "HeatmapChart", "pie": "PieChart"}
COMPONENTS = {
    "grid": "GridComponent",
    "calendar": "CalendarComponent",
    "legend": "LegendPlainComponent",
    "tooltip": "TooltipComponent",
    "visualMap": "VisualMapPiecewiseComponent",
    "aria": "AriaComponent",
}
NO_PART = {"animation", "textStyle", "xAxis", "yAxis", "series"}
HOSTILE = '<img src=x onerror="alert(1)">{b|{a}}</script>'

pictures = pytest.mark.parametrize("chart", every().values(), ids=every())


def inside(spec: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Every (key, value) of a spec, however deep."""
    if isinstance(spec, dict):
        for name, value in spec.items():
            yield name, value
            yield from inside(value, name)
    elif isinstance(spec, list):
        for value in spec:
            yield from inside(value, key)


@pictures
def test_a_spec_is_json_and_reads_back_the_same(chart: Chart):
    assert json.loads(json.dumps(chart.spec, allow_nan=False)) == chart.spec


@pictures
def test_only_colours_of_the_palette_are_used(chart: Chart):
    used = set(re.findall(r"#[0-9a-f]{6}", json.dumps(chart.spec)))
    assert used <= set(PALETTE)


@pictures
def test_a_reader_who_sees_no_picture_is_told_its_title_and_note(chart: Chart):
    description = chart.spec["aria"]["label"]["description"]
    assert description == f"{chart.title}。{chart.note}"
    assert chart.note


@pictures
def test_nothing_moves_and_every_picture_can_be_printed_without_colour(chart: Chart):
    assert chart.spec["animation"] is False
    assert chart.spec["aria"]["decal"]["show"] is True


@pictures
def test_a_row_of_the_table_has_a_cell_for_each_column(chart: Chart):
    assert chart.table.rows
    assert {len(row) for row in chart.table.rows} == {len(chart.table.columns)}


@pictures
def test_the_scripts_that_are_served_can_draw_it(chart: Chart):
    shipped = PARTS.read_text(encoding="utf-8")
    needed = {COMPONENTS[key] for key in chart.spec.keys() - NO_PART}
    needed |= {SERIES[series["type"]] for series in chart.spec["series"]}
    assert [part for part in needed if part not in shipped] == []


@pytest.mark.parametrize("kind", every())
def test_a_name_that_holds_markup_or_placeholders_stays_letters(kind: str):
    chart = every(HOSTILE)[kind]
    assert chart.spec["tooltip"]["renderMode"] == "richText"
    formatters = [value for key, value in inside(chart.spec) if key == "formatter"]
    assert not [text for text in formatters if "{" in text or "}" in text]


@pytest.mark.parametrize("kind", every())
def test_a_name_is_whole_in_the_picture_and_in_the_table(kind: str):
    name = "智慧城市治理监督指挥中心办公室（市民热线受理科）"
    chart = every(name)[kind]
    drawn = json.dumps(chart.spec, ensure_ascii=False).replace("\\n", "")
    table = json.dumps([*chart.table.rows, *chart.table.columns], ensure_ascii=False, default=str)
    assert name in drawn
    assert name in table + chart.title


@pytest.mark.parametrize(("kind", "chart"), nothing().items(), ids=nothing())
def test_a_picture_of_nothing_says_so_and_still_is_a_picture(kind: str, chart: Chart):
    assert chart.empty
    assert "没有" in chart.note
    assert chart.height > 0
    json.dumps(chart.spec)


def test_a_picture_grows_with_its_rows():
    rates = [on_time.UnitRate(f"单位{place}", Rate(1, 1)) for place in range(200)]
    assert on_time.by_unit(rates).height - on_time.by_unit(rates[:100]).height == 100 * 26
