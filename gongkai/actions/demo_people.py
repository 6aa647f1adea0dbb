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
    """Somebody to be made: the end of their username, their name, their role, which of two units of the
    register they belong to, None for the office itself."""

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


class Player(NamedTuple):
    """Somebody of the demonstration, as they are shown."""

    office: Office
    person: Person
    role: Role
    unit: str


@dataclass(frozen=True)
class Cast:
    """The people of the demonstration and the password they all have: shown now and kept nowhere."""

    players: tuple[Player, ...]
    password: str


@transaction.atomic
def run(loaded: list[Office], *, by: Who, at: datetime) -> Cast:
    """A person for each role in each office. Whoever is there already stays as they are, but has the new
    password too."""
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    players = tuple(player for office in loaded for player in _players(office, by=by, at=at))
    # hashed once: it takes its time on purpose
    made = Person.objects.filter(pk__in=[player.person.pk for player in players])
    made.update(password=make_password(password))
    return Cast(players, password)


def _players(office: Office, *, by: Who, at: datetime) -> list[Player]:
    ranked = Unit.objects.filter(office=office, ranked=True)
    units = list(ranked.values_list("name", flat=True)[:2])
    return [
        _player(office, part, "" if part.unit is None else units[part.unit], by=by, at=at) for part in PARTS
    ]


def _player(office: Office, part: Part, unit: str, *, by: Who, at: datetime) -> Player:
    username = f"{office.key}-{part.username}"
    person = Person.objects.filter(username=username).first()
    if person is None:
        wanted = people.Wanted(part.name, username, {part.role}, unit)
        person = people.add(office, wanted, by=by, at=at).person
    return Player(office, person, part.role, unit)
