"""人员名单: who signs in, and the parts they play; a row a role."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from gongkai.office.pack import Office
from gongkai.sources import workbook
from gongkai.sources.faults import CellFault, Code, Fault
from gongkai.sources.registers import parsing
from gongkai.sources.registers.form import Field, Form, RegisterSheet, sheet
from gongkai.sources.registers.page import Line, Page
from gongkai.workflows.roles import UNIT_ROLES, Role, in_words

_USERNAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{1,49}", re.ASCII)
_ROLES = {role.label: role for role in Role}


class ListedPerson(NamedTuple):
    """One role of a person; `unit` by the register's name for the roles of a unit, "" for the others."""

    name: str
    username: str
    role: Role
    unit: str


class PeopleReading(NamedTuple):
    """Everybody listed; what is wrong with the list keeps it out whole."""

    people: tuple[ListedPerson, ...]
    faults: tuple[Fault, ...]


def form(office: Office) -> Form:
    return Form(
        "人员名单",
        {
            "name": Field("姓名", required=True, width=14),
            "username": Field("用户名", _username, required=True, width=22),
            "role": Field("身份", _role, required=True, width=16, choices=tuple(_ROLES)),
            "unit": Field("单位", parsing.UnitNames(office).one, width=24),
        },
        notes=(
            f"{in_words(UNIT_ROLES, '和')}须写明单位，其他身份的单位留空；一人有几个身份的，一个身份写一行。",
            "用户名为 2 至 50 个字母、数字或 . _ @ + - ，以字母或数字开头，不分大小写。",
        ),
    )


def rows(people: Iterable[ListedPerson], office: Office) -> tuple[RegisterSheet, ...]:
    """The people as the sheet that `read` takes."""
    written = ((each.name, each.username, each.role.label, each.unit) for each in people)
    return (sheet(form(office), written),)


def read(path: Path, office: Office) -> PeopleReading:
    """The people in the workbook at `path`. Raises FileFault where it cannot be read at all."""
    page = Page(workbook.open(path), form(office))
    _check_units(page)
    _check_usernames(page)
    people = tuple(ListedPerson(**line.values) for line in page.lines)
    return PeopleReading(() if page.faults else people, tuple(page.faults))


def _username(text: str) -> str:
    if not _USERNAME.fullmatch(text):
        advice = "用 2 至 50 个字母、数字或 . _ @ + - ，以字母或数字开头"
        raise CellFault(Code.REGISTER_VALUE, "不能作用户名", advice)
    return text


def _role(text: str) -> Role:
    return _ROLES[parsing.among(_ROLES)(text)]


def _check_units(page: Page) -> None:
    for line in page.lines:
        role: Role = line["role"]
        if role in UNIT_ROLES and not line["unit"]:
            reason = f"{role.label}没有写明单位"
            page.refuse(line, "unit", Code.BLANK, reason, "请补填名册中的单位名称")
        elif role not in UNIT_ROLES and line["unit"]:
            reason = f"{role.label}不属于某一个单位"
            advice = f"请留空；如应为{in_words(UNIT_ROLES, '或')}，请改正身份"
            page.refuse(line, "unit", Code.REGISTER_VALUE, reason, advice)


def _check_usernames(page: Page) -> None:
    """A username is one person's, whatever the case of its letters, with each role once."""
    first: dict[str, Line] = {}
    roles: dict[tuple[str, Role], int] = {}
    for line in page.lines:
        username = line["username"].lower()
        other = first.setdefault(username, line)
        if (line["name"], line["username"]) != (other["name"], other["username"]):
            reason = f"第 {other.row} 行的“{other['name']}”已用用户名“{other['username']}”"
            advice = "一人一个用户名，请改正姓名或另取用户名"
            page.refuse(line, "username", Code.REGISTER_REPEATED, reason, advice)
        elif (username, line["role"]) in roles:
            reason = f"与第 {roles[username, line['role']]} 行的人员和身份重复"
            page.refuse(line, "role", Code.REGISTER_REPEATED, reason, "请删去其中一行")
        roles.setdefault((username, line["role"]), line.row)
