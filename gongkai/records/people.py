"""The people of an office and their roles there."""

from django.db.models import Prefetch, Q, QuerySet

from gongkai.records.models import AuditEntry, Membership, Office, Person
from gongkai.workflows.roles import Role


def of_office(office: Office) -> "QuerySet[Person]":
    """Whoever has a role in the office, or in the whole deployment; `here` holds these roles."""
    held = Membership.objects.filter(Q(office=office) | Q(office=None))
    here = Prefetch("memberships", queryset=held.order_by("id"), to_attr="here")
    return Person.objects.filter(pk__in=held.values("person")).prefetch_related(here)


def roles_in(person: Person, office: Office | None) -> list[Membership]:
    """The roles of a person in one office, or in the whole deployment where there is none."""
    return list(Membership.objects.filter(person=person, office=office).order_by("id"))


def manages_all(person: Person) -> bool:
    """Whether they are an administrator of the whole deployment."""
    return Membership.objects.filter(person=person, office=None, role=Role.ADMINISTRATOR).exists()


def belongs_beyond(person: Person, office: Office) -> bool:
    """Whether they have a role anywhere but in this office."""
    return Membership.objects.filter(person=person).exclude(office=office).exists()


def administrators(office: Office | None) -> "QuerySet[Person]":
    """Who may sign in and manage people: of the office and of the whole deployment, or only of that."""
    held = Membership.objects.filter(Q(office=office) | Q(office=None), role=Role.ADMINISTRATOR)
    return Person.objects.filter(pk__in=held.values("person"), is_active=True)


def named(username: str) -> Person | None:
    """The person of that username, in whatever case it is written."""
    return Person.objects.filter(username__iexact=username).first()


def last_change(office: Office, person: Person) -> AuditEntry | None:
    """What was last done to a person in this office."""
    mine = AuditEntry.objects.filter(object=object_name(office, person), action__startswith="person.")
    return mine.order_by("sequence").last()


def object_name(office: Office | None, person: Person) -> str:
    """What the audit calls a person in an office: weibin/zhang."""
    return f"{office.key}/{person.username}" if office else person.username


def role(held: Membership) -> Role:
    """The role of a membership."""
    return Role(held.role)


def own_name(person: Person) -> str:
    """What the audit calls a person about their own doings: in their office where they have but one, so that
    its auditor sees them."""
    held = list(Membership.objects.filter(person=person).select_related("office"))
    offices = {one.office for one in held}
    return object_name(offices.pop() if len(offices) == 1 else None, person)


def in_words(held: Membership) -> str:
    """信息员（财政局）; 管理员（全部办公室） where there is no office."""
    where = held.unit or ("" if held.office_id else "全部办公室")
    return role(held).label + (f"（{where}）" if where else "")
