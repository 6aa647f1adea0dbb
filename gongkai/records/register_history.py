"""Who changed an entry of the registers, when and how: read from the audit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from gongkai.records.models import AuditEntry, Office
from gongkai.records.naming import CARRIED

LABELS: Mapping[str, str] = {
    "register.add": "登记",
    "register.change": "修改",
    "register.remove": "删除",
    "register.move": "调整顺序",
    "register.import": "用表格更新",
    "office.load": "载入工作包",
    "unit.alias": "确认别名",
    CARRIED: "数据随之改名",
}
LONGEST_OBJECT = 300
MOST_NAMES = 10
"""Names of one entry that its history is followed back through."""


@dataclass(frozen=True)
class Told:
    """A change: `old` and `new` are what the audit keeps of the entry."""

    at: datetime
    by: str
    action: str
    old: Any
    new: Any

    @property
    def label(self) -> str:
        return LABELS.get(self.action, "修改")

    @property
    def moment(self) -> str:
        return f"{timezone.localtime(self.at):%Y-%m-%d %H:%M}"


def object_name(office: Office, register: str, key: str) -> str:
    """How the audit names an entry: weibin/units/财政局."""
    return f"{office.key}/{register}/{key}"[:LONGEST_OBJECT].rstrip("/")


def of(office: Office, register: str, key: str) -> list[Told]:
    """The changes of an entry, the latest first, through its former names."""
    told: list[Told] = []
    name, before = key, None
    for _ in range(MOST_NAMES):
        rows = _rows(office, register, name).order_by("-sequence")
        rows = rows.filter(sequence__lt=before) if before else rows
        entries = list(rows)
        named = next((entry for entry in entries if _former(entry, name)), None)
        since = [entry for entry in entries if named is None or entry.sequence >= named.sequence]
        told += [each for entry in since for each in _told(entry, office, register, name)]
        if named is None:
            break
        name, before = _former(named, name), named.sequence
    return told


def last(office: Office, register: str, key: str = "") -> Told | None:
    """The last change of an entry, or of anything in the register."""
    rows = _rows(office, register, key)
    if not key:
        rows = AuditEntry.objects.filter(realm=office.key, action__in=LABELS)
        rows = rows.filter(
            Q(object=office.key)
            | Q(object=f"{office.key}/{register}")
            | Q(object__startswith=f"{office.key}/{register}/")
        )
    entry = rows.order_by("-sequence").first()
    return next(_told(entry, office, register, key), None) if entry else None


def _rows(office: Office, register: str, key: str) -> "QuerySet[AuditEntry]":
    """Changes of the entry, of the register by a sheet, and of the whole pack."""
    objects = [object_name(office, register, key), f"{office.key}/{register}", office.key]
    if register == "units":
        objects.append(f"{office.key}/{key}")
    return AuditEntry.objects.filter(realm=office.key, action__in=LABELS, object__in=objects)


def _told(entry: AuditEntry, office: Office, register: str, key: str) -> Iterator[Told]:
    old, new = entry.old, entry.new
    if entry.action == "office.load":
        old = new = None
    elif entry.action == "register.import":
        old, new = (old or {}).get(key), (new or {}).get(key)
        if key and old is None and new is None:
            return  # the sheet left this entry as it was
    yield Told(entry.at, entry.by, entry.action, old, new)


def _former(entry: AuditEntry, name: str) -> str:
    """The name before, where the entry was renamed to `name`."""
    if entry.action != "register.change":
        return ""
    was = _key_of(entry.old or {})
    return was if was and was != name else ""


def _key_of(values: Mapping[str, Any]) -> str:
    name, platform = str(values.get("name", "")), values.get("platform")
    return f"{name}·{platform}" if platform else name
