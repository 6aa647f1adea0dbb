"""Which figures differ between two assessments."""

from gongkai.assessment.figure_changes import figure_changes
from gongkai.assessment.result import Assessment
from gongkai.measures.figures import Figure


def of(*figures: Figure) -> Assessment:
    return Assessment(
        office="千阳", period="2022Q2", scheme="办法", scheme_version="1", snapshot="", figures=figures
    )


SAME = Figure("财政局", "", "", "orders.handled", 8)
EIGHT, NINE = (Figure("审计局", "", "", "orders.handled", value) for value in (8, 9))
GONE, NEW = (Figure(unit, "", "", "orders.late", 1) for unit in ("民政局", "司法局"))


def test_only_what_differs_is_told_what_is_new_and_what_is_gone():
    found = list(figure_changes(of(SAME, EIGHT, GONE), of(SAME, NINE, NEW)))
    assert found == [(EIGHT, NINE), (None, NEW), (GONE, None)]
    assert [one.place.unit for one in found] == ["审计局", "司法局", "民政局"]


def test_the_same_assessment_differs_in_nothing():
    assert list(figure_changes(of(SAME, EIGHT), of(SAME, EIGHT))) == []
