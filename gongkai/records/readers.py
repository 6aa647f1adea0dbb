"""What screens and actions ask of the records."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet

from gongkai.assessment.result import Assessment as Content
from gongkai.measures.facts import FACTS, Fact
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.records import facts
from gongkai.records.models import Assessment, Batch, FactModel, Office
from gongkai.records.models.batches import BatchState
from gongkai.records.unchanged import until_changed
from gongkai.terms import Period

KEPT = 32


class NotAssessedError(LookupError):
    """There is no such assessment; the message says what to do."""


def batches(office: Office, period: str) -> "QuerySet[Batch]":
    """The batches whose facts count in a period, oldest first."""
    return Batch.objects.filter(office=office, period=period, state=BatchState.DONE).order_by("pk")


@until_changed(KEPT)
def periods(office: Office) -> tuple[Period, ...]:
    """The periods with imports, earliest first."""
    codes = Batch.objects.filter(office=office, state=BatchState.DONE).order_by()
    return tuple(sorted(Period.parse(code) for code in codes.values_list("period", flat=True).distinct()))


def content(row: Assessment) -> Content:
    """The stored assessment as its frozen form."""
    return Content.model_validate_json(row.result)


def newest(office: Office, period: str) -> Assessment | None:
    """The newest assessment of a period, if there is one."""
    return Assessment.objects.filter(office=office, period=period).order_by("number").last()


def latest(office: Office, period: str) -> Assessment:
    """The newest assessment of a period. Raises NotAssessedError."""
    found = newest(office, period)
    if found is None:
        raise NotAssessedError(
            f"{office.name} {period} 尚未考核，请先执行 gongkai assess {office.key} {period}"
        )
    return found


def assessment(code: str) -> Assessment:
    """The assessment people name `weibin/2021Q4/1`; without a number the newest.

    Raises NotAssessedError, or TermError where the middle is no period.
    """
    key, _, rest = code.partition("/")
    period, _, number = rest.partition("/")
    rows = Assessment.objects.select_related("office").filter(office__key=key)
    rows = rows.filter(period=Period.parse(period).code).order_by("number")
    if number:
        rows = rows.filter(number=int(number)) if number.isdecimal() else rows.none()
    found = rows.last()
    if found is None:
        raise NotAssessedError(
            f"没有找到考核结果“{code}”；应写作 工作包/期间/序号，如 weibin/2021Q4/1，不写序号即最新一次"
        )
    return found


@dataclass(frozen=True)
class Source:
    """A fact and the file it was read from."""

    fact: Fact
    file: str
    batch: int


class Place(NamedTuple):
    """Where a fact was read."""

    file: str
    sheet: str
    row: int


def facts_behind(office: Office, period: Period, figure: Figure, most: int | None = None) -> Iterator[Source]:
    """The stored facts that a figure counts, in the order of their files; the first `most` of them."""
    if (rows := _behind(office, period, figure)) is None:
        return
    kind = MEASURES[figure.measure].kind
    ordered = rows.order_by("batch_id", "sheet", "row", "key")
    for file, batch, *found in ordered.values_list("batch__file_name", "batch_id", *FACTS[kind]._fields)[
        :most
    ]:
        yield Source(FACTS[kind]._make(found), file, batch)


def places_behind(office: Office, period: Period, figure: Figure) -> list[Place]:
    """Where the facts that a figure counts were read, each place once."""
    if (rows := _behind(office, period, figure)) is None:
        return []
    places = rows.order_by("batch_id", "sheet", "row").values_list("batch__file_name", "sheet", "row")
    return [Place(*place) for place in places.distinct()]


def count_behind(office: Office, period: Period, figure: Figure) -> int:
    """How many stored facts a figure counts."""
    rows = _behind(office, period, figure)
    return 0 if rows is None else rows.count()


def _behind(office: Office, period: Period, figure: Figure) -> "QuerySet[FactModel] | None":
    """None for a figure of a register, such as the accounts filed."""
    kind = MEASURES[figure.measure].kind
    if kind not in FACTS:
        return None
    return facts.counted(facts.of(office, period.code, kind), figure)
