"""People: let in, given roles, shut out. Every change is on record; passwords never are."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongkai.actions import invite
from gongkai.actions.people_guard import PeopleError, PeopleMoved, check_wanted, check_whole
from gongkai.records import offices, people, signing_in
from gongkai.records.audit import Who, record
from gongkai.records.models import Membership, Office, Person
from gongkai.workflows.roles import UNIT_ROLES, Role

USERNAME = re.compile(r"[a-z0-9][a-z0-9._@+-]{1,49}")


@dataclass(frozen=True)
class Wanted:
    """Someone to be added: name and username, their roles, and the unit of a unit role."""

    name: str
    username: str
    roles: Set[Role]
    unit: str = ""


@dataclass(frozen=True)
class Added:
    """Who was added, and the secret of the link by which they choose a password."""

    person: Person
    secret: str


def check_username(username: str) -> str:
    """The username as it is kept, in small letters. Raises PeopleError for what cannot be one or is taken."""
    kept = username.strip().lower()
    if not USERNAME.fullmatch(kept):
        raise PeopleError(
            f"用户名“{username}”不合要求：应为 2 至 50 个字母、数字或 . _ @ + - ，以字母或数字开头"
        )
    if people.named(kept):
        raise PeopleError(f"用户名“{kept}”已有人使用，请换一个")
    return kept


@transaction.atomic
def add(office: Office, wanted: Wanted, *, by: Who, at: datetime) -> Added:
    """Add someone to an office. Raises PeopleError."""
    offices.lock(office)
    if not wanted.name.strip():
        raise PeopleError("请填写姓名")
    check_wanted(office, wanted.roles, wanted.unit)
    username = check_username(wanted.username)
    person = Person(username=username, name=wanted.name.strip(), joined_at=at)
    person.set_unusable_password()
    person.save()
    _give(person, office, wanted.roles, wanted.unit)
    new = {"name": person.name, "roles": _in_words(person, office)}
    record("person.add", people.object_name(office, person), by=by, at=at, new=new)
    return Added(person, invite.make(person, at=at))


@transaction.atomic
def change_roles(
    office: Office,
    person: Person,
    roles: Set[Role],
    unit: str,
    *,
    seen: str,
    manager: Person,
    by: Who,
    at: datetime,
) -> None:
    """Give someone these roles in an office, and no others; none of them puts them out of it. `seen` is the
    `stamp` of the roles that the manager saw.

    Raises PeopleMoved if they were changed meanwhile; PeopleError for roles that cannot be held so, for the
    manager's own last administrator role, and where the office would be left without an administrator.
    """
    offices.lock(office)
    if seen != stamp(office, person):
        raise PeopleMoved(office, person)
    if roles:
        check_wanted(office, roles, unit)
    old = _in_words(person, office)
    Membership.objects.filter(person=person, office=office).delete()
    _give(person, office, roles, unit)
    _keep_administrator(office, manager)
    record(
        "person.roles",
        people.object_name(office, person),
        by=by,
        at=at,
        old=old,
        new=_in_words(person, office),
    )


@transaction.atomic
def set_active(
    office: Office, person: Person, active: bool, *, manager: Person, by: Who, at: datetime
) -> None:
    """Let someone sign in or no longer; what they have open ends at once. Raises PeopleError."""
    offices.lock(office)
    check_whole(office, person, manager)
    if person == manager:
        raise PeopleError("不能停用自己的账号，请由其他管理员办理")
    if person.is_active == active:
        return
    person.is_active = active
    person.save(update_fields=["is_active"])
    if not active:
        signing_in.end_sessions(person)
    _keep_administrator(office, manager)
    name = "person.activate" if active else "person.deactivate"
    record(name, people.object_name(office, person), by=by, at=at, old=not active, new=active)


@transaction.atomic
def new_link(office: Office, person: Person, *, manager: Person, by: Who, at: datetime) -> str:
    """The secret of a new link for whoever forgot their password; the old one holds until the link is used.
    Raises PeopleError."""
    check_whole(office, person, manager)
    if not person.is_active:
        raise PeopleError(f"{person} 已停用，请先启用再发链接")
    record("person.link", people.object_name(office, person), by=by, at=at)
    return invite.make(person, at=at)


@transaction.atomic
def unlock(office: Office, person: Person, *, manager: Person, by: Who, at: datetime) -> None:
    """Let a name that failed too often try again. Raises PeopleError."""
    check_whole(office, person, manager)
    signing_in.unlock(person.username)
    record("person.unlock", people.object_name(office, person), by=by, at=at)


@transaction.atomic
def forget_second_factor(office: Office, person: Person, *, manager: Person, by: Who, at: datetime) -> None:
    """Ask someone who lost their telephone for no code any more. Raises PeopleError."""
    check_whole(office, person, manager)
    signing_in.forget_second_factor(person)
    record("person.second_factor", people.object_name(office, person), by=by, at=at)


@transaction.atomic
def link_from_terminal(username: str, *, forget_second_factor: bool, by: Who, at: datetime) -> str:
    """The secret of a new link for anybody, a chief administrator too: whoever holds the machine holds the keys.
    A locked name is free again. Raises PeopleError."""
    person = people.named(username)
    if person is None:
        raise PeopleError(f"没有用户名为“{username}”的人员")
    if not person.is_active:
        raise PeopleError(f"{person} 已停用，请先由管理员启用")
    name = people.own_name(person)
    signing_in.unlock(person.username)
    if forget_second_factor:
        signing_in.forget_second_factor(person)
        record("person.second_factor", name, by=by, at=at)
    record("person.link", name, by=by, at=at)
    return invite.make(person, at=at)


@transaction.atomic
def end_session(
    office: Office, person: Person, number: int, *, manager: Person, by: Who, at: datetime
) -> None:
    """End one of someone's sessions. One that has ended already is no fault. Raises PeopleError."""
    check_whole(office, person, manager)
    if signing_in.end_sessions(person, number):
        record("person.session", people.object_name(office, person), by=by, at=at)


def stamp(office: Office, person: Person) -> str:
    """Tells whether someone's roles in an office moved: their list as it stands."""
    return invite.digest("\n".join(f"{one.role} {one.unit}" for one in people.roles_in(person, office)))[:16]


def posts(roles: Set[Role], unit: str) -> Iterator[tuple[Role, str]]:
    """Each role with the unit that goes with it, "" where none does."""
    for role in Role:
        if role in roles:
            yield role, unit if role in UNIT_ROLES else ""


def _give(person: Person, office: Office, roles: Set[Role], unit: str) -> None:
    Membership.objects.bulk_create(
        Membership(person=person, office=office, role=role, unit=where) for role, where in posts(roles, unit)
    )


def _in_words(person: Person, office: Office) -> list[str]:
    return [people.in_words(one) for one in people.roles_in(person, office)]


def _keep_administrator(office: Office, manager: Person) -> None:
    """Raise PeopleError where nobody could manage the office, or the manager no longer."""
    left = set(people.administrators(office))
    if not left:
        raise PeopleError("办公室至少要有一名管理员，请先授予他人管理员身份")
    if manager not in left:
        raise PeopleError("不能取消自己的管理员身份，请由其他管理员办理")
