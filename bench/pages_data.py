"""What the pages are timed on: python -m bench.pages_data prints the cookie of a clerk and the pages' addresses."""

import json

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench import large_office  # noqa: E402
from gongkai.actions import assess  # noqa: E402
from gongkai.records.models import Membership, Office, Person  # noqa: E402
from gongkai.terms import Period  # noqa: E402
from gongkai.web.screen import prepare_database  # noqa: E402
from gongkai.workflows.roles import Role  # noqa: E402

PERIOD = Period.parse("2022Q2")


def main() -> None:
    prepare_database()
    office = large_office.build(PERIOD)
    assess.run(office.key, PERIOD, by=large_office.WHO, at=timezone.now())
    unit = office.units.all()[7].name
    place = (office.key, PERIOD)
    pages = {
        "home": reverse("home", args=place),
        "unit page": reverse("unit", args=(*place, unit)),
        "league table": reverse("league", args=place),
        "facts list": reverse("fact_list", args=(*place, "orders")),
        "facts list, filtered": reverse("fact_list", args=(*place, "orders")) + f"?unit={unit}&page=2",
    }
    print(json.dumps({"cookie": _signed_in(_clerk(office)), "pages": pages}))


def _clerk(office: Office) -> Person:
    person = Person(username="ceshi", name="经办某", joined_at=timezone.now())
    person.set_unusable_password()
    person.save()
    Membership.objects.create(person=person, office=office, role=Role.CLERK)
    return person


def _signed_in(person: Person) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[1]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return str(session.session_key)


if __name__ == "__main__":
    main()
