"""The dates of the notice."""

from collections.abc import Iterator
from datetime import date

from gongkai.notice import wording
from gongkai.notice.crosscheck.review import Review, amber, red
from gongkai.notice.plan import Issue


def dates_in_order(review: Review) -> Iterator[Issue]:
    """A deadline before the notice (deadline), a notice before its period is over (issued_early)."""
    issued = review.plan.issued_on
    for deadline in sorted(set(_deadlines(review))):
        if deadline < issued:
            yield red(
                "deadline",
                "整改期限早于印发日期，单位来不及整改，请核对两个日期",
                f"整改期限：{wording.full_date(deadline)}",
                f"印发日期：{wording.full_date(issued)}",
            )
    if issued <= review.period.end:
        yield amber(
            "issued_early",
            "印发时考核期间还没有结束，数据可能不全，请核对印发日期",
            f"印发日期：{wording.full_date(issued)}",
            f"期间：{review.period.label}",
        )


def _deadlines(review: Review) -> Iterator[date]:
    for notice in review.office.notices:
        if notice.period == review.plan.period:
            yield date.fromisoformat(notice.rectify_by)
    for said in review.said:
        if said.binding.measure == "notice.rectify_by":
            yield date.fromisoformat(said.binding.value)
