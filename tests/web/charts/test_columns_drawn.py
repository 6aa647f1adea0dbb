"""The heat strip of the sample office is the published annex of columns, cell for cell."""

from chart_examples import changed
from test_heat import drawn as cells

from gongkai.assessment.result import Unread
from gongkai.office.names import Certain, Names
from gongkai.office.pack import Exemption
from gongkai.web.charts import from_assessment
from tests.golden.cases import number, table

MONTHS = ("10月", "11月", "12月")
BLANK = "规范性文件"


def published_columns(office) -> dict[tuple[str, str], list[int | None]]:
    """(column, unit) → items by month; a pair that was printed twice stands once."""
    names = Names(office.units, office.region)
    found = {}
    for row in table("weibin-2021q4", "annex2_columns"):
        resolved = names.resolve(row["保障单位"])
        assert isinstance(resolved, Certain)
        found[row["栏目名称"], resolved.unit.name] = [number(row[month]) for month in MONTHS]
    return found


def test_the_heat_strip_is_the_published_annex_of_columns(weibin_sample):
    chart = from_assessment.column_heat(weibin_sample.office, weibin_sample.assessment)
    assert {row[:2]: list(row[3:6]) for row in chart.table.rows} == published_columns(weibin_sample.office)
    drawn = cells(chart)
    for down, row in enumerate(chart.table.rows):
        assert [drawn[down, across][0] for across in range(3)] == list(row[3:6])


def test_the_rows_marked_short_are_the_columns_the_assessment_found_short(weibin_sample):
    chart = from_assessment.column_heat(weibin_sample.office, weibin_sample.assessment)
    marked = {row[:2] for row in chart.table.rows if row[-1] != "达标"}
    short = {
        (f.item, f.unit) for f in weibin_sample.assessment.figures_by_measure["columns.short"] if f.value
    }
    assert marked == short
    assert len(marked) == 10


def test_a_unit_sees_its_own_columns(weibin_sample):
    chart = from_assessment.column_heat(weibin_sample.office, weibin_sample.assessment, {"司法局"})
    assert [(row[0], row[-1]) for row in chart.table.rows] == [(BLANK, "空白栏目")]


def test_a_quarterly_column_is_met_by_one_month(weibin_sample):
    chart = from_assessment.column_heat(weibin_sample.office, weibin_sample.assessment, {"财政局"})
    debt = next(row for row in chart.table.rows if row[0] == "政府债务")
    assert debt[2:] == ("1条/季度", 0, 1, 0, "达标")


def test_what_nobody_handed_in_is_not_drawn_as_blank(weibin_sample):
    missing = Unread(kind="columns", unit="司法局", item=BLANK, months=("2021-12",))
    assessment = changed(weibin_sample.assessment, unread=(missing,))
    chart = from_assessment.column_heat(weibin_sample.office, assessment, {"司法局"})
    assert [text for _, text in cells(chart).values()] == ["空", "空", "？"]


def test_an_exempted_column_is_drawn_as_exempt(weibin_sample):
    office, assessment, _ = weibin_sample
    exemption = Exemption(unit="司法局", period="2021Q4", reason="本期无此类信息")
    columns = tuple(
        changed(one, exemptions=(exemption,)) if one.name == BLANK else one for one in office.columns
    )
    judged = ("columns.window", "columns.blank")
    figures = tuple(one for one in assessment.figures if not (one.item == BLANK and one.measure in judged))
    chart = from_assessment.column_heat(
        changed(office, columns=columns), changed(assessment, figures=figures), {"司法局"}
    )
    assert {text for _, text in cells(chart).values()} == {"免"}


def test_items_known_only_for_the_period_are_claimed_for_no_month(weibin_sample):
    """Where a column's items are not known by month there is no figure of the month, only the total."""
    assessment = weibin_sample.assessment
    figures = tuple(one for one in assessment.figures if one.measure != "columns.updates")
    chart = from_assessment.column_heat(weibin_sample.office, changed(assessment, figures=figures))
    by_column = {row[:2]: row[3:6] for row in chart.table.rows}
    assert by_column["教育信息", "教体局"] == (None, None, None)
    assert by_column[BLANK, "司法局"] == (0, 0, 0)
