"""Registers: check, load and export an office pack; confirm another name of a unit."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from gongkai.assessment import scheme_check
from gongkai.notice import template_check
from gongkai.office import files, pack, several
from gongkai.office.names import LONGEST, Certain, Names
from gongkai.records import facts, offices
from gongkai.records.audit import Who, record
from gongkai.records.models import FACT_MODELS, Notice, Office, Unit, UnitAlias


class RegisterError(ValueError):
    """A register cannot be changed so; the message says why."""


@dataclass(frozen=True)
class Loaded:
    """The office as stored; `changed` is False when the pack was there already."""

    office: Office
    changed: bool


def check_pack(folder: Path) -> pack.Office:
    """Read a pack and check all of it: files, references, scheme against measures, wording.

    Raises `files.PackError` with every fault found.
    """
    office = files.read(folder)
    faults = [*scheme_check.faults(office), *template_check.faults(office)]
    if faults:
        raise files.PackError(tuple(faults))
    return office


def load_pack(folder: Path, *, by: Who, at: datetime) -> Loaded:
    """Store a pack in the registers. Loading what is there already changes nothing.

    Raises PackError, or RegisterError where facts speak of a unit that the pack no longer has.
    """
    return _save(check_pack(folder), by=by, at=at)


@transaction.atomic
def _save(content: pack.Office, *, by: Who, at: datetime) -> Loaded:
    before, old = Office.objects.filter(key=content.key).first(), None
    if before is not None:
        offices.lock(before)
        if offices.load(before, confirmed=False) == content:
            return Loaded(before, changed=False)
        _keep_units_with_facts(before, content)
        old = files.dumps(offices.load(before))
    office = offices.save(content)
    # read back, so that a confirmed name that the new pack gives to another unit is seen to have gone
    record("office.load", content.key, by=by, at=at, old=old, new=files.dumps(offices.load(office)))
    return Loaded(office, changed=True)


def export_pack(key: str, folder: Path) -> None:
    """Write the office's registers as a pack. Raises UnknownOfficeError."""
    files.write(offices.load(offices.get(key)), folder)


@transaction.atomic
def confirm_alias(key: str, unit: str, name: str, *, by: Who, at: datetime) -> None:
    """Remember that `name` in a file means `unit`. Raises RegisterError if it means another already."""
    office = offices.get(key)
    offices.lock(office)
    found = Unit.objects.filter(office=office, name=unit).first()
    if found is None:
        raise RegisterError(f"单位名册中没有“{unit}”，别名“{name}”未保存；请改写名册中的单位名称")
    owner = _owner(office, name)
    if owner is not None and owner != unit:
        raise RegisterError(f"“{name}”在名册中指“{owner}”，不能再作“{unit}”的别名；请核对指的是哪个单位")
    if owner is None:
        UnitAlias.objects.create(office=office, unit=found, name=name, confirmed=True)
        record("unit.alias", f"{key}/{unit}", by=by, at=at, new=name)


def _owner(office: Office, name: str) -> str | None:
    """The unit that a name means already, beyond doubt. Raises RegisterError for what is no name."""
    if not name.strip() or len(name) > LONGEST:
        raise RegisterError(f"别名应为 1 至 {LONGEST} 个字，现为“{name}”，未保存")
    if several.separated(name):
        raise RegisterError(f"“{name}”写了多家单位，不能作一家单位的别名；请在原表中分行填写后重新导入")
    registers = offices.load(office)
    answer = Names(registers.units, registers.region).resolve(name)
    return answer.unit.name if isinstance(answer, Certain) else None


def _keep_units_with_facts(office: Office, content: pack.Office) -> None:
    """A period that was issued is frozen with the register it had; an open one needs its units."""
    kept = [unit.name for unit in content.units]
    dropped = list(Unit.objects.filter(office=office).exclude(name__in=kept).values_list("name", flat=True))
    if not dropped:
        return
    issued = Notice.objects.filter(assessment__office=office).values("assessment__period")
    named: set[str] = set()
    for kind in FACT_MODELS:
        open_facts = facts.model(kind).filter(office=office, unit__in=dropped).exclude(period__in=issued)
        named |= set(open_facts.order_by().values_list("unit", flat=True).distinct())
    if named:
        raise RegisterError(
            f"工作包不再列有{'、'.join(sorted(named))}，但其数据所在的期间尚未印发通报；"
            "请保留这些单位，或先撤销相应批次"
        )
