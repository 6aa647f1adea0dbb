"""A column × month strip says the same by number, mark, colour and in its table."""

import pytest
from chart_examples import MONTHS, column

from gongkai.web.charts import Chart, heat
from gongkai.web.charts.heat import ColumnState

MET, SHORT, BLANK = ColumnState.MET, ColumnState.SHORT, ColumnState.BLANK
EXEMPT, UNREAD, UNJUDGED = ColumnState.EXEMPT, ColumnState.UNREAD, ColumnState.UNJUDGED


def drawn(chart: Chart) -> dict[tuple[int, int], tuple[int | None, str]]:
    """(row, month) → number and printed text of a cell."""
    data = [datum for series in chart.spec["series"] for datum in series["data"]]
    return {
        (datum["value"][1], datum["value"][0]): (datum["value"][3], datum["label"]["formatter"])
        for datum in data
    }


def strip(*rows) -> Chart:
    return heat.columns(rows, MONTHS)


@pytest.mark.parametrize(
    ("items", "state", "text"),
    [
        (4, MET, "4"),
        (0, MET, "0"),
        (1, SHORT, "1▽"),
        (0, BLANK, "空"),
        (0, EXEMPT, "免"),
        (2, EXEMPT, "2免"),
        (0, UNREAD, "？"),
        (3, UNJUDGED, "3○"),
        (None, MET, "—"),
    ],
)
def test_a_state_can_be_read_without_colour(items, state, text):
    chart = strip(column((items, state), (1, MET), (1, MET)))
    assert drawn(chart)[0, 0] == (items, text)


def test_the_numbers_drawn_are_those_of_the_table():
    rows = column((4, MET), (0, SHORT), (None, MET)), column((0, BLANK), (0, BLANK), (0, BLANK))
    chart = strip(*rows)
    numbers = {place: number for place, (number, _) in drawn(chart).items()}
    assert numbers == {
        (down, across): chart.table.rows[down][3 + across] for down in range(2) for across in range(3)
    }


@pytest.mark.parametrize(
    ("months", "verdict"),
    [
        (((1, MET), (1, MET), (1, MET)), "达标"),
        (((0, SHORT), (1, MET), (0, SHORT)), "4月、6月未达频次"),
        (((0, BLANK), (0, BLANK), (0, BLANK)), "空白栏目"),
        (((0, EXEMPT), (0, SHORT), (1, MET)), "5月未达频次；4月经批准免更新"),
    ],
)
def test_the_table_says_in_words_what_the_marks_say(months, verdict):
    assert strip(column(*months)).table.rows[0][-1] == verdict


def test_only_states_that_occur_stand_in_the_legend():
    chart = strip(column((1, MET), (0, SHORT), (1, MET)))
    assert chart.spec["legend"]["data"] == ["达标", "▽ 未达频次"]
    assert [series["name"] for series in chart.spec["series"]] == ["达标", "▽ 未达频次"]


def test_states_differ_in_fill_or_mark():
    looks = {(state.look.fill, state.look.mark) for state in ColumnState}
    assert len(looks) == len(ColumnState)
    assert len({state.look.mark for state in ColumnState}) == len(ColumnState)


def test_the_colour_of_a_cell_is_that_of_its_state():
    spec = strip(column((1, MET), (0, SHORT), (2, EXEMPT))).spec
    fills = {piece["value"]: piece["color"] for piece in spec["visualMap"]["pieces"]}
    for series in spec["series"]:
        (datum,) = series["data"]
        assert fills[datum["value"][spec["visualMap"]["dimension"]]] == series["itemStyle"]["color"]


def test_the_note_counts_rows_once_and_blank_ones_among_them():
    chart = strip(
        column((0, BLANK), (0, BLANK), (0, BLANK)),
        column((0, SHORT), (0, SHORT), (1, MET)),
        column((1, MET), (1, MET), (1, MET)),
    )
    assert "共3行：2行未达频次，其中空白栏目1行" in chart.note


def test_a_row_with_a_month_missing_is_refused():
    with pytest.raises(ValueError, match="“财政预决算”（财政局）有2个月的数，应为3个月"):
        strip(column((1, MET), (1, MET)))
