"""The pictures of a period: columns by month, posting calendar, on-time rates, shares, trend."""

from collections.abc import Iterator
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.measures.facts import Post
from gongkai.records import assessments, models, packs
from gongkai.records.assessments import Seen
from gongkai.web.charts import Chart, from_assessment
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.pictures import choosing, columns
from gongkai.web.pages.pictures.choosing import ALL, Choice
from gongkai.workflows.rights import Action

TREND = ("submissions.submitted", "posts.original", "columns.short", "orders.late", "messages.late")
RATES = ("orders.on_time_rate", "messages.on_time_rate")
SHARES = ("orders.by_type", "adoptions.adopted")


class Picture(NamedTuple):
    """A picture under a name by which an address leads to it."""

    name: str
    chart: Chart


@page(Action.PICTURES_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """Pictures of the newest assessment that the person may see."""
    seen = assessments.seen(request.office, request.period.code, request.actor.roles)
    if seen is None:
        return render(request, "pictures/nothing.html")
    choice = choosing.chosen(request, packs.current(request.office).office)
    pictures = list(_pictures(request, seen, choice))
    context = {
        "seen": seen,
        "choice": choice,
        "all": ALL,
        "account": choice.account(seen.content),
        "pictures": [one for one in pictures if not one.chart.empty],
        "missing": [one.chart.title for one in pictures if one.chart.empty],
    }
    return render(request, "pictures/gallery.html", context)


def _pictures(request: OfficeRequest, seen: Seen, choice: Choice) -> Iterator[Picture]:
    office, content, units = choice.office, seen.content, choice.units
    yield Picture("columns", columns.heat(office, content, units))
    if account := choice.account(content):
        posts = _posts(request, account)
        yield Picture("posting", from_assessment.account_posts(office, content, account, posts))
    for kind in ("orders", "messages"):
        yield Picture(f"{kind}-on-time", from_assessment.on_time_rates(office, content, kind, units))
    for measure in SHARES:
        yield Picture(
            measure.partition(".")[0] + "-share", from_assessment.item_share(content, measure, units)
        )
    yield from _trends(request, choice)


def _posts(request: OfficeRequest, account: str) -> list[Post]:
    """The posts of one account, whichever unit posted them."""
    rows = models.Post.objects.filter(office=request.office, period=request.period.code, account=account)
    return [Post(*row) for row in rows.order_by("day", "pk").values_list(*Post._fields)]


def _trends(request: OfficeRequest, choice: Choice) -> Iterator[Picture]:
    """This period and those before it; one period alone is no trend."""
    most = choosing.periods_shown(request.period)
    found = assessments.seen_up_to(request.office, request.period, request.actor.roles, most)
    if len(found) < 2:
        return
    contents = [one.content for one in found]
    for name, measures, title in (("trend", TREND, "各期走势"), ("rates", RATES, "各期办结率")):
        chart = from_assessment.measure_trend(choice.office, contents, measures, choice.units, title)
        yield Picture(name, chart)
