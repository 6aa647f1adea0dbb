"""Set up: the first administrator, and an office from a pack."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.db import transaction

from gongkai.actions import invite, people, register, unpacking
from gongkai.actions.register import RegisterError
from gongkai.records import people as records
from gongkai.records.audit import Who, record
from gongkai.records.models import Membership, Office, Person
from gongkai.workflows.roles import Role


@transaction.atomic
def create_administrator(
    secret: str, *, name: str, username: str, password: str, origin: str, at: datetime
) -> Person:
    """The first administrator, of the whole deployment; the link is used up. Raises LinkSpent, PeopleError."""
    invitation = invite.pending(secret, at=at)
    if invitation.person or Membership.objects.filter(role=Role.ADMINISTRATOR, office=None).exists():
        raise invite.LinkSpent
    invite.use(invitation, at=at)
    person = Person(username=people.check_username(username), name=name.strip(), joined_at=at)
    person.set_password(password)
    person.save()
    Membership.objects.create(person=person, role=Role.ADMINISTRATOR)
    new = {"name": person.name, "roles": [records.in_words(one) for one in records.roles_in(person, None)]}
    record("person.add", person.username, by=Who(str(person), origin), at=at, new=new)
    return person


@transaction.atomic
def open_office(folder: Path, *, clerk: Person | None, by: Who, at: datetime) -> Office:
    """Load the pack in a folder; where one person is the whole office, they are its `clerk` too.

    An office that is there stays as it is: a pack loaded over it would take back all that was changed in its
    registers since. Raises PackError, RegisterError.
    """
    if found := Office.objects.filter(key=register.check_pack(folder).key).first():
        raise RegisterError(
            f"{found.name}已经载入过，没有再次载入，现有的名录和考核办法没有变动。"
            "要办理业务，请在“切换办公室”中进入；要修改，请在“名录”和“考核办法”中修改"
        )
    office = register.load_pack(folder, by=by, at=at).office
    if clerk:
        _, made = Membership.objects.get_or_create(person=clerk, office=office, role=Role.CLERK, unit="")
        if made:
            roles = [records.in_words(one) for one in records.roles_in(clerk, office)]
            record("person.roles", records.object_name(office, clerk), by=by, at=at, old=[], new=roles)
    return office


def open_packed(file: BinaryIO, *, clerk: Person | None, by: Who, at: datetime) -> Office:
    """Load a pack that was handed in as a .zip. Raises PackRefused, PackError, RegisterError."""
    with tempfile.TemporaryDirectory() as folder:
        unpacking.run(file, Path(folder))
        return open_office(Path(folder), clerk=clerk, by=by, at=at)
