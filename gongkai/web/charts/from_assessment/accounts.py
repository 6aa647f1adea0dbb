"""政务新媒体 of an assessment: the posting calendar of one account."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from gongkai.assessment import registers
from gongkai.assessment.result import Assessment
from gongkai.measures.facts import Post, Precision
from gongkai.measures.figures import Figure
from gongkai.office.pack import Account, Office
from gongkai.terms import Frequency, Period
from gongkai.web.charts import posting, posting_counts
from gongkai.web.charts.chart import Chart
from gongkai.web.charts.posting_counts import Posting
from gongkai.workdays import CalendarDay


def account_posts(
    office: Office, assessment: Assessment, account: str, posts: Iterable[Post] | None = None
) -> Chart:
    """What the account `account` (name·platform) posted: by day where the facts `posts` are known by day.

    Without `posts` the counts of the assessment are shown. Where nobody handed in anything about the account
    the note says so and no gap is drawn. Raises KeyError for an account that is not in the register.
    """
    known = office.accounts_by_key[account]
    figures = {
        figure.measure: figure
        for figure in assessment.figures
        if figure.item == account and figure.measure in ("posts.published", "posts.original")
    }
    owed = figures.get("posts.original")
    quota = owed.target if owed else None
    if any(one.kind == "posts" and one.item == account for one in assessment.unread):
        chart = posting_counts.bars(account, [], quota)
        return replace(chart, note=f"本期未提供该账号的发文数据{posting_counts.due(quota)}。")
    period = Period.parse(assessment.period)
    found = _counted(figures, period) if posts is None else _posted(posts, account)
    duty = Frequency.parse(office.rules.posting) if quota is not None else None
    return posting.calendar(account, tuple(_days(office, known, period)), tuple(found), duty, quota)


def _counted(figures: dict[str, Figure], period: Period) -> Iterator[Posting]:
    """The counts of the whole period."""
    published, original = figures.get("posts.published"), figures.get("posts.original")
    if published:
        counts = published.value or 0, (original.value or 0) if original else 0
        yield Posting(period.end, Precision.PERIOD, *counts)


def _posted(posts: Iterable[Post], account: str) -> Iterator[Posting]:
    return (
        Posting(post.day, post.precision, post.quantity, post.original)
        for post in posts
        if post.account == account
    )


def _days(office: Office, account: Account, period: Period) -> Iterator[CalendarDay]:
    """The days of the period on which the account existed."""
    start = max(period.start, date.fromisoformat(account.opened or str(period.start)))
    end = min(period.end, date.fromisoformat(account.cancelled or str(period.end)))
    return registers.calendar(office).days(start, end)
