"""A changed office back to its tables: only the rows that differ are written."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model

from gongkai.office import pack
from gongkai.records.models import Account, Column, ColumnDuty, Exemption, Office, Outlet, Unit, UnitAlias
from gongkai.records.offices import REGISTERS

Rows = dict[str, Any]
Names = Mapping[str, str]
"""Key of an entry now → its key before, for entries that were renamed."""
NONE: Mapping[str, Names] = {}


def save(
    office: Office, before: pack.Office, after: pack.Office, renamed: Mapping[str, Names] = NONE
) -> None:
    """Write what differs between two forms of an office; `renamed` by register. Rows keep their identity."""
    _save_settings(office, before, after)
    units = _rows(Unit, office, _name, renamed.get("units", {}))
    gone: list[Any] = []
    if before.units != after.units:
        gone = _save_units(office, units, after)
    if before.columns != after.columns:
        _save_columns(office, units, before, after, renamed.get("columns", {}))
    if before.accounts != after.accounts:
        _save_accounts(office, units, after, renamed.get("accounts", {}))
    if before.outlets != after.outlets:
        rows = _rows(Outlet, office, _name, renamed.get("outlets", {}))
        wanted = [(each.name, each.model_dump(mode="json")) for each in after.outlets]
        _delete(_synced(Outlet, office, rows, wanted))
    _delete(gone)  # last: until now duties and accounts held on to them


def _save_settings(office: Office, before: pack.Office, after: pack.Office) -> None:
    settings = after.model_dump(mode="json", exclude=REGISTERS, exclude_defaults=True)
    scheme = after.scheme.model_dump_json(exclude_defaults=True)
    fields = {"name": after.name, "settings": settings, "scheme": scheme, "template": after.template}
    moved = [field for field, value in fields.items() if getattr(office, field) != value]
    for field in moved:
        setattr(office, field, fields[field])
    if moved:
        office.save(update_fields=moved)


def _name(row: Any) -> str:
    return str(row.name)


def _rows(model: type[Model], office: Office, key: Callable[[Any], str], renamed: Names) -> Rows:
    """The rows by the keys their entries have now."""
    found = {key(row): row for row in model._default_manager.filter(office=office)}
    for now, before in renamed.items():
        found[now] = found.pop(before)
    return found


def _synced(
    model: type[Any], office: Office, rows: Rows, wanted: Iterable[tuple[str, Mapping[str, Any]]]
) -> list[Any]:
    """Bring rows to what is wanted, in its order, and add what is new to `rows`; returns the rows left over."""
    left, changed, new = dict(rows), [], []
    for place, (key, values) in enumerate(wanted):
        fields = {**values, "place": place}
        row = left.pop(key, None)
        if row is None:
            rows[key] = model(office=office, **fields)
            new.append(rows[key])
        elif any(getattr(row, field) != value for field, value in fields.items()):
            for field, value in fields.items():
                setattr(row, field, value)
            changed.append((row, fields))
    if changed:
        model.objects.bulk_update([row for row, _ in changed], list(changed[0][1]), batch_size=50)
    model.objects.bulk_create(new)
    return list(left.values())


def _delete(rows: Iterable[Any]) -> None:
    for row in rows:
        row.delete()


def _save_units(office: Office, units: Rows, after: pack.Office) -> list[Any]:
    wanted = [(unit.name, unit.model_dump(mode="json", exclude={"aliases"})) for unit in after.units]
    gone = _synced(Unit, office, units, wanted)
    _save_aliases(office, units, after)
    return gone


def _save_aliases(office: Office, units: Rows, after: pack.Office) -> None:
    """A name that stays keeps whether a person confirmed it; names may pass from one unit to another."""
    held: dict[int, list[str]] = {}
    confirmed = set()
    for unit, name, by_person in (
        UnitAlias.objects.filter(office=office).order_by("id").values_list("unit_id", "name", "confirmed")
    ):
        held.setdefault(unit, []).append(name)
        if by_person:
            confirmed.add((unit, name))
    moved = [unit for unit in after.units if held.get(units[unit.name].pk, []) != list(unit.aliases)]
    kept = {units[unit.name].pk for unit in after.units} - {units[unit.name].pk for unit in moved}
    UnitAlias.objects.filter(office=office).exclude(unit_id__in=kept).delete()
    UnitAlias.objects.bulk_create(
        UnitAlias(
            office=office,
            unit=units[unit.name],
            name=name,
            confirmed=(units[unit.name].pk, name) in confirmed,
        )
        for unit in moved
        for name in unit.aliases
    )


def _save_columns(
    office: Office, units: Rows, before: pack.Office, after: pack.Office, renamed: Names
) -> None:
    rows = _rows(Column, office, _name, renamed)
    stood = {column.name: column for column in before.columns}
    wanted = [
        (each.name, {"name": each.name, "category": each.category.value, "note": each.note})
        for each in after.columns
    ]
    _delete(_synced(Column, office, rows, wanted))
    for column in after.columns:
        former = stood.get(renamed.get(column.name, column.name))
        if former is None or (former.duties, former.exemptions) != (column.duties, column.exemptions):
            _save_duties(rows[column.name], column, units)


def _save_duties(row: Column, column: pack.Column, units: Rows) -> None:
    row.duties.all().delete()
    row.exemptions.all().delete()
    ColumnDuty.objects.bulk_create(
        ColumnDuty(column=row, share=share, unit=units[unit], frequency=duty.frequency)
        for share, duty in enumerate(column.duties)
        for unit in duty.units
    )
    Exemption.objects.bulk_create(
        Exemption(column=row, unit=units[each.unit], period=each.period, reason=each.reason)
        for each in column.exemptions
    )


def _save_accounts(office: Office, units: Rows, after: pack.Office, renamed: Names) -> None:
    rows = _rows(Account, office, str, renamed)
    wanted = [
        (
            account.key,
            {**account.model_dump(mode="json", exclude={"unit"}), "unit_id": units[account.unit].pk},
        )
        for account in after.accounts
    ]
    _delete(_synced(Account, office, rows, wanted))
