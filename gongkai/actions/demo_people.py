"""People for the demonstration: one for each role, two units among them, with one password made on the spot."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.contrib.auth.hashers import make_password
from django.db import transaction

from gongkai.actions import people
from gongkai.records.audit import Who
from gongkai.records.models import Office, Person, Unit
from gongkai.workflows.roles import Role


class Part(NamedTuple):
    """Somebody of the demonstration: the end of their username, their name, their role, whose unit of the
    register they belong to (the first or the second), None for the office itself."""

    username: str
    name: str
    role: Role
    unit: int | None = None


PARTS = (
    Part("jingban", "经办某", Role.CLERK),
    Part("kezhang", "科长某", Role.DIRECTOR),
    Part("fenguan", "分管某", Role.LEADER),
    Part("xinxi1", "信息员甲", Role.LIAISON, 0),
    Part("danwei1", "负责人甲", Role.HEAD, 0),
    Part("xinxi2", "信息员乙", Role.LIAISON, 1),
    Part("danwei2", "负责人乙", Role.HEAD, 1),
    Part("ducha", "督查某", Role.SUPERVISION),
    Part("guancha", "观察员某", Role.OBSERVER),
    Part("shenji", "审计某", Role.AUDITOR),
    Part("guanli", "管理员某", Role.ADMINISTRATOR),
)


@dataclass(frozen=True)
class Cast:
    """The people of the demonstration, and the password they all have: shown now and kept nowhere."""

    people: tuple[Person, ...]
    password: str


@transaction.atomic
def run(loaded: list[Office], *, by: Who, at: datetime) -> Cast:
    """A person for each role in each office. Whoever is there already stays as they are, but has the new
    password too."""
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    encoded = make_password(password)  # once: it takes its time on purpose
    cast = [_person(office, part, by=by, at=at) for office in loaded for part in PARTS]
    Person.objects.filter(pk__in=[one.pk for one in cast]).update(password=encoded)
    return Cast(tuple(cast), password)


def _person(office: Office, part: Part, *, by: Who, at: datetime) -> Person:
    username = f"{office.key}-{part.username}"
    found = Person.objects.filter(username=username).first()
    if found:
        return found
    unit = "" if part.unit is None else _units(office)[part.unit]
    wanted = people.Wanted(part.name, username, {part.role}, unit)
    return people.add(office, wanted, by=by, at=at).person


def _units(office: Office) -> list[str]:
    """The first two units that are ranked: those a notice speaks of."""
    return list(Unit.objects.filter(office=office, ranked=True).values_list("name", flat=True)[:2])
