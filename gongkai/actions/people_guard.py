"""What may not be done to people: roles nobody can hold, hands on somebody of another office."""

from collections.abc import Set

from gongkai.records import people
from gongkai.records.models import Office, Person, Unit
from gongkai.workflows.roles import UNIT_ROLES, Role, in_words


class PeopleError(ValueError):
    """Someone cannot be added or changed so; the message says why."""


class PeopleMoved(PeopleError):
    """Somebody else changed the person meanwhile; the message says who, when and what."""

    def __init__(self, office: Office, person: Person) -> None:
        last = people.last_change(office, person)
        who = f"{last.by}刚刚修改了" if last else "他人刚刚修改了"
        super().__init__(f"{who}{person}的身份，您的修改没有保存；请核对现在的身份后重新提交")


def check_wanted(office: Office, roles: Set[Role], unit: str) -> None:
    """Raise PeopleError for roles that cannot be held together with this unit, "" for none."""
    of_unit = in_words(roles & UNIT_ROLES)
    if not roles:
        raise PeopleError("请至少选择一个身份")
    if of_unit and not unit:
        raise PeopleError(f"{of_unit}须写明所在单位")
    if unit and not of_unit:
        raise PeopleError(f"只有信息员、单位负责人才写单位，{in_words(roles)}不写")
    if unit and not Unit.objects.filter(office=office, name=unit).exists():
        raise PeopleError(f"单位名册中没有“{unit}”，一人只属于名册中的一个单位")


def check_whole(office: Office, person: Person, manager: Person) -> None:
    """Raise PeopleError where the manager answers for this office only, and the person has a role beyond it:
    whoever holds another's password holds their roles everywhere."""
    if people.belongs_beyond(person, office) and not people.manages_all(manager):
        raise PeopleError(f"{person}在其他办公室也有身份，其账号由总管理员办理；您可以取消其在本办公室的身份")
