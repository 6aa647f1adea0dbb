"""政务新媒体: an account silent for almost as long as its duty allows, or behind its quota."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from gongkai.assessment import registers
from gongkai.assessment.deadline import deadline
from gongkai.assessment.warnings import sentences
from gongkai.assessment.warnings.counts import Counts, Dated
from gongkai.assessment.warnings.warning import EarlyWarning, Scene, State
from gongkai.measures.facts import Precision
from gongkai.office.pack import Account, DaySpan, TimeLimit
from gongkai.terms import Frequency, Period, Span


class Posting(NamedTuple):
    """An account with a posting duty: the part of the period it exists in, its quota and its posts so far."""

    account: Account
    life: Period
    quota: int
    posts: list[Dated]

    @property
    def owed(self) -> int:
        """Originals missing to the quota of the period."""
        return max(0, self.quota - sum(one.tally.original for one in self.posts))


def warnings(scene: Scene, counts: Counts) -> Iterator[EarlyWarning]:
    """At most one warning an account: that its next post is due, which also says what the period still asks;
    else that it is behind the quota of the period."""
    frequency = Frequency.parse(scene.office.rules.posting)
    for posting in _postings(scene, counts):
        found = _silence(scene, posting, frequency) or _shortage(scene, posting, frequency)
        if found:
            yield found


def _postings(scene: Scene, counts: Counts) -> Iterator[Posting]:
    for account in scene.office.accounts:
        life = registers.account_life(account, scene.period)
        quota = registers.account_quota(scene.office, account, scene.period, scene.calendar)
        if life and quota and life.start <= scene.today:
            yield Posting(account, life, quota, counts.of("posts", "", account.key))


def _silence(scene: Scene, posting: Posting, frequency: Frequency) -> EarlyWarning | None:
    """The next post is due so many days after the last. Unknown where posts are only counted by month, and
    no matter once the account is gone.

    A duty of five days is always due within ten: only its second half is worth a word.
    """
    by_day = all(one.tally.precision == Precision.DAY for one in posting.posts)
    if not by_day or posting.life.end < scene.today:
        return None
    since = _since(posting, frequency.count)
    limit = _limit(frequency)
    due, provisional = deadline(since, limit, scene.calendar)
    near = min(scene.thresholds.due, frequency.length // 2)
    if due > posting.life.end or (scene.left(due) > near and due >= scene.today):
        return None
    return scene.warning(
        "posts",
        posting.account.unit,
        posting.account.key,
        state=State.LATE if due < scene.today else State.DUE,
        due=due,
        missing=1,
        text=_silence_text(scene, posting, since, due),
        since=since,
        limit=limit,
        provisional=provisional,
    )


def _since(posting: Posting, count: int) -> date:
    """The day of the newest original post, of the second newest where two are asked for at a time, and so on;
    the day before the account's first where there are not as many yet."""
    made = 0
    for one in sorted(posting.posts, key=lambda one: one.tally.day, reverse=True):
        made += one.tally.original
        if made >= count:
            return one.tally.day
    return posting.life.start - timedelta(days=1)


def _limit(frequency: Frequency) -> TimeLimit:
    span = DaySpan.WORKING if frequency.span is Span.WORKING_DAY else DaySpan.CALENDAR
    return TimeLimit(days=frequency.length, span=span)


def _shortage(scene: Scene, posting: Posting, frequency: Frequency) -> EarlyWarning | None:
    """Fewer originals than the frequency had asked for by yesterday, or not all of them at the end."""
    end = posting.life.end
    ending = scene.left(end) <= scene.thresholds.due
    by_now = posting.quota if ending else _asked(scene, posting, frequency)
    if posting.owed <= posting.quota - by_now:
        return None
    state = State.LATE if end < scene.today else State.DUE if ending else State.COMING
    return scene.warning(
        "posts",
        posting.account.unit,
        posting.account.key,
        state=state,
        due=end,
        missing=posting.owed,
        text=_shortage_text(scene, posting),
        since=posting.life.start,
    )


def _asked(scene: Scene, posting: Posting, frequency: Frequency) -> int:
    """Originals that the frequency asked for by yesterday."""
    start, end = posting.life.start, min(scene.yesterday, posting.life.end)
    if frequency.span is Span.WORKING_DAY:
        return frequency.quota(scene.calendar.count(start, end).days)
    return frequency.quota(max(0, (end - start).days + 1))


def _silence_text(scene: Scene, posting: Posting, since: date, due: date) -> str:
    """“印象石鼓·微信订阅号”10月8日以来未发布原创信息，按1条/5工作日的要求，距10月15日还有1个工作日."""
    period = sentences.term(scene, scene.period.code)
    silent = f"{period}尚" if since < posting.life.start else f"{sentences.day(scene, since)}以来"
    rule = f"按{scene.office.rules.posting}的要求"
    text = f"“{posting.account.key}”{silent}未发布原创信息，{rule}，{sentences.remaining(scene, due)}"
    owed = f"；{period}应发布{posting.quota}条，还差{posting.owed}条"
    return text + owed if posting.owed else text


def _shortage_text(scene: Scene, posting: Posting) -> str:
    """“印象石鼓·微信订阅号”四季度已发布原创信息4条，应发布12条，还差8条，距12月31日还有3个工作日."""
    done = posting.quota - posting.owed
    made = f"已发布原创信息{done}条" if done else "尚未发布原创信息"
    account = f"“{posting.account.key}”{sentences.term(scene, scene.period.code)}{made}"
    ends = sentences.remaining(scene, posting.life.end)
    return f"{account}，应发布{posting.quota}条，还差{posting.owed}条，{ends}"
