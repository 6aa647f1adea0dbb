"""The small calendar behind a warning: every day on the way to its last, and why some do not count."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.assessment.deadline import FIRST_DAY, Path, PathDay, month_grid
from gongkai.assessment.warnings import why
from gongkai.assessment.warnings.warning import EarlyWarning
from gongkai.measures.facts import KIND_LABELS
from gongkai.records import calendars, packs
from gongkai.terms import chinese_date
from gongkai.web import acting, standing
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.home import addresses
from gongkai.workdays import Calendar
from gongkai.workflows.rights import Action

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


@page(Action.FACTS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The calendar of one warning; one that was met meanwhile is no warning any more."""
    found = _found(request)
    if found is None:
        return render(request, "home/why.html", {"warning": None})
    today = acting.today()
    calendar = calendars.of(request.office)
    path = why.why(packs.current(request.office).office, found, today)
    context = {
        "warning": found,
        "kind": KIND_LABELS[found.kind],
        "mark": standing.MARKS[found.state],
        "rule": _rule(found, path, today),
        "weekdays": WEEKDAYS,
        "weeks": [[day and _cell(day, path, today, calendar) for day in week] for week in month_grid(path)],
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


def _rule(found: EarlyWarning, path: Path, today: date) -> str:
    """How the last day is reckoned, in a sentence."""
    start, due = chinese_date(found.since), chinese_date(path.due)
    if found.limit:
        span = f"{found.limit.days}个{found.limit.span.value}"
        return f"{start}起算，当日不计入，期限{span}，到{due}为止。"
    left = "今天以后的工作日依次编号。" if today < path.due else ""
    return f"这一时段从{start}到{due}，共{path.total}个工作日。{left}"


def _cell(day: PathDay, path: Path, today: date, calendar: Calendar) -> dict[str, object]:
    """A day with its number, or the reason that it has none."""
    behind = day.counted is None and day.why != FIRST_DAY and calendar.is_working(day.day)
    note = "·今天" if day.day == today else "·已过" if behind and day.day < today else ""
    if day.day == path.due:
        tone, note = "last", f"{note}，到期日"
    elif day.counted:
        tone = "counted"
    else:
        tone = "passed" if behind else "skipped"
    return {"day": day.day, "number": day.counted, "why": day.why, "note": note, "tone": tone}
