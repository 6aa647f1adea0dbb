"""Another name for an entry, carried to every place of the office that speaks of it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from gongkai.office.editing.registers import made
from gongkai.office.pack import Column, IssuedNotice, Office, StatedTerm, Statement, Unit
from gongkai.office.scheme import Scheme

Rename = Callable[[Office, str, str], Office]


def carried(office: Office, register: str, old: str, new: str) -> Office:
    """The office with `new` wherever it says `old` of that register; the entry itself is left as it is."""
    rename = RENAMES.get(register)
    return rename(office, old, new) if rename and old != new else office


def remembering(unit: Unit, old: str) -> Unit:
    """A unit that goes by its old name too, so that files which still use it are read."""
    if old in (unit.name, unit.full_name, *unit.aliases):
        return unit
    return unit.model_copy(update={"aliases": (*unit.aliases, old)})


def _unit(office: Office, old: str, new: str) -> Office:
    accounts = tuple(_with(account, "unit", old, new) for account in office.accounts)
    columns = tuple(_column_of(column, old, new) for column in office.columns)
    notices = tuple(_stated(notice, lambda each: _with(each, "unit", old, new)) for notice in office.notices)
    return made(office, {"accounts": accounts, "columns": columns, "notices": notices})


def _column_of(column: Column, old: str, new: str) -> Column:
    duties = tuple(duty.model_copy(update={"units": _names(duty.units, old, new)}) for duty in column.duties)
    exemptions = tuple(_with(exemption, "unit", old, new) for exemption in column.exemptions)
    return column.model_copy(update={"duties": duties, "exemptions": exemptions})


def _group(office: Office, old: str, new: str) -> Office:
    annexes = tuple(_with(annex, "group", old, new) for annex in office.notice.annexes)
    changes = {
        "units": tuple(_with(unit, "group", old, new) for unit in office.units),
        "notice": office.notice.model_copy(update={"annexes": annexes}),
        "scheme": _scheme_with_group(office.scheme, old, new),
    }
    return made(office, changes)


def _scheme_with_group(scheme: Scheme, old: str, new: str) -> Scheme:
    changes = {
        field: tuple(
            each.model_copy(update={"groups": _names(each.groups, old, new)})
            for each in getattr(scheme, field)
        )
        for field in ("items", "dimensions", "scalings")
    }
    return scheme.model_copy(update=changes)


def _subject(family: str, *terms: StatedTerm) -> Rename:
    """The rename of what measures of a family are about: `on` in the scheme, `item` in statements."""

    def about(measure: str) -> bool:
        return measure.startswith(f"{family}.") or measure in terms

    def stated(each: Statement, old: str, new: str) -> Statement:
        return _with(each, "item", old, new) if about(each.measure) else each

    def rename(office: Office, old: str, new: str) -> Office:
        scheme = office.scheme.model_copy(
            update={
                field: tuple(
                    _with(each, "on", old, new) if about(each.measure) else each
                    for each in getattr(office.scheme, field)
                )
                for field in ("items", "vetoes")
            }
        )
        notices = tuple(_stated(notice, lambda each: stated(each, old, new)) for notice in office.notices)
        return made(office, {"scheme": scheme, "notices": notices})

    return rename


def _stated(notice: IssuedNotice, change: Callable[[Statement], Statement]) -> IssuedNotice:
    return notice.model_copy(update={"statements": tuple(map(change, notice.statements))})


def _with(entry: Any, field: str, old: str, new: str) -> Any:
    return entry.model_copy(update={field: new}) if getattr(entry, field) == old else entry


def _names(names: Iterable[str], old: str, new: str) -> tuple[str, ...]:
    return tuple(new if name == old else name for name in names)


RENAMES: Mapping[str, Rename] = {
    "units": _unit,
    "groups": _group,
    "columns": _subject("columns"),
    "accounts": _subject("posts", StatedTerm.PLATFORM),
    "outlets": _subject("adoptions"),
}
"""Register → how its names are carried; of the others nothing else speaks."""
