"""A waterfall begins at the base score and ends at the total, whatever lies between."""

from decimal import Decimal

from chart_examples import card
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.charts import Chart, waterfall
from gongkai.web.charts.palette import HATCH

scores = st.decimals(-400, 400, places=1)


def stretches(chart: Chart) -> list[tuple[Decimal, Decimal]]:
    """From where to where each bar reaches, as three stacked lengths say."""
    hidden, above, under = chart.spec["series"]
    found = []
    for start, up, down in zip(hidden["data"], above["data"], under["data"], strict=True):
        ends = [Decimal(str(start)) + Decimal(str(length["value"])) for length in (up, down)]
        found.append((min(ends), max(ends)))
    return found


def labels(chart: Chart) -> list[list[str]]:
    """The numbers each bar carries."""
    return [
        [one["label"]["formatter"] for one in pair if one["label"]["show"]]
        for pair in zip(chart.spec["series"][1]["data"], chart.spec["series"][2]["data"], strict=True)
    ]


def test_a_score_is_told_from_its_base_to_its_total():
    made = waterfall.of_score(card())
    assert stretches(made) == [(0, 300), (292, 300), (292, 297), (297, 297), (0, 297)]
    assert labels(made) == [["300"], ["−8"], ["+5"], ["—"], ["297"]]
    assert made.table.rows == (
        ("基准分", None, 300),
        ("主动公开", -8, 292),
        ("重点领域", 5, 297),
        ("政民互动", None, 297),
        ("得分", None, 297),
    )


def test_points_lost_are_hatched():
    styles = [datum["itemStyle"]["decal"] for datum in waterfall.of_score(card()).spec["series"][1]["data"]]
    assert [style == HATCH for style in styles] == [False, True, False, False, False]


def test_an_axis_that_does_not_begin_at_nothing_says_so():
    made = waterfall.of_score(card())
    assert made.spec["xAxis"]["min"] == 280
    assert "横轴自280分起" in made.note


def test_scaling_and_a_veto_are_a_step_with_their_reason():
    made = waterfall.of_score(card(0, scaled="合计297分，按4/3折算为396分", vetoed="首页无法访问"))
    assert made.table.rows[-2] == ("折算、单项否决", -297, 0)
    assert "按4/3折算为396分" in made.note
    assert "单项否决：首页无法访问" in made.note


def test_a_veto_alone_is_a_step_too():
    assert waterfall.of_score(card(0, vetoed="首页无法访问")).table.rows[-2] == ("单项否决", -297, 0)


def test_a_score_that_falls_below_nothing_is_drawn_on_both_sides():
    made = waterfall.of_score(card(-3, base=Decimal(0), subtotals={"甲": Decimal(5), "乙": Decimal(-8)}))
    assert stretches(made) == [(0, 0), (0, 5), (-3, 5), (-3, 0)]
    assert labels(made) == [["0"], ["+5"], ["−8"], ["−3"]]
    below = made.spec["series"][2]["data"][-1]
    assert (below["label"]["show"], below["label"]["position"]) == (True, "left")


@given(scores, st.dictionaries(st.sampled_from("甲乙丙丁戊"), st.none() | scores))
def test_bars_reach_from_each_sum_to_the_next(base: Decimal, subtotals: dict[str, Decimal | None]):
    total = base + sum(points or 0 for points in subtotals.values())
    made = waterfall.of_score(card(total, base=base, subtotals=subtotals))
    reached = base
    for points, (low, high) in zip(subtotals.values(), stretches(made)[1:-1], strict=True):
        after = reached + (points or 0)
        # a bar without length may stand anywhere on its own line; any other spans exactly its change
        assert (low, high) == tuple(sorted((reached, after))) or low == high
        reached = after
    assert reached == total == made.table.rows[-1][2]
    assert all(len(one) == 1 for one in labels(made))
