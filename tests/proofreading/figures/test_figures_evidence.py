"""What few or small figures show is not believed where many relations were tried."""

from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.evidence import ENOUGH, digits, surprise


def test_a_figure_tells_as_much_as_it_has_places() -> None:
    assert digits(Decimal(0), Decimal(1)) == 0
    assert digits(Decimal(1000), Decimal(1)) == digits(Decimal("100.0"), Decimal("0.1")) == 3


def test_the_more_is_tried_and_the_more_rows_fail_the_less_is_believed() -> None:
    rows = [2.0, 2.0]
    assert surprise(rows, 0, 1) > surprise(rows, 0, 50) > surprise(rows, 1, 50)
    assert surprise(rows, 0, 50) >= ENOUGH > surprise(rows, 1, 5000)
    assert surprise([0.3, 0.6], 0, 4) < ENOUGH
