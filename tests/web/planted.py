"""Two offices in which every text that people type is an attack, built once and put in place for each module.

`planted` gives it to tests: 渭滨 is looked at, 千阳 is the neighbour of whom nothing may be seen.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone

from gongkai.records.models import Membership, Office, Person
from gongkai.workflows.roles import UNIT_ROLES, Role
from tests.web.crawling import Visit, walk
from tests.web.planted_office import NEIGHBOUR_SECRET, OTHER_SECRET, OTHER_UNIT, UNIT, brief
from tests.web.planted_story import Story

ROLES = [*map(str, Role), "chief"]
OWN, NEIGHBOUR = "weibin", "qianyang"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass
class World:
    """The people of both offices, numbered by key, role and unit, "" for none. What they see by walking about is kept in
    `walks`; `changed` names the tables that were not the same afterwards."""

    people: dict[tuple[str, str, str], int]
    walks: dict[tuple[str, str, str], list[Visit]] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def browser(self, role: str, key: str = OWN, unit: str = "", **options: object) -> Client:
        """A browser in which someone is signed in; a unit role is of the first unit unless told otherwise."""
        client = Client(raise_request_exception=False, **options)  # type: ignore[arg-type]
        client.force_login(self.person(role, key, unit), BACKEND)
        return client

    def person(self, role: str, key: str = OWN, unit: str = "") -> Person:
        """As the database has them: what one test did to somebody is not carried into the next."""
        if role == "chief":
            return Person.objects.get(username="chief")
        name = (key, role, unit or (UNIT if role in UNIT_ROLES else ""))
        return Person.objects.get(pk=self.people[name])

    def walked(self, role: str, key: str = OWN, unit: str = "") -> list[Visit]:
        """All that someone can reach by links from the first page of their office; walked once."""
        who = (role, key, unit)
        if who not in self.walks:
            browser = self.browser(*who)
            before = kept()
            self.walks[who] = list(walk(browser, ["/", f"/o/{key}/"]))
            self.changed |= {table for table, content in kept().items() if content != before[table]}
        return self.walks[who]


REMEMBERED = {"django_session": "last seen", "records_standing": "computed once, for everybody who asks"}
"""Tables that looking may write, and why that changes nothing."""


def kept() -> dict[str, int]:
    """Table → what it holds, in a number; the files that are kept are one more."""
    held = {}
    for table in set(connection.introspection.table_names()) - REMEMBERED.keys():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            held[table] = hash(tuple(cursor.fetchall()))
    return held | {"files": hash(tuple(sorted(map(str, settings.FILES.rglob("*")))))}


def _build(folder: Path) -> World:
    people = {}
    secrets = {
        OWN: {UNIT: "", OTHER_UNIT: OTHER_SECRET},
        NEIGHBOUR: {UNIT: NEIGHBOUR_SECRET, OTHER_UNIT: NEIGHBOUR_SECRET},
    }
    for key, known in secrets.items():
        (folder / f"{key}-files").mkdir()
        story = Story(folder / f"{key}-files", key, known)
        story.tell()
        people |= {(key, str(role), unit): person.pk for (role, unit), person in story.people.items()}
    chief = Person.objects.create(username="chief", name=brief("总管理员"), joined_at=timezone.now())
    Membership.objects.create(person=chief, office=None, role=Role.ADMINISTRATOR)
    return World(people)


def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    source.backup(target)


@pytest.fixture(scope="session")
def built(django_db_setup, django_db_blocker, tmp_path_factory) -> tuple[World, Path, Path]:
    """The world, and the database without it and with it."""
    folder = tmp_path_factory.mktemp("planted")
    bare, full = folder / "bare.sqlite3", folder / "full.sqlite3"
    with django_db_blocker.unblock():
        settings.STATIC_ROOT.mkdir(exist_ok=True)
        connection.ensure_connection()
        _copy(connection.connection, sqlite3.connect(bare))
        world = _build(folder)
        _copy(connection.connection, sqlite3.connect(full))
        _copy(sqlite3.connect(bare), connection.connection)
    return world, bare, full


@pytest.fixture(scope="module")
def planted(built, django_db_blocker) -> Iterator[World]:
    """The world for the tests of a module; what each changes is taken back after it."""
    world, bare, full = built
    with django_db_blocker.unblock():
        connection.ensure_connection()
        _copy(sqlite3.connect(full), connection.connection)
        yield world
        _copy(sqlite3.connect(bare), connection.connection)


@pytest.fixture
def master(planted: World) -> Client:
    """A browser of somebody who may do everything in 渭滨, and is nobody in 千阳."""
    person, office = planted.person("observer"), Office.objects.get(key=OWN)
    for role in Role:
        unit = UNIT if role in UNIT_ROLES else ""
        Membership.objects.get_or_create(person=person, office=office, role=role, unit=unit)
    return planted.browser("observer")
