"""An office between its tables and its frozen form (`gongkai.office.pack.Office`)."""

from typing import Any

from gongkai.office import pack
from gongkai.office.scheme import Scheme
from gongkai.records.models import Account, Column, ColumnDuty, Exemption, Office, Outlet, Unit, UnitAlias

REGISTERS = {"units", "columns", "accounts", "outlets", "scheme", "template", "key", "name"}


class UnknownOfficeError(LookupError):
    """No office with that key is loaded; the message is for the clerk."""


def get(key: str) -> Office:
    """The office's row. Raises UnknownOfficeError."""
    office = Office.objects.filter(key=key).first()
    if office is None:
        known = (
            "、".join(Office.objects.order_by("key").values_list("key", flat=True))
            or "（尚未载入任何工作包）"
        )
        raise UnknownOfficeError(
            f"没有载入代号为“{key}”的工作包；已载入：{known}。请核对代号，或先执行 gongkai office load 目录"
        )
    return office


def lock(office: Office) -> None:
    """Hold an office until the running transaction ends: whoever changes its records does so alone, and
    what was read after the lock stays true. SQLite holds the whole database already."""
    Office.objects.select_for_update().get(pk=office.pk)


def load(office: Office, *, confirmed: bool = True) -> pack.Office:
    """The frozen office, as its registers stand now; without the names that people `confirmed` if asked."""
    return pack.Office.model_validate(
        {
            **office.settings,
            "key": office.key,
            "name": office.name,
            "units": [_unit(unit, confirmed) for unit in office.units.prefetch_related("aliases")],
            "columns": [
                _column(column)
                for column in office.columns.prefetch_related("duties__unit", "exemptions__unit")
            ],
            "accounts": [_account(account) for account in office.accounts.select_related("unit")],
            "outlets": [
                {"name": outlet.name, "level": outlet.level, "aliases": outlet.aliases}
                for outlet in Outlet.objects.filter(office=office)
            ],
            "scheme": Scheme.model_validate_json(office.scheme),
            "template": office.template,
        }
    )


def save(content: pack.Office) -> Office:
    """Write an office whole, in place of what its registers held; facts and confirmed names are kept."""
    settings = content.model_dump(mode="json", exclude=REGISTERS, exclude_defaults=True)
    office, _ = Office.objects.update_or_create(
        key=content.key,
        defaults={
            "name": content.name,
            "settings": settings,
            "scheme": content.scheme.model_dump_json(exclude_defaults=True),
            "template": content.template,
        },
    )
    confirmed = list(
        UnitAlias.objects.filter(office=office, confirmed=True).values_list("unit__name", "name")
    )
    for model in (Account, Column, Outlet, Unit):
        model.objects.filter(office=office).delete()
    units = _save_units(office, content)
    _keep_confirmed(office, units, confirmed)
    _save_columns(office, content, units)
    Account.objects.bulk_create(
        Account(
            office=office, place=place, **{**account.model_dump(mode="json"), "unit": units[account.unit]}
        )
        for place, account in enumerate(content.accounts)
    )
    Outlet.objects.bulk_create(
        Outlet(office=office, place=place, **outlet.model_dump(mode="json"))
        for place, outlet in enumerate(content.outlets)
    )
    return office


def _save_units(office: Office, content: pack.Office) -> dict[str, Unit]:
    units = Unit.objects.bulk_create(
        Unit(office=office, place=place, **unit.model_dump(mode="json", exclude={"aliases"}))
        for place, unit in enumerate(content.units)
    )
    by_name = {unit.name: unit for unit in units}
    UnitAlias.objects.bulk_create(
        UnitAlias(office=office, unit=by_name[unit.name], name=alias)
        for unit in content.units
        for alias in unit.aliases
    )
    return by_name


def _keep_confirmed(office: Office, units: dict[str, Unit], confirmed: list[tuple[str, str]]) -> None:
    taken = set(UnitAlias.objects.filter(office=office).values_list("name", flat=True)) | set(units)
    UnitAlias.objects.bulk_create(
        UnitAlias(office=office, unit=units[unit], name=name, confirmed=True)
        for unit, name in confirmed
        if unit in units and name not in taken
    )


def _save_columns(office: Office, content: pack.Office, units: dict[str, Unit]) -> None:
    for place, column in enumerate(content.columns):
        row = Column.objects.create(
            office=office, place=place, name=column.name, category=column.category, note=column.note
        )
        ColumnDuty.objects.bulk_create(
            ColumnDuty(column=row, share=share, unit=units[unit], frequency=duty.frequency)
            for share, duty in enumerate(column.duties)
            for unit in duty.units
        )
        Exemption.objects.bulk_create(
            Exemption(column=row, unit=units[exempt.unit], period=exempt.period, reason=exempt.reason)
            for exempt in column.exemptions
        )


def _unit(unit: Unit, confirmed: bool) -> dict[str, Any]:
    fields = ("name", "full_name", "kind", "group", "ranked", "note")
    aliases = [alias.name for alias in unit.aliases.all() if confirmed or not alias.confirmed]
    return {name: getattr(unit, name) for name in fields} | {"aliases": aliases}


def _column(column: Column) -> dict[str, Any]:
    shares: dict[int, dict[str, Any]] = {}
    for duty in column.duties.all():
        share = shares.setdefault(duty.share, {"units": [], "frequency": duty.frequency})
        share["units"].append(duty.unit.name)
    return {
        "name": column.name,
        "category": column.category,
        "note": column.note,
        "duties": list(shares.values()),
        "exemptions": [
            {"unit": exempt.unit.name, "period": exempt.period, "reason": exempt.reason}
            for exempt in column.exemptions.all()
        ],
    }


def _account(account: Account) -> dict[str, Any]:
    fields = ("name", "platform", "holder", "filing", "posting", "opened", "cancelled", "note")
    return {name: getattr(account, name) for name in fields} | {"unit": account.unit.name}
