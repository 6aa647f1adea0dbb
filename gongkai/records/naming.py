"""Facts speak by names: what speaks of an entry of a register, and how it follows another name.

Periods that were issued or published keep the words they were decided with.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Concat, Length, Substr

from gongkai.measures.facts import KIND_LABELS, SUBJECTS
from gongkai.records.facts import ROWS_AT_ONCE, model
from gongkai.records.models import (
    FACT_MODELS,
    AccountCase,
    Batch,
    ExemptionRequest,
    FactModel,
    Membership,
    Notice,
    Objection,
    Office,
    Publication,
    Rectification,
    ReplacedFact,
)
from gongkai.records.models.batches import BatchState
from gongkai.workflows.assessments import State

CARRIED = "register.carry"
"""What the audit calls it when facts take another name."""
SUBJECT_KINDS = {"columns": "columns", "accounts": "posts", "outlets": "adoptions"}
"""Register → the kind of facts that are about its entries."""
FOLLOWING = (Membership, Rectification, ExemptionRequest, Objection, AccountCase)
"""Records that name a unit and go on being its business under another name."""
SECOND = {("units", "columns"): "column", ("outlets", "adoptions"): "unit"}
"""(register, kind) whose name is the second part of a fact's key → the field that is the first."""


def spoken_of(office: Office, register: str, name: str) -> dict[str, int]:
    """Kind → how many facts of open periods speak of the entry; kinds without any are left out."""
    counts = {kind: rows.count() for kind, rows in _open_facts(office, register, name)}
    return {kind: count for kind, count in counts.items() if count}


def in_words(counts: Mapping[str, int]) -> str:
    """信息报送 12 条、栏目更新 3 条."""
    return "、".join(f"{KIND_LABELS[kind]} {count} 条" for kind, count in counts.items())


def carry(office: Office, register: str, old: str, new: str) -> dict[str, int]:
    """Give facts of open periods, what imports replaced in them, and a unit's own records the new name.
    Returns kind → how many facts."""
    counts = {}
    for kind, rows in _open_facts(office, register, old):
        if changed := rows.update(**{_field(register, kind): new, "key": _key(register, kind, old, new)}):
            counts[kind] = changed
            _carry_replaced(office, register, kind, old, new)
    if register == "units":
        for table in FOLLOWING:
            table._default_manager.filter(office=office, unit=old).update(unit=new)
        _carry_taken(office, old, new)
    if register == "columns":
        ExemptionRequest.objects.filter(office=office, column=old).update(column=new)
    return counts


def _field(register: str, kind: str) -> str:
    return "unit" if register == "units" else SUBJECTS[kind]


def _open_facts(office: Office, register: str, name: str) -> Iterator[tuple[str, "QuerySet[FactModel]"]]:
    if register != "units" and register not in SUBJECT_KINDS:
        return
    periods = _open(office)
    for kind in FACT_MODELS:
        if register != "units" and SUBJECT_KINDS[register] != kind:
            continue
        rows = model(kind).filter(office=office, **{_field(register, kind): name})
        yield kind, rows.filter(period__in=periods).order_by()


def _open(office: Office) -> list[str]:
    """The periods with imports that are neither issued nor published: named, so that an index finds their facts."""
    imported = Batch.objects.filter(office=office, state=BatchState.DONE).exclude(period__in=frozen(office))
    return list(imported.order_by().values_list("period", flat=True).distinct())


def frozen(office: Office) -> list[str]:
    """The periods that have an issued notice or a published assessment."""
    issued = Notice.objects.filter(assessment__office=office).values_list("assessment__period", flat=True)
    published = Publication.objects.filter(office=office, state=State.PUBLISHED)
    return sorted({*issued, *published.values_list("period", flat=True)})


def _key(register: str, kind: str, old: str, new: str) -> Case:
    """The facts' keys with the new name: their parts stand between “|”."""
    if before := SECOND.get((register, kind)):
        starts: Any = Concat(F(before), Value(f"|{old}|"))
        then = Concat(F(before), Value(f"|{new}"), Substr("key", Length(before) + len(old) + 2))
    else:
        starts, then = f"{old}|", Concat(Value(new), Substr("key", len(old) + 1))
    return Case(When(key__startswith=starts, then=then), default=F("key"))


def _carry_replaced(office: Office, register: str, kind: str, old: str, new: str) -> None:
    """What an undo brings back comes under the new name too."""
    field = _field(register, kind)
    rows = ReplacedFact.objects.filter(batch__office=office, kind=kind, **{f"values__{field}": old})
    rows = rows.exclude(batch__period__in=frozen(office))
    changed = []
    for row in rows.iterator(chunk_size=ROWS_AT_ONCE):
        row.values = {**row.values, field: new, "key": _renamed(row.values, register, kind, old, new)}
        changed.append(row)
    ReplacedFact.objects.bulk_update(changed, ["values"], batch_size=500)


def _carry_taken(office: Office, old: str, new: str) -> None:
    """Whom the names in imported files were taken for."""
    changed = []
    for batch in Batch.objects.filter(office=office).exclude(period__in=frozen(office)).exclude(names={}):
        if old in batch.names.values():
            batch.names = {name: new if unit == old else unit for name, unit in batch.names.items()}
            changed.append(batch)
    Batch.objects.bulk_update(changed, ["names"], batch_size=100)


def _renamed(values: Mapping[str, Any], register: str, kind: str, old: str, new: str) -> str:
    before, key = SECOND.get((register, kind)), str(values["key"])
    start = f"{values[before]}|" if before else ""
    stood = f"{start}{old}|"
    return f"{start}{new}|{key[len(stood) :]}" if key.startswith(stood) else key
