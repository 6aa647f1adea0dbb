"""What the records tell of a running period: what was done day by day, and which cases are open."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from gongkai.measures.facts import Precision
from gongkai.measures.presence import Presence
from gongkai.terms import Period


class DayCount(NamedTuple):
    """Facts of one kind, unit and subject (column, account, "") on one day, added up.

    Days of known precision may be added up within a calendar month, `day` being the newest of them — of
    posts the newest with an original one — as long as a posting frequency asks for one post at a time.
    """

    kind: str
    unit: str
    subject: str
    day: date
    precision: str
    quantity: int
    original: int = 0


class OpenCase(NamedTuple):
    """A message or work order (`kind`) that is neither closed nor withdrawn; `due` where the source gives it.

    Only those received on a known day: a count of a month or period has no deadline.
    """

    kind: str
    unit: str
    number: str
    type: str
    received: date
    due: date | None = None
    quantity: int = 1


class Dated(NamedTuple):
    """A count with the first and the last day on which its facts may have happened."""

    tally: DayCount
    earliest: date
    latest: date


class Counts:
    """The counts of a period as known today, by subject. An account is one whichever unit posted for it."""

    def __init__(self, counts: Iterable[DayCount], period: Period, today: date) -> None:
        self._by_subject: dict[tuple[str, str, str], list[Dated]] = defaultdict(list)
        self.present: dict[str, list[Presence]] = defaultdict(list)
        for count in counts:
            dated = _dated(count, period)
            if dated.earliest <= today:
                unit = "" if count.kind == "posts" else count.unit
                self._by_subject[count.kind, unit, count.subject].append(dated)
                self.present[count.kind].append(_presence(count))

    def of(self, kind: str, unit: str, subject: str = "") -> list[Dated]:
        """What is known of a unit and its column, or of an account, for which `unit` is ""."""
        return self._by_subject.get((kind, unit, subject), [])


def _dated(count: DayCount, period: Period) -> Dated:
    """The days as `gongkai.measures.columns` bounds them: a month's count lies somewhere in its month."""
    match count.precision:
        case Precision.DAY:
            return Dated(count, count.day, count.day)
        case Precision.MONTH:
            return Dated(count, max(count.day.replace(day=1), period.start), min(count.day, period.end))
        case _:
            return Dated(count, period.start, period.end)


def _presence(count: DayCount) -> Presence:
    of_month = count.precision == Precision.MONTH
    return Presence(count.kind, count.unit, count.subject, count.precision, count.day if of_month else None)
