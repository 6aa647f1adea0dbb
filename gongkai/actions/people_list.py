"""A list of people from a spreadsheet: looked at first, then written all together or not at all.

Whoever is not on the list is left alone: a list that was cut short shuts nobody out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from pathlib import Path

from django.db import transaction

from gongkai.actions import people
from gongkai.actions.people import Added, Wanted
from gongkai.actions.people_guard import PeopleError, check_wanted
from gongkai.records import models, offices
from gongkai.records import people as records
from gongkai.records.audit import Who
from gongkai.sources.faults import Fault
from gongkai.sources.registers import people as sheets
from gongkai.sources.registers.form import RegisterSheet
from gongkai.sources.registers.people import ListedPerson


@dataclass
class Seen:
    """What a list would do: people new, people whose roles differ, people as they are; what is wrong with
    cells, and what is wrong with persons."""

    new: list[Wanted] = field(default_factory=list)
    changed: list[Wanted] = field(default_factory=list)
    same: list[Wanted] = field(default_factory=list)
    faults: Sequence[Fault] = ()
    refusals: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether it can be written and is worth it."""
        return not self.faults and not self.refusals and bool(self.new or self.changed)


def look(office: models.Office, path: Path) -> Seen:
    """What the workbook at `path` would change. Raises FileFault."""
    reading = sheets.read(path, offices.load(office))
    seen = Seen(faults=reading.faults)
    for wanted in _by_person(reading.people):
        try:
            _place(office, wanted, seen)
        except PeopleError as error:
            seen.refusals.append(f"{wanted.name}（{wanted.username}）：{error}")
    return seen


@transaction.atomic
def run(office: models.Office, path: Path, *, manager: models.Person, by: Who, at: datetime) -> list[Added]:
    """Write the list. Those who are new, with their links. Raises FileFault, or PeopleError where anything
    is wrong with it."""
    offices.lock(office)
    seen = look(office, path)
    if not seen.good:
        raise PeopleError("名单还有问题，或没有需要办理的内容，没有写入；请核对预览后重新导入")
    for wanted in seen.changed:
        person = records.named(wanted.username)
        assert person, "found by look, and the office is locked since"
        now = people.stamp(office, person)
        people.change_roles(
            office, person, wanted.roles, wanted.unit, seen=now, manager=manager, by=by, at=at
        )
    return [people.add(office, wanted, by=by, at=at) for wanted in seen.new]


def form(office: models.Office, filled: bool) -> tuple[RegisterSheet, ...]:
    """The sheet to fill in; with the people of the office in it, or blank."""
    listed = _listed(office) if filled else ()
    return sheets.rows(listed, offices.load(office))


def _listed(office: models.Office) -> Iterator[ListedPerson]:
    held = models.Membership.objects.filter(office=office).select_related("person")
    for one in held.order_by("person__username", "id"):
        yield ListedPerson(one.person.name, one.person.username, records.role(one), one.unit)


def _by_person(listed: Sequence[ListedPerson]) -> Iterator[Wanted]:
    """A row a role → a person with their roles, in the order of their names."""

    def username(row: ListedPerson) -> str:
        return row.username.lower()

    for name, rows in groupby(sorted(listed, key=username), key=username):
        held = list(rows)
        units = sorted({row.unit for row in held if row.unit})
        yield Wanted(held[0].name, name, frozenset(row.role for row in held), "、".join(units))


def _place(office: models.Office, wanted: Wanted, seen: Seen) -> None:
    """Raises PeopleError for someone who cannot be so."""
    check_wanted(office, wanted.roles, wanted.unit)
    person = records.named(wanted.username)
    here = records.roles_in(person, office) if person else []
    if person is None or not here:
        people.check_username(wanted.username)
        seen.new.append(wanted)
    elif person.name != wanted.name:
        raise PeopleError(f"用户名已由“{person.name}”使用，请另取用户名或改正姓名")
    elif {(one.role, one.unit) for one in here} == {*people.posts(wanted.roles, wanted.unit)}:
        seen.same.append(wanted)
    else:
        seen.changed.append(wanted)
