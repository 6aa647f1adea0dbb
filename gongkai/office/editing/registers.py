"""The registers of an office as lists of entries, each found by its key: add, replace, remove, move.

What is no list (quotas, notice settings) is a register of one entry, so that every change goes the same way.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from gongkai.office.frozen import Frozen
from gongkai.office.pack import (
    Denominator,
    NoticeSettings,
    Office,
    OrderRules,
    Rules,
    SubmissionRules,
    TimeLimit,
)
from gongkai.office.texts import PostingFrequency
from gongkai.terms import Rounding

MESSAGES, ORDERS = "messages", "orders"


class Group(Frozen):
    """A list that units stand in."""

    name: str


class Limit(Frozen):
    """A time limit of messages or of work orders."""

    kind: str
    limit: TimeLimit


class Quotas(Frozen):
    """What is owed and how rates are made; `quota` is None where submissions are not assessed."""

    quota: int | None
    posting: PostingFrequency
    denominator: Denominator
    places: int
    rounding: Rounding


@dataclass(frozen=True)
class Register:
    """`noun` is what an entry is called. `put` gives the fields of the office that hold other entries; one
    that is `alone` has a single entry, neither added nor removed; `ordered` entries can be moved."""

    title: str
    noun: str
    entries: Callable[[Office], tuple[Any, ...]]
    put: Callable[[Office, tuple[Any, ...]], Mapping[str, object]]
    key: Callable[[Any], str]
    alone: bool = False
    ordered: bool = True


class NoEntry(LookupError):
    """The register has no such entry."""


def find(office: Office, register: str, key: str) -> Any:
    """The entry with that key. Raises NoEntry."""
    return REGISTERS[register].entries(office)[place(office, register, key)]


def place(office: Office, register: str, key: str) -> int:
    """Where an entry stands, from 0. Raises NoEntry."""
    known = REGISTERS[register]
    for number, entry in enumerate(known.entries(office)):
        if known.key(entry) == key:
            return number
    raise NoEntry(key)


def version(entry: Frozen) -> str:
    """A digest of all that an entry says: it moves when anything of it does."""
    return sha256(entry.model_dump_json().encode()).hexdigest()[:16]


def digest(office: Office, register: str) -> str:
    """A digest of a register whole, its order included."""
    versions = "".join(map(version, REGISTERS[register].entries(office)))
    return sha256(versions.encode()).hexdigest()[:16]


def added(office: Office, register: str, entry: Frozen) -> Office:
    """The office with an entry more, at the end."""
    return put(office, register, (*REGISTERS[register].entries(office), entry))


def replaced(office: Office, register: str, key: str, entry: Frozen) -> Office:
    """The office with another entry in the place of one; raises NoEntry."""
    entries, at = list(REGISTERS[register].entries(office)), place(office, register, key)
    entries[at] = entry
    return put(office, register, tuple(entries))


def removed(office: Office, register: str, key: str) -> Office:
    """The office without an entry; raises NoEntry."""
    entries, at = REGISTERS[register].entries(office), place(office, register, key)
    return put(office, register, entries[:at] + entries[at + 1 :])


def moved(office: Office, register: str, key: str, up: bool) -> Office:
    """The office with an entry one place further up or down; the first and the last stay. Raises NoEntry."""
    entries, at = list(REGISTERS[register].entries(office)), place(office, register, key)
    to = at - 1 if up else at + 1
    if 0 <= to < len(entries):
        entries[at], entries[to] = entries[to], entries[at]
    return put(office, register, tuple(entries))


def put(office: Office, register: str, entries: tuple[Any, ...]) -> Office:
    """The office with these entries in a register."""
    return made(office, REGISTERS[register].put(office, entries))


def made(office: Office, changes: Mapping[str, object]) -> Office:
    """Made anew: a copy would keep what the old one remembers, such as the order of its units."""
    kept = {name: getattr(office, name) for name in Office.model_fields}
    return Office(**(kept | dict(changes)))


def _list(title: str, noun: str, field: str, key: Callable[[Any], str] | None = None) -> Register:
    return Register(
        title,
        noun,
        lambda office: getattr(office, field),
        lambda _, entries: {field: entries},
        key or (lambda entry: str(entry.name)),
    )


def _limits(rules: Rules) -> Iterator[Limit]:
    yield from (Limit(kind=MESSAGES, limit=limit) for limit in rules.message_limits)
    yield from (Limit(kind=ORDERS, limit=limit) for limit in rules.orders.limits)


def _put_limits(office: Office, entries: tuple[Limit, ...]) -> Mapping[str, object]:
    of = {kind: tuple(each.limit for each in entries if each.kind == kind) for kind in (MESSAGES, ORDERS)}
    orders = office.rules.orders.model_copy(update={"limits": of[ORDERS]})
    return {"rules": office.rules.model_copy(update={"message_limits": of[MESSAGES], "orders": orders})}


def _quotas(rules: Rules) -> Quotas:
    return Quotas(
        quota=rules.submissions.quota if rules.submissions else None,
        posting=rules.posting,
        denominator=rules.orders.denominator,
        places=rules.orders.places,
        rounding=rules.orders.rounding,
    )


def _put_quotas(office: Office, entries: tuple[Quotas, ...]) -> Mapping[str, object]:
    quotas, rules = entries[0], office.rules
    orders = OrderRules(
        limits=rules.orders.limits,
        denominator=quotas.denominator,
        places=quotas.places,
        rounding=quotas.rounding,
    )
    submissions = None if quotas.quota is None else SubmissionRules(quota=quotas.quota)
    changes = {"submissions": submissions, "posting": quotas.posting, "orders": orders}
    return {"rules": rules.model_copy(update=changes)}


def _proofreading(title: str, noun: str, field: str, key: Callable[[Any], str]) -> Register:
    """A list of what an office asks of the proofreader."""
    return Register(
        title,
        noun,
        lambda office: getattr(office.proofreading, field),
        lambda office, entries: _put_proofreading(office, field, entries),
        key,
        ordered=False,
    )


def _put_proofreading(office: Office, field: str, value: object) -> Mapping[str, object]:
    return {"proofreading": office.proofreading.model_copy(update={field: value})}


def _put_days(office: Office, entries: tuple[Any, ...]) -> Mapping[str, object]:
    in_order = tuple(sorted(entries, key=lambda each: str(each.day)))
    return {"rules": office.rules.model_copy(update={"local_days": in_order})}


def _put_notices(_: Office, entries: tuple[Any, ...]) -> Mapping[str, object]:
    return {"notices": tuple(sorted(entries, key=lambda each: str(each.issued_on)))}


def _put_notice(_: Office, entries: tuple[NoticeSettings, ...]) -> Mapping[str, object]:
    return {"notice": entries[0]}


REGISTERS: Mapping[str, Register] = {
    "units": _list("单位名册", "单位", "units"),
    "groups": Register(
        "分组",
        "分组",
        lambda office: tuple(Group(name=name) for name in office.groups),
        lambda _, entries: {"groups": tuple(each.name for each in entries)},
        lambda entry: str(entry.name),
    ),
    "columns": _list("栏目名册", "栏目", "columns"),
    "accounts": _list("账号名册", "账号", "accounts", lambda entry: str(entry.key)),
    "outlets": _list("采用渠道", "渠道", "outlets"),
    "limits": Register(
        "办理时限",
        "办理时限",
        lambda office: tuple(_limits(office.rules)),
        _put_limits,
        lambda entry: f"{entry.kind}·{entry.limit.type}",
        ordered=False,
    ),
    "local_days": Register(
        "工作日调整",
        "日期",
        lambda office: office.rules.local_days,
        _put_days,
        lambda entry: str(entry.day),
        ordered=False,
    ),
    "rules": Register(
        "任务与口径",
        "任务与口径",
        lambda office: (_quotas(office.rules),),
        _put_quotas,
        lambda _: "",
        alone=True,
    ),
    "notice": Register(
        "通报设置", "通报设置", lambda office: (office.notice,), _put_notice, lambda _: "", alone=True
    ),
    "notices": Register(
        "各期通报",
        "通报",
        lambda office: office.notices,
        _put_notices,
        lambda entry: str(entry.period),
        ordered=False,
    ),
    "words": _proofreading("补充词库", "词条", "words", lambda entry: str(entry.wrong)),
    "left_words": _proofreading("停用词条", "停用词条", "left_words", lambda entry: str(entry.wrong)),
    "public_contacts": _proofreading(
        "公开联系方式", "联系方式", "public_contacts", lambda entry: str(entry.value)
    ),
    "proofreading": Register(
        "校对设置",
        "校对设置",
        lambda office: (office.proofreading.settings,),
        lambda office, entries: _put_proofreading(office, "settings", entries[0]),
        lambda _: "",
        alone=True,
    ),
}
"""Key → register, in the order in which an office sets them up."""
