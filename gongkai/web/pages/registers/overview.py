"""All registers at a glance."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.office.editing.registers import REGISTERS
from gongkai.records import account_cases, exemptions, packs
from gongkai.web import acting
from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.registers import presenting
from gongkai.workflows.rights import Action

ICONS = {
    "units": "building",
    "groups": "sitemap",
    "columns": "columns",
    "accounts": "device-mobile",
    "outlets": "news",
    "limits": "clock",
    "local_days": "calendar-event",
    "rules": "target",
    "notice": "report",
    "notices": "calendar-due",
    "words": "text-spellcheck",
    "left_words": "filter",
    "public_contacts": "mail",
    "proofreading": "adjustments",
}


@page(Action.REGISTERS_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """What is registered, how much of it, and what waits to be decided."""
    office, unit = packs.current(request.office).office, request.own_unit
    cards = [
        {
            "title": known.title,
            "icon": ICONS[key],
            "href": reverse("register", args=(request.office.key, key)),
            "hint": presenting.HINTS[key],
            "count": None if known.alone else len(presenting.entries(office, key, unit)),
        }
        for key, known in REGISTERS.items()
        if not (unit and key in presenting.OFFICE_ONLY)
    ]
    context = {
        "cards": cards,
        "asked": exemptions.waiting(request.office, unit),
        "cases": account_cases.running(request.office, unit),
        "year": acting.today().year,
    }
    return render(request, "registers/overview.html", context)
