"""The scorer against a second, naive one, on random schemes, offices and figures."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import alternative_scorer
from assessment_builders import make_adjustment, make_office, make_unit, run
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.assessment.scheme_check import faults
from gongkai.measures.facts import Adjustment
from gongkai.measures.figures import Figure
from gongkai.office.pack import Office
from gongkai.office.scheme import Dimension, Item, Ranking, Scaling, Scheme, Veto

GROUPS = ("镇", "部门")
COLUMNS = ("规划信息", "政府债务")
WINDOWS = ("2022-04", "2022-05")
DAY = date(2022, 6, 30)

# thousandths, so that rounding is at work; few values, so that ties are
thousandths = st.integers(-4000, 4000).map(lambda value: Decimal(value).scaleb(-3))
halves = st.integers(-8, 8).map(lambda value: Decimal(value) / 2)
amounts = st.one_of(thousandths, halves)
groups = st.sampled_from([(), ("镇",), ("部门",), GROUPS])
counts = st.sampled_from([0, 0, 1, 2, 3, 6])

bounds = st.one_of(
    st.just((None, None)),
    st.tuples(st.none(), amounts),
    st.tuples(amounts, st.none()),
    st.tuples(amounts, amounts).map(lambda pair: tuple(sorted(pair))),
)


def steps(limits: st.SearchStrategy[int]) -> st.SearchStrategy[list[dict]]:
    step = st.fixed_dictionaries({"at_least": limits, "points": amounts})
    return st.lists(step, min_size=1, max_size=4, unique_by=lambda one: one["at_least"])


def rules(limits: st.SearchStrategy[int]) -> dict[str, st.SearchStrategy[dict]]:
    interval = st.one_of(
        st.just({}),
        limits.map(lambda low: {"at_least": low}),
        limits.map(lambda high: {"at_most": high}),
        st.tuples(limits, limits).map(lambda pair: {"at_least": min(pair), "at_most": max(pair)}),
    )
    full = st.integers(1, 40).map(lambda value: Decimal(value) / 4)
    return {
        "event": st.fixed_dictionaries({"kind": st.just("event"), "points": amounts}),
        "shortfall": st.fixed_dictionaries(
            {"kind": st.just("shortfall"), "points": amounts, "surplus": amounts}
        ),
        "band": st.fixed_dictionaries({"kind": st.just("band"), "steps": steps(limits)}),
        "flat": st.tuples(amounts, interval).map(lambda pair: {"kind": "flat", "points": pair[0]} | pair[1]),
        "ratio": st.fixed_dictionaries({"kind": st.just("ratio"), "full": full}),
        "manual": st.just({"kind": "manual"}),
    }


OF_COUNTS = rules(counts)
OF_RATES = rules(st.sampled_from([0, 25, 50, 90, 100]))
COUNTING = [OF_COUNTS[kind] for kind in ("event", "band", "flat")]
BY_TARGET = [OF_COUNTS[kind] for kind in ("shortfall", "ratio")]
FITTING = {
    "": [OF_COUNTS["manual"]],
    "orders.late": COUNTING,
    "columns.blank": COUNTING,
    "submissions.submitted": COUNTING + BY_TARGET,
    "posts.original": COUNTING + BY_TARGET,
    "columns.window": BY_TARGET,
    "orders.on_time_rate": [OF_RATES[kind] for kind in ("band", "flat", "ratio")],
}
"""Measure → the rules that fit it; "" for an item entered by hand."""


@st.composite
def items(draw: st.DrawFn, key: str) -> Item:
    measure = draw(st.sampled_from(list(FITTING)))
    floor, cap = draw(bounds)
    return Item(
        key=key,
        label=key,
        dimension=draw(st.sampled_from(["甲", "乙"])),
        measure=measure,
        on=draw(st.sampled_from(["", *COLUMNS])) if measure.startswith("columns") else "",
        each=draw(st.booleans()),
        rule=draw(st.one_of(FITTING[measure])),
        floor=floor,
        cap=cap,
        groups=draw(groups),
    )


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    number = draw(st.integers(1, 5))
    veto = st.builds(
        Veto,
        measure=st.sampled_from(["orders.late", "columns.blank"]),
        at_least=st.integers(1, 3),
        total=amounts,
        reason=st.just("否决"),
    )
    scaling = st.builds(
        Scaling, groups=st.just(("镇",)), numerator=st.integers(1, 5), denominator=st.integers(1, 7)
    )
    return Scheme(
        name="办法",
        version="1",
        source="",
        base=draw(st.sampled_from([Decimal(0), Decimal(100), Decimal("74.5")])),
        ranking=draw(st.sampled_from(Ranking)),
        dimensions=(Dimension(name="甲"), Dimension(name="乙", groups=draw(groups))),
        items=tuple(draw(items(f"指标{place}")) for place in range(number)),
        vetoes=tuple(draw(st.lists(veto, max_size=1))),
        scalings=tuple(draw(st.lists(scaling, max_size=1))),
    )


@st.composite
def offices(draw: st.DrawFn) -> Office:
    number = draw(st.integers(1, 6))
    units = [
        make_unit(
            f"单位{place}", draw(st.sampled_from(GROUPS)), ranked=draw(st.sampled_from([True, True, False]))
        )
        for place in range(number)
    ]
    columns = [
        {"name": name, "category": "动态", "duties": [{"units": ["单位0"], "frequency": "1条/月"}]}
        for name in COLUMNS
    ]
    return make_office(draw(schemes()), units, groups=GROUPS, columns=columns)


@st.composite
def figures_of(draw: st.DrawFn, unit: str) -> list[Figure]:
    """Some of the figures a unit may have; with a duty judged, not judged, or none at all."""
    places = [
        ("orders.late", "", ""),
        ("submissions.submitted", "", ""),
        *(("columns.blank", column, "") for column in COLUMNS),
        *(("columns.window", column, window) for column in COLUMNS for window in WINDOWS),
        *(("posts.original", account, "") for account in ("号·微信", "号·微博")),
    ]
    found = []
    missing = draw(st.sets(st.sampled_from(places), max_size=5))
    for measure, item, window in (place for place in places if place not in missing):
        value, target = draw(counts), draw(st.one_of(st.none(), counts))
        met = None if target is None or draw(st.sampled_from([False, False, True])) else value >= target
        found.append(Figure(unit, item, window, measure, value, target=target, met=met))
    if draw(st.booleans()):
        done, more = draw(counts), draw(counts)
        found.append(Figure(unit, "", "", "orders.on_time_rate", None, done, done + more))
    return found


@st.composite
def adjustments_of(draw: st.DrawFn, office: Office) -> list[Adjustment]:
    """Entries for manual items of the units they apply to."""
    open_to = [
        (unit.name, item.key)
        for item in office.scheme.items
        for unit in office.units
        if item.rule.kind == "manual"
        and unit.ranked
        and alternative_scorer.is_open(office.scheme.model_dump(), item.model_dump(), unit.group)
    ]
    if not open_to:
        return []
    entry = st.tuples(st.sampled_from(open_to), halves, st.integers(1, 3))
    return [
        make_adjustment(str(points), item, unit, quantity=quantity, row=row, day=DAY)
        for row, ((unit, item), points, quantity) in enumerate(draw(st.lists(entry, max_size=6)))
    ]


@st.composite
def cases(draw: st.DrawFn) -> tuple[Office, list[Figure], list[Adjustment]]:
    office = draw(offices())
    figures = [figure for unit in office.units for figure in draw(figures_of(unit.name))]
    return office, figures, draw(adjustments_of(office))


@given(cases())
def test_two_scorers_agree_on_every_line_subtotal_total_and_rank(
    case: tuple[Office, list[Figure], list[Adjustment]],
) -> None:
    office, figures, adjustments = case
    assume(not faults(office))

    found = run(office, *figures, adjustments=adjustments)
    expected = alternative_scorer.score(office, figures, adjustments)

    assert {one.unit for one in found.scorecards} == set(expected)
    for card in found.scorecards:
        sheet = expected[card.unit]
        lines = [(line.item, Fraction(line.points)) for line in found.lines if line.unit == card.unit]
        assert sorted(lines) == sorted(sheet.lines)
        assert {
            name: None if one is None else Fraction(one) for name, one in card.subtotals.items()
        } == sheet.subtotals
        assert (Fraction(card.total), card.rank, bool(card.vetoed)) == (sheet.total, sheet.rank, sheet.vetoed)


@given(cases())
def test_points_are_explained_and_add_up(case: tuple[Office, list[Figure], list[Adjustment]]) -> None:
    """Every line has a sentence, and lines make the subtotals, and subtotals the total."""
    office, figures, adjustments = case
    assume(not faults(office))

    found = run(office, *figures, adjustments=adjustments)

    assert all(line.basis and line.rule for line in found.lines)
    for card in found.scorecards:
        assert sum(line.points for line in found.lines if line.unit == card.unit) == sum(
            one or 0 for one in card.subtotals.values()
        )
        if not card.vetoed and not card.scaled:
            assert card.base + sum(one or 0 for one in card.subtotals.values()) == card.total
