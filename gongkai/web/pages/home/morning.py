"""What is due, late, mine, and who must act now."""

from django.http import HttpResponse
from django.shortcuts import render

from gongkai.web.gate import OfficeRequest, page
from gongkai.web.pages.home.cards import cards
from gongkai.web.pages.home.cards.card import Place
from gongkai.workflows.rights import Action


@page(Action.OFFICE_SEE)
def index(request: OfficeRequest) -> HttpResponse:
    """The cards that have something to say to this person."""
    found = cards(request)
    sections = [(place.value, [card for card in found if card.place is place]) for place in Place]
    context = {"sections": [(title, held) for title, held in sections if held]}
    return render(request, "home/morning.html", context)
