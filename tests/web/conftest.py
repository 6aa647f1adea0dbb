"""People and the browsers they sit at: what tests of pages start from."""

from collections.abc import Callable

import pytest
from django.test import Client

from gongkai.actions import register
from gongkai.records.models import Membership, Office, Person
from gongkai.workflows.roles import UNIT_ROLES, Role
from tests.actions.conftest import assessed, import_counts, import_orders  # noqa: F401  fixtures, shared
from tests.conftest import AT, CLERK, OFFICES
from tests.web.planted import built, master, planted  # noqa: F401  fixtures, shared

UNIT = "财政局"
PASSWORD = "shan-qiao-yun-2022"


@pytest.fixture(autouse=True)
def quick_passwords(settings) -> None:
    """A hash that takes no time: what a slow one is worth is tested where it matters."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def static_folder(settings) -> None:
    """Where styles would be collected: the server's middleware warns of a folder that is not there."""
    settings.STATIC_ROOT.mkdir(exist_ok=True)


@pytest.fixture
def office_row(home) -> Callable[[str], Office]:
    """The row of a sample office, loaded when first asked for."""

    def row(key: str) -> Office:
        found = Office.objects.filter(key=key).first()
        return found or register.load_pack(OFFICES / key, by=CLERK, at=AT).office

    return row


@pytest.fixture
def person(office_row) -> Callable[..., Person]:
    """Make someone with a role: `person("clerk")`, `person("liaison", unit="教育局")`,
    `person("administrator", office=None)` for the whole deployment.

    They have the role in 渭滨 unless told otherwise, a unit role at 财政局. Nobody has a password unless one
    is given. A `username` that is there already gets one more role.
    """

    def made(
        role: str,
        office: str | None = "weibin",
        unit: str = "",
        username: str | None = None,
        password: str | None = None,
    ) -> Person:
        name = username or "-".join(filter(None, (office, role, unit)))
        someone = Person.objects.filter(username=name).first()
        if someone is None:
            someone = Person(username=name, name=f"{Role(role).label}某", joined_at=AT)
            someone.set_password(password)
            someone.save()
        Membership.objects.get_or_create(
            person=someone,
            office=office_row(office) if office else None,
            role=Role(role),
            unit=(unit or UNIT) if role in UNIT_ROLES else "",
        )
        return someone

    return made


@pytest.fixture
def signed_in(person) -> Callable[..., Client]:
    """A browser in which someone with that role is signed in; takes what `person` takes. The one who sits
    there is `client.person`."""

    def browser(role: str, *args: object, **named: object) -> Client:
        client = Client()
        client.person = person(role, *args, **named)  # type: ignore[attr-defined]
        client.force_login(client.person, "allauth.account.auth_backends.AuthenticationBackend")  # type: ignore[attr-defined]
        return client

    return browser
