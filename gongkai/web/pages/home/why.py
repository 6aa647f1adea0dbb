"""The small calendar behind a warning: every day on the way to its last, and why some do not count."""

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.assessment.deadline import Path, PathDay, month_grid
from gongkai.assessment.warnings import why
from gongkai.assessment.warnings.warning import EarlyWarning
from gongkai.measures.facts import KIND_LABELS
from gongkai.records import packs
from gongkai.terms import chinese_date
from gongkai.web import acting, standing
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.home import addresses
from gongkai.workflows.rights import Action

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


@page(Action.FACTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The calendar of one warning; one that was met meanwhile is no warning any more."""
    found = _found(request)
    if found is None:
        return render(request, "home/why.html", {"warning": None})
    today = acting.today()
    path = why.why(packs.current(request.office).office, found, today)
    context = {
        "warning": found,
        "kind": KIND_LABELS[found.kind],
        "mark": standing.MARKS[found.state],
        "rule": _rule(found, path),
        "weekdays": WEEKDAYS,
        "weeks": [[_cell(day, path, found) for day in week] for week in month_grid(path)],
        "path": path,
    }
    return render(request, "home/why.html", context)


def _found(request: OfficeRequest) -> EarlyWarning | None:
    """The warning that the address names, among those one may see."""
    asked = tuple(request.GET.get(name, "") for name in addresses.NAMED_BY)
    named = (one for one in standing.warnings(request) if _name(one) == asked)
    return next(named, None)


def _name(one: EarlyWarning) -> tuple[str, ...]:
    return tuple(getattr(one, name) for name in addresses.NAMED_BY)


def _rule(found: EarlyWarning, path: Path) -> str:
    """How the last day is reckoned, in a sentence."""
    start, due = chinese_date(found.since), chinese_date(path.due)
    if found.limit:
        span = f"{found.limit.days}个{found.limit.span.value}"
        return f"{start}起算，当日不计入，期限{span}，到{due}为止。"
    return f"这一时段从{start}到{due}，共{path.total}个工作日；今天以后的工作日依次编号。"


def _cell(day: PathDay | None, path: Path, found: EarlyWarning) -> dict[str, object] | None:
    if day is None:
        return None
    first = found.limit is not None and day.day == found.since
    tone = "last" if day.day == path.due else "counted" if day.counted else "first" if first else "skipped"
    return {"day": day.day, "number": day.counted, "why": day.why, "tone": tone}
