"""The items a person may see, and the filters by which board and list narrow them."""

from collections.abc import Sequence

from django.db.models import Case, Q, QuerySet, Value, When

from gongkai.records import rectifications
from gongkai.records.models import Rectification, Unit
from gongkai.terms import Period
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest
from gongkai.web.listing import Filter
from gongkai.web.pages.rectifications.presenting import choices
from gongkai.workflows.rectification import OPEN, State

STANDINGS = [
    ("late", "逾期，未移交督查"),
    ("handed", "已移交督查"),
    ("open", "在办未逾期"),
    ("ended", "已办结"),
]


def seen(request: OfficeRequest) -> "QuerySet[Rectification]":
    """What this person may see of the office's items, nothing else."""
    return rectifications.seen_by(request.office, request.actor, request.own_unit, acting.today())


def with_standing(request: OfficeRequest) -> "QuerySet[Rectification]":
    """The items with `standing` (late, handed over, open or ended), the open ones first."""
    standing = Case(
        When(rectifications.late(acting.today()) & Q(supervised_at=None), then=Value("late")),
        When(~Q(supervised_at=None) & Q(state__in=OPEN), then=Value("handed")),
        When(state__in=OPEN, then=Value("open")),
        default=Value("ended"),
    )
    ended = Case(When(state__in=OPEN, then=Value(0)), default=Value(1))
    return seen(request).annotate(standing=standing, ended=ended).order_by("ended", "deadline", "number")


def filters(request: OfficeRequest, *, states: bool = False) -> Sequence[Filter]:
    """Period, unit (where more than one can be seen), kind, standing, and for the list the state."""
    rows = seen(request).order_by()
    periods = sorted(rows.values_list("period", flat=True).distinct(), key=_when, reverse=True)
    found = [Filter("period", "期间", [(code, Period.parse(code).label) for code in periods])]
    if not request.own_unit:
        units = Unit.objects.filter(office=request.office, name__in=rows.values("unit"))
        found.append(Filter("unit", "单位", choices(units.values_list("name", flat=True))))
    kinds = sorted(rows.values_list("kind", flat=True).distinct())
    found.append(Filter("kind", "问题", choices(kinds)))
    found.append(Filter("standing", "时限", STANDINGS))
    if states:
        found.append(Filter("state", "状态", [(one.value, one.label) for one in State]))
    return found


def _when(code: str) -> tuple[object, ...]:
    period = Period.parse(code)
    return period.end, period.start
