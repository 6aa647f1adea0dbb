"""Edit the registers: one entry, or one register from a sheet; checked as a pack is, on record, and safe for two people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from gongkai.actions import entry_faults
from gongkai.actions.entry_faults import EditError, EntryFault
from gongkai.actions.register import RegisterError
from gongkai.assessment import scheme_check
from gongkai.notice import template_check
from gongkai.office import files, pack
from gongkai.office.editing import registers, renaming
from gongkai.office.editing.registers import REGISTERS, NoEntry
from gongkai.office.frozen import Frozen
from gongkai.records import edited, naming, offices, register_history
from gongkai.records.audit import Who, record
from gongkai.records.models import Office

Edit = Callable[[pack.Office], pack.Office]


class EntryMoved(RegisterError):
    """Somebody else changed the entry after the page was shown; the message says who, when and what."""


class Differs(NamedTuple):
    """What a register from a sheet would change, by key; changed: key → (before, after)."""

    added: Mapping[str, Any]
    changed: Mapping[str, tuple[Any, Any]]
    removed: Mapping[str, Any]
    reordered: bool

    @property
    def nothing(self) -> bool:
        return not (self.added or self.changed or self.removed or self.reordered)


@dataclass(frozen=True)
class _Change:
    """A change about to be written: of `register` the entry `key`, or the register whole."""

    register: str
    key: str = ""
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@transaction.atomic
def add(office: Office, register: str, entry: Frozen, *, by: Who, at: datetime) -> None:
    """A new entry at the end. Raises EditError with every fault."""
    key = REGISTERS[register].key(entry)
    _write(
        office, _current(office), _Change(register, key), lambda now: registers.added(now, register, entry)
    )
    record("register.add", _object(office, register, key), by=by, at=at, new=_plain(entry))


@transaction.atomic
def replace(
    office: Office, register: str, key: str, entry: Frozen, *, version: str, by: Who, at: datetime
) -> dict[str, int]:
    """Another entry in the place of the one that was shown as `version`. A new name is carried to all that
    speaks of it, facts of open periods included: kind → how many. Raises EntryMoved, EditError."""
    whole, before = _still(office, register, key, version)
    now = REGISTERS[register].key(entry)
    if isinstance(entry, pack.Unit) and now != key:
        entry = renaming.remembering(entry, key)
    if entry == before:
        return {}
    renamed = {register: {now: key}} if now != key else {}

    def edit(stood: pack.Office) -> pack.Office:
        return renaming.carried(registers.replaced(stood, register, key, entry), register, key, now)

    _write(office, whole, _Change(register, now, renamed), edit)
    carried = _carry(office, register, key, now) if renamed else {}
    name = _object(office, register, now)
    record("register.change", name, by=by, at=at, old=_plain(before), new=_plain(entry))
    if carried:
        new = {"name": now, "carried": carried}
        record("register.carry", name, by=by, at=at, old={"name": key}, new=new)
    return carried


@transaction.atomic
def rewrite(
    office: Office, register: str, key: str, change: Callable[[Any], Any], *, by: Who, at: datetime
) -> None:
    """An entry as a decision elsewhere changes it, whatever it was when that was asked for.

    Raises EntryMoved where it is gone, EditError.
    """
    whole = _current(office)
    try:
        entry = registers.find(whole, register, key)
    except NoEntry:
        raise _gone(office, register, key) from None
    version = registers.version(entry)
    replace(office, register, key, change(entry), version=version, by=by, at=at)


@transaction.atomic
def remove(office: Office, register: str, key: str, *, version: str, by: Who, at: datetime) -> None:
    """Take an entry out. Refused while facts of open periods or other entries speak of it.

    Raises EntryMoved, EditError.
    """
    whole, before = _still(office, register, key, version)
    _check_unspoken(office, register, [key])
    try:
        _write(office, whole, _Change(register), lambda now: registers.removed(now, register, key))
    except EditError as error:
        raise EditError([EntryFault("", f"“{key}”不能删除："), *error.faults]) from error
    record("register.remove", _object(office, register, key), by=by, at=at, old=_plain(before))


@transaction.atomic
def move(office: Office, register: str, key: str, *, up: bool, by: Who, at: datetime) -> None:
    """One place further up or down. Raises EntryMoved where the entry is gone."""
    whole = _current(office)
    try:
        before = registers.place(whole, register, key)
    except NoEntry:
        raise _gone(office, register, key) from None
    after = _write(office, whole, _Change(register, key), lambda now: registers.moved(now, register, key, up))
    place = registers.place(after, register, key)
    if place != before:
        old, new = {"place": before + 1}, {"place": place + 1}
        record("register.move", _object(office, register, key), by=by, at=at, old=old, new=new)


@transaction.atomic
def install(office: Office, register: str, read: Edit, *, version: str, by: Who, at: datetime) -> Differs:
    """A whole register as a sheet has it, in place of the one whose digest was `version`. `read` is given the
    office as it stands now. Raises EntryMoved, EditError."""
    before = _current(office)
    if registers.digest(before, register) != version:
        last = register_history.last(office, register)
        raise EntryMoved(f"预览之后，{REGISTERS[register].title}{_said(last)}。请重新预览后再写入")
    after = read(before)
    differs = differences(before, after, register)
    if differs.nothing:
        return differs
    _check_unspoken(office, register, differs.removed)
    _write(office, before, _Change(register), lambda _: after)
    old = {key: _plain(entry) for key, entry in differs.removed.items()}
    old |= {key: _plain(pair[0]) for key, pair in differs.changed.items()}
    new = {key: _plain(entry) for key, entry in differs.added.items()}
    new |= {key: _plain(pair[1]) for key, pair in differs.changed.items()}
    name = f"{office.key}/{register}"
    record("register.import", name, by=by, at=at, old=old, new=new)
    return differs


def differences(before: pack.Office, after: pack.Office, register: str) -> Differs:
    """What differs in one register between two forms of an office."""
    known = REGISTERS[register]
    old = {known.key(entry): entry for entry in known.entries(before)}
    new = {known.key(entry): entry for entry in known.entries(after)}
    changed = {key: (old[key], new[key]) for key in new if key in old and old[key] != new[key]}
    kept_before, kept_after = [key for key in old if key in new], [key for key in new if key in old]
    return Differs(
        {key: entry for key, entry in new.items() if key not in old},
        changed,
        {key: entry for key, entry in old.items() if key not in new},
        kept_before != kept_after,
    )


def refusals(office: Office, after: pack.Office, register: str, differs: Differs) -> list[str]:
    """Why `install` would refuse what a sheet changes, everything at once; empty if it would not."""
    reasons = [why for key in differs.removed if (why := why_kept(office, register, key))]
    try:
        check(after, register, None)
    except EditError as error:
        reasons += [fault.message for fault in error.faults]
    return reasons


def check(office: pack.Office, change_of: str, place: int | None) -> None:
    """Raise EditError with every fault of a changed office, as if it were a pack being loaded."""
    try:
        whole = files.loads(*files.dumps(office).values())
    except files.PackError as error:
        raise entry_faults.told(error.faults, office, change_of, place) from error
    faults = [*scheme_check.faults(whole), *template_check.faults(whole)]
    if faults:
        raise entry_faults.told(faults, office, change_of, place)


def why_kept(office: Office, register: str, key: str) -> str:
    """Why facts keep an entry in the register, "" if none do."""
    counts = naming.spoken_of(office, register, key)
    if not counts:
        return ""
    return (
        f"{REGISTERS[register].noun}“{key}”还有未印发期间的数据（{naming.in_words(counts)}），不能删除；"
        "请先撤销相应的导入，或待通报印发后再删除"
    )


def _current(office: Office) -> pack.Office:
    """Hold the office, and have it as it stands now."""
    offices.lock(office)
    office.refresh_from_db()
    return offices.load(office)


def _still(office: Office, register: str, key: str, version: str) -> tuple[pack.Office, Any]:
    """The office and its entry, unless that moved since it was shown. Raises EntryMoved."""
    whole = _current(office)
    try:
        entry = registers.find(whole, register, key)
    except NoEntry:
        raise _gone(office, register, key) from None
    if registers.version(entry) != version:
        last = register_history.last(office, register, key)
        raise EntryMoved(
            f"您打开这一页之后，这一条{_said(last)}。您填写的内容还在下面，请核对现在的内容后再保存"
        )
    return whole, entry


def _gone(office: Office, register: str, key: str) -> EntryMoved:
    last = register_history.last(office, register, key) or register_history.last(office, register)
    known = REGISTERS[register]
    return EntryMoved(f"{known.title}中已没有“{key}”，{_said(last)}。请返回名册核对")


def _said(last: register_history.Told | None) -> str:
    return f"由{last.by}于 {last.moment} {last.label}" if last else "已被他人修改"


def _write(office: Office, before: pack.Office, change: _Change, edit: Edit) -> pack.Office:
    """Check the edited office and write what differs. Raises EditError with every fault."""
    after, place = edit(before), None
    if change.key:
        known = REGISTERS[change.register]
        keys = [known.key(entry) for entry in known.entries(after)]
        if keys.count(change.key) > 1:
            raise EditError([EntryFault("", f"{known.title}中已有“{change.key}”，不能重复登记")])
        place = keys.index(change.key)
    check(after, change.register, place)
    edited.save(office, before, after, change.renamed)
    return after


def _carry(office: Office, register: str, old: str, new: str) -> dict[str, int]:
    if counts := naming.spoken_of(office, register, new):
        reason = (
            f"“{new}”名下已有未印发期间的数据（{naming.in_words(counts)}），改名会使两者混在一起，请另取名称"
        )
        raise EditError([EntryFault("name", reason)])
    return naming.carry(office, register, old, new)


def _check_unspoken(office: Office, register: str, keys: Any) -> None:
    reasons = [why for key in keys if (why := why_kept(office, register, key))]
    if reasons:
        raise EditError([EntryFault("", why) for why in reasons])


def _object(office: Office, register: str, key: str) -> str:
    return register_history.object_name(office, register, key)


def _plain(entry: Frozen) -> dict[str, Any]:
    return entry.model_dump(mode="json")
