"""12345工单: the two denominators of the on-time rate, side by side."""

from collections.abc import Iterator

from gongkai.notice import wording
from gongkai.notice.crosscheck.review import Review, amber
from gongkai.notice.plan import Issue
from gongkai.terms import Rate

RATES = {
    "orders.handled_rate": "以承办件为分母，自主撤单视同按期办结",
    "orders.on_time_rate": "以应办结件为分母",
}


def denominators_side_by_side(review: Review) -> Iterator[Issue]:
    """Withdrawn orders make the two rates differ: both are shown, and which one the office uses
    (order_denominators; 千阳 389/391 = 99.5%, 329/331 = 99.4%)."""
    if not review.figures.total("orders.withdrawn"):
        return
    left, right = (f"{label}：{_written(review, measure)}" for measure, label in RATES.items())
    used = review.office.rules.orders.denominator.value
    yield amber(
        "order_denominators",
        f"有自主撤单，按期办结率有两种算法，附件以{used}为分母，请核对正文与附件的说明是否清楚",
        left,
        right,
    )


def _written(review: Review, measure: str) -> str:
    numerator, denominator = review.figures.parts(measure)
    rules = review.office.rules.orders
    rate = Rate(numerator, denominator, rules.places, rules.rounding)
    return f"{numerator}/{denominator} = {wording.rate(rate)}"
