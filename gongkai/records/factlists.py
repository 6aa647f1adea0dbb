"""The facts of a kind as a list: which, how many, what they add up to.

Facts change only by an import or an undo. Until then a count of a hundred thousand rows is asked once a
process, whoever turns the pages.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from django.db.models import Case, CharField, Count, F, Max, Q, QuerySet, Sum, Value, When

from gongkai.measures.facts import FACTS, Outcome, Precision
from gongkai.records.imported import Imported
from gongkai.records.models import FACT_MODELS, FactModel, Office
from gongkai.terms import Period

KEPT = 2000
COUNTED = {
    kind: tuple(name for name, hint in fact.__annotations__.items() if hint is int and name != "row")
    for kind, fact in FACTS.items()
}
"""Kind → its fields that add up."""
CASES = ("messages", "orders")
CLOSED, UNCLOSED = "closed", "unclosed"
"""How a case stands whose source gives dates and no outcome, where they alone do not tell more."""


class FactRows(QuerySet[FactModel]):
    """Facts that know the imports they come from, so that what they add up to is remembered."""

    imports = ""

    def _clone(self) -> "FactRows":
        copy: FactRows = super()._clone()  # type: ignore[misc]
        copy.imports = self.imports
        return copy

    def tally(self) -> Mapping[str, Any]:
        """How many rows (`rows`), of how many `units`, the `newest` day, and the sum of each counted field."""
        return _tally(self.question)

    def count(self) -> int:
        """How many rows, remembered."""
        return int(self.tally()["rows"])

    @cached_property
    def question(self) -> "Question":
        """Which rows these are, whatever is shown of them and in whichever order."""
        bare = self.order_by()
        return Question(self.imports, *bare.values("pk").query.sql_with_params(), bare)


@dataclass(frozen=True)
class Question:
    """Rows by the imports they come from and the SQL that chooses them."""

    imports: str
    sql: str
    params: tuple[Any, ...]
    rows: FactRows = field(compare=False)


@lru_cache(maxsize=KEPT)
def _tally(question: Question) -> Mapping[str, Any]:
    kind = next(kind for kind, model in FACT_MODELS.items() if model is question.rows.model)
    sums = {name: Sum(name, default=0) for name in COUNTED[kind]}
    return question.rows.aggregate(
        rows=Count("pk"), units=Count("unit", distinct=True), newest=Max("day"), **sums
    )


def of(office: Office, period: Period, kind: str, imports: Imported, unit: str = "") -> FactRows:
    """The facts of a kind in a period, of one unit where it is named. Each says in which `month` of the period
    it lies ("" where only the period is known), a message or order also with what `result` it ended."""
    rows = FactRows(FACT_MODELS[kind]).filter(office=office, period=period.code)
    rows.imports = imports.digest
    if unit:
        rows = rows.filter(unit=unit)
    rows = rows.annotate(month=_month(period))
    return rows.annotate(result=_result()) if kind in CASES else rows


def _month(period: Period) -> Case:
    """Comparisons only: SQLite would call Python for every row to take a date apart."""
    return Case(
        When(precision=Precision.PERIOD, then=Value("")),
        *(When(day__lte=month.end, then=Value(month.code)) for month in period.months()),
        default=Value(""),
        output_field=CharField(),
    )


def _result() -> Case:
    """The outcome that the source gives, else what its dates say."""
    return Case(
        When(~Q(outcome=Outcome.BY_DATES.value), then=F("outcome")),
        When(closed=None, then=Value(UNCLOSED)),
        When(due=None, then=Value(CLOSED)),
        When(closed__lte=F("due"), then=Value(Outcome.ON_TIME.value)),
        default=Value(Outcome.LATE.value),
        output_field=CharField(),
    )


def values_of(rows: FactRows, name: str) -> tuple[str, ...]:
    """The different values of a field among the rows, sorted; remembered like their sums."""
    return _values(rows.question, name)


@lru_cache(maxsize=KEPT)
def _values(question: Question, name: str) -> tuple[str, ...]:
    return tuple(sorted(question.rows.values_list(name, flat=True).distinct()))


def sums_of(rows: FactRows, name: str, counted: str) -> Mapping[str, int]:
    """Each value of a field → what a counted field adds up to there; remembered."""
    return _sums(rows.question, name, counted)


@lru_cache(maxsize=KEPT)
def _sums(question: Question, name: str, counted: str) -> Mapping[str, int]:
    return dict(question.rows.values_list(name).annotate(Sum(counted)))


def tallies(
    office: Office, period: Period, kinds: Iterable[str], imports: Imported, unit: str = ""
) -> dict[str, Mapping[str, Any]]:
    """Kind → what its facts add up to."""
    return {kind: of(office, period, kind, imports, unit).tally() for kind in kinds}
