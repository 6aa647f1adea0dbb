"""A person by their number in an address: of this office, or there is no such page."""

from django.http import Http404

from gongkai.records import people
from gongkai.records.models import Person
from gongkai.web.gate import OfficeRequest


def person(request: OfficeRequest, number: int) -> Person:
    """Raises Http404 for whoever has no role here."""
    found = people.of_office(request.office).filter(pk=number).first()
    if found is None:
        raise Http404
    return found
