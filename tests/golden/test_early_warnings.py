"""The two sample offices seen on days within their quarters: who was published as behind had been warned."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from cases import number, table

from gongkai.assessment.warnings.counts import DayCount, OpenCase
from gongkai.assessment.warnings.warn import warn
from gongkai.assessment.warnings.warning import EarlyWarning, State
from gongkai.measures.facts import SUBJECTS, Fact
from gongkai.office import files
from gongkai.sources import reading
from gongkai.terms import Period

PACKS = Path(__file__).parents[2] / "offices"
LAST_DAY = date(2021, 12, 31)
PUBLISHED = "weibin-2021q4"


class Quarter:
    """The sample facts of an office's quarter, and what was to be seen on a day of it."""

    def __init__(self, pack: str, period: str, sheets: str) -> None:
        self.office = files.read(PACKS / pack)
        self.period = Period.parse(period)
        self.facts: dict[str, list[Fact]] = {}
        for path in sorted((PACKS / pack).glob(sheets)):
            for kind, facts in reading.read(path, office=self.office, period=self.period).facts.items():
                self.facts.setdefault(kind, []).extend(facts)

    def seen(self, today: date) -> tuple[EarlyWarning, ...]:
        return warn(self.office, self.period, today, self._counts(today), self._open(today))

    def _counts(self, today: date) -> Iterable[DayCount]:
        for kind in ("submissions", "columns", "posts"):
            for fact in self.facts.get(kind, []):
                if fact.day <= today or fact.precision != "day":
                    subject = getattr(fact, SUBJECTS.get(kind, ""), "")
                    original = getattr(fact, "original", 0)
                    yield DayCount(
                        kind, fact.unit, subject, fact.day, fact.precision, fact.quantity, original
                    )

    def _open(self, today: date) -> Iterable[OpenCase]:
        for kind in ("messages", "orders"):
            for fact in self.facts.get(kind, []):
                if (
                    fact.precision == "day"
                    and not fact.outcome
                    and not (fact.closed and fact.closed <= today)
                ):
                    yield OpenCase(kind, fact.unit, fact.number, fact.type, fact.day, fact.due)


@pytest.fixture(scope="module")
def weibin() -> Quarter:
    return Quarter("weibin", "2021Q4", "sample/*.xlsx")


@pytest.fixture(scope="module")
def qianyang() -> Quarter:
    return Quarter("qianyang", "2022Q1", "sample/events/*.xlsx")


def of(found: Iterable[EarlyWarning], kind: str, *states: State) -> set[tuple[str, str]]:
    return {
        (one.unit, one.subject) for one in found if one.kind == kind and one.state in (states or tuple(State))
    }


def test_every_column_of_the_published_list_was_warned_of_by_the_last_day(weibin):
    """10 rows and 8 units, as the notice names them."""
    behind = of(weibin.seen(LAST_DAY), "columns")
    assert len(behind) == 10
    assert len({unit for unit, _ in behind}) == 8
    assert ("司法局", "规范性文件") in behind


@pytest.mark.parametrize(
    ("today", "state", "window"),
    [
        (date(2021, 10, 14), None, ""),
        (date(2021, 10, 20), State.COMING, "2021-10"),
        (date(2021, 10, 28), State.DUE, "2021-10"),
        (date(2021, 11, 1), State.LATE, "2021-10"),
    ],
)
def test_a_month_left_empty_was_warned_of_before_it_was_over(weibin, today, state, window):
    found = [one for one in weibin.seen(today) if one.subject == "规范性文件"]
    assert [(one.state, one.window) for one in found] == ([(state, window)] if state else [])


def test_the_accounts_published_as_lapsed_are_those_due_on_the_last_day(weibin):
    lapsed = {
        (row["账号名称"], row["账号类型"])
        for row in table(PUBLISHED, "annex4_media")
        if row["是否断更"] == "断更"
    }
    found = of(weibin.seen(LAST_DAY), "posts", State.DUE)
    assert {tuple(account.split("·")) for _, account in found} == lapsed


def test_what_the_published_table_lacks_is_what_the_last_day_still_owes(weibin):
    published = {}
    for row in table(PUBLISHED, "annex1_submissions"):
        short = (number(row["应报"]) or 0) - (number(row["实报"]) or 0)
        if short > 0:
            published[row["单位"]] = short
    names = {unit.name for unit in weibin.office.units}
    owed = {one.unit: one.missing for one in weibin.seen(LAST_DAY) if one.kind == "submissions"}
    assert {unit: owed[unit] for unit in published if unit in names} == {
        unit: short for unit, short in published.items() if unit in names
    }
    assert len(owed) == len(published)


def test_units_that_sent_nothing_are_the_first_to_be_reminded(weibin):
    found = of(weibin.seen(date(2021, 10, 25)), "submissions")
    assert found == {(unit, "") for unit in ("天台山管委会", "姜谭工业园", "经二路办")}


def test_a_message_left_over_the_spring_festival_was_due_on_made_up_days(qianyang):
    """Received on Wednesday 26 January; 29 and 30 January are a weekend that is worked."""
    due = {one.subject: one for one in qianyang.seen(date(2022, 1, 28)) if one.kind == "messages"}
    told = due["XX2022Q1012"]
    assert (told.due, told.working_days_left, told.state) == (date(2022, 2, 2), 2, State.DUE)


def test_only_the_message_never_closed_is_late_at_the_end(qianyang):
    late = of(qianyang.seen(date(2022, 3, 31)), "messages", State.LATE)
    assert late == {("交通局", "XX2022Q1017")}


def test_nobody_is_unread_where_events_are_listed(qianyang):
    days = [date(2022, 1, 10), date(2022, 2, 14), date(2022, 3, 31)]
    assert all(one.state is not State.UNREAD for day in days for one in qianyang.seen(day))
