"""On-time rates stand beside their counts, and nothing due is no rate."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai.terms import Rate
from gongkai.web.charts import Chart, on_time
from gongkai.web.charts.on_time import UnitRate
from gongkai.web.charts.palette import HATCH

counts = st.integers(0, 300).flatmap(lambda due: st.tuples(st.integers(0, due), st.just(due)))


def chart(**rates: tuple[int, int]) -> Chart:
    return on_time.by_unit([UnitRate(unit, Rate(*parts)) for unit, parts in rates.items()])


def bars(made: Chart) -> list[tuple[str, float | None, str]]:
    """(unit, length, text) from top to bottom."""
    texts = made.spec["yAxis"][1]["data"]
    data = made.spec["series"][0]["data"]
    return [(datum["name"], datum["value"], text) for datum, text in zip(data, texts, strict=True)]


def test_a_rate_is_drawn_with_its_counts():
    assert bars(chart(城关镇=(20, 22))) == [("城关镇", 90.9, "90.9%  20/22")]


def test_nothing_due_is_a_dash_without_a_bar_and_stands_last():
    made = chart(甲=(0, 0), 乙=(1, 1), 丙=(0, 3))
    assert bars(made) == [("丙", 0, "0%  0/3"), ("乙", 100, "100%  1/1"), ("甲", None, "—")]
    assert made.table.rows[-1] == ("甲", 0, 0, "—")
    assert "不计比率的1家列于最后：甲" in made.note


def test_whoever_was_late_is_hatched_even_where_the_rate_rounds_to_100():
    made = chart(甲=(9999, 10000), 乙=(5, 5))
    first, second = made.spec["series"][0]["data"]
    assert (first["value"], first["itemStyle"]["decal"]) == (100, HATCH)
    assert second["itemStyle"]["decal"] != HATCH
    assert "1家不足100%" in made.note


def test_of_equal_rates_the_busiest_comes_first():
    assert [unit for unit, *_ in bars(chart(甲=(1, 1), 乙=(95, 95), 丙=(1, 2)))] == ["丙", "乙", "甲"]


@given(st.lists(counts, max_size=40))
def test_the_picture_and_its_table_show_the_same_in_the_same_order(parts: list[tuple[int, int]]):
    made = on_time.by_unit([UnitRate(f"单位{n}", Rate(*one)) for n, one in enumerate(parts)])
    drawn = bars(made)
    assert [unit for unit, *_ in drawn] == [row[0] for row in made.table.rows]
    lengths = [length for _, length, _ in drawn if length is not None]
    assert lengths == sorted(lengths)
    for (_, length, text), (_, done, due, rate) in zip(drawn, made.table.rows, strict=True):
        assert (length is None) == (due == 0)
        assert text == ("—" if due == 0 else f"{rate}  {done}/{due}")
