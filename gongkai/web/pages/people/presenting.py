"""People in words."""

from collections.abc import Iterable, Sequence
from typing import Any

from allauth.usersessions.models import UserSession
from django.urls import reverse

from gongkai.actions.people_list import Seen
from gongkai.records import people
from gongkai.records.models import Membership, Person
from gongkai.web import browsers
from gongkai.web.listing import Cell, Column, Filter, Row
from gongkai.workflows.roles import in_words

ACTIVE, WAITING, LOCKED, INACTIVE = "正常", "待设密码", "已锁定", "已停用"
MARKS = {ACTIVE: "", WAITING: "ask", LOCKED: "late", INACTIVE: "quiet"}
STATES = Filter("state", "状态", [(state, state) for state in MARKS])


def rows(listed: Iterable[Person], locked: set[str]) -> list[dict[str, Any]]:
    """A row a person, with their roles here."""
    return [
        {
            "pk": one.pk,
            "name": one.name,
            "username": one.username,
            "roles": "、".join(_role(held) for held in held_here(one)),
            "unit": next((held.unit for held in held_here(one) if held.unit), ""),
            "state": state(one, locked),
            "last_login": one.last_login,
        }
        for one in listed
    ]


def columns(office: str) -> list[Column]:
    """The columns of the list of an office."""

    def name(row: Row) -> Cell:
        return Cell(row["name"], reverse("person", args=(office, row["pk"])))

    return [
        Column("name", "姓名", cell=name),
        Column("username", "用户名"),
        Column("roles", "身份"),
        Column("unit", "所在单位"),
        Column("state", "状态", cell=lambda row: Cell(row["state"], mark=MARKS[row["state"]])),
        Column("last_login", "最近登录", "date", cell=lambda row: Cell(row["last_login"] or "从未登录")),
    ]


def state(person: Person, locked: set[str]) -> str:
    """How it stands with someone's signing in."""
    if not person.is_active:
        return INACTIVE
    if person.username in locked:
        return LOCKED
    return ACTIVE if person.has_usable_password() else WAITING


def held_here(person: Person) -> Sequence[Membership]:
    """The roles that `people.of_office` fetched."""
    held: Sequence[Membership] = vars(person)["here"]
    return held


def _role(held: Membership) -> str:
    return people.role(held).label + ("（全部办公室）" if held.office_id is None else "")


def session(one: UserSession, own: str | None) -> dict[str, Any]:
    """A running session; `own` is the key of the session that asks."""
    return {
        "number": one.pk,
        "began": one.created_at,
        "address": one.ip,
        "browser": browsers.named(one.user_agent),
        "own": one.session_key == own,
    }


def seen(found: Seen) -> dict[str, Any]:
    """The preview of a list."""
    listed = [("新增", found.new), ("修改身份", found.changed), ("不变", found.same)]
    return {
        "rows": [
            {
                "what": what,
                "name": one.name,
                "username": one.username,
                "roles": in_words(one.roles),
                "unit": one.unit,
            }
            for what, people in listed
            for one in people
        ],
        "counts": [(what, len(people)) for what, people in listed],
        "faults": [str(fault) for fault in found.faults] + found.refusals,
        "good": found.good,
    }
