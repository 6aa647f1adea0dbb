"""One entry of a register as a form: its fields, what they hold as text, and the entry they make.

Registers that go to a sheet have the sheet's own fields, so that a form and a sheet say the same.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from gongkai.measures.facts import KIND_LABELS
from gongkai.office.editing.registers import MESSAGES, ORDERS, Group, Limit, Quotas
from gongkai.office.frozen import Frozen
from gongkai.office.pack import (
    Account,
    Column,
    ColumnDuty,
    Denominator,
    IssuedNotice,
    LocalDay,
    NoticeSettings,
    Office,
    Outlet,
    TimeLimit,
    Unit,
)
from gongkai.office.proofreading import LeftWord, OwnWord, ProofreadingSettings, PublicContact
from gongkai.sources.faults import CellFault, Code
from gongkai.sources.registers import (
    accounts,
    columns,
    limits,
    local_days,
    outlets,
    parsing,
    proofreading,
    proofreading_settings,
    units,
)
from gongkai.sources.registers.form import Field
from gongkai.terms import Rounding

Values = Mapping[str, Any]
SPARE_DUTIES = 2
"""Blank duties that a column's form offers beyond those it has."""


class Single(NamedTuple):
    """`fields` of an entry, or of a new one where there is none; `texts` what they hold; `made` the entry of
    what was read, with what the form does not show taken from the former one."""

    fields: Callable[[Office, Any], Mapping[str, Field]]
    texts: Callable[[Any], dict[str, str]]
    made: Callable[[Values, Any], Frozen]


def text(value: Any) -> str:
    """A value as a form holds it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return parsing.BETWEEN.join(map(str, value))
    return "" if value is None else str(value)


def _plain(form: Callable[[Office], Any], kind: type[Frozen]) -> Single:
    """An entry whose fields are those of its sheet."""
    return Single(
        lambda office, _: form(office).fields,
        _texts,
        lambda values, _: kind(**values),
    )


def _texts(entry: Frozen) -> dict[str, str]:
    return {name: text(getattr(entry, name)) for name in type(entry).model_fields}


def _group_fields(_: Office, __: Any) -> Mapping[str, Field]:
    return {"name": Field("分组名称", required=True)}


def _column_fields(office: Office, column: Column | None) -> Mapping[str, Field]:
    """A column's duties are pairs of fields, numbered from 1; a blank pair is none."""
    fields = dict(columns.form(office).fields)
    duty = {name: fields.pop(name) for name in ("units", "frequency")}
    note = fields.pop("note")
    for number in range(1, (len(column.duties) if column else 0) + SPARE_DUTIES + 1):
        for name, each in duty.items():
            header = f"{each.header}（第{number}项）"
            fields[f"{name}_{number}"] = each._replace(header=header, required=number == 1)
    return {**fields, "note": note}


def _column_texts(column: Column) -> dict[str, str]:
    texts = {"name": column.name, "category": column.category.value, "note": column.note}
    for number, duty in enumerate(column.duties, 1):
        texts |= {f"units_{number}": text(duty.units), f"frequency_{number}": duty.frequency}
    return texts


def _column(values: Values, former: Column | None) -> Column:
    pairs = [
        (values[name], values[f"frequency_{name.removeprefix('units_')}"])
        for name in values
        if name.startswith("units_")
    ]
    return Column(
        name=values["name"],
        category=values["category"],
        duties=tuple(ColumnDuty(units=units, frequency=often) for units, often in pairs if units and often),
        exemptions=former.exemptions if former else (),
        note=values["note"],
    )


def half_filled(values: Values) -> list[tuple[str, str]]:
    """(field, what is missing) of the duties with units and no frequency, or the other way round."""
    found = []
    for name in values:
        often = name.replace("units_", "frequency_")
        if name.startswith("units_") and often in values and bool(values[name]) != bool(values[often]):
            found.append((often, "请填写更新频次") if values[name] else (name, "请填写保障单位"))
    return found


def _limit_texts(entry: Limit) -> dict[str, str]:
    limit = entry.limit
    return {
        "kind": KIND_LABELS[entry.kind],
        "type": limit.type,
        "days": str(limit.days),
        "span": limit.span.value,
    }


def _limit(values: Values, _: Any) -> Limit:
    kind = next(kind for kind in (MESSAGES, ORDERS) if KIND_LABELS[kind] == values["kind"])
    return Limit(kind=kind, limit=TimeLimit(type=values["type"], days=values["days"], span=values["span"]))


def _day_texts(day: LocalDay) -> dict[str, str]:
    return {"day": day.day, "working": "上班" if day.working else "休息", "reason": day.reason}


def _day(values: Values, _: Any) -> LocalDay:
    return LocalDay(day=values["day"], working=values["working"] == "上班", reason=values["reason"])


def _quota_fields(_: Office, __: Any) -> Mapping[str, Field]:
    roundings = tuple(each.value for each in Rounding)
    denominators = tuple(each.value for each in Denominator)
    return {
        "quota": Field("每季度应报信息条数（不考核信息报送的留空）", _count, blank=None, kind="number"),
        "posting": Field("账号更新频次", parsing.posting_frequency, required=True),
        "denominator": Field(
            "工单按期办结率的分母", parsing.choice(Denominator), required=True, choices=denominators
        ),
        "places": Field("比率保留小数位数", _places, required=True, choices=tuple("01234")),
        "rounding": Field("比率尾数", parsing.choice(Rounding), required=True, choices=roundings),
    }


def _count(written: str) -> int:
    if not written.isdecimal() or len(written) > 6:
        raise CellFault(Code.COUNT_INVALID, "不是整数", "请填写整数，例如 24")
    return int(written)


def _places(written: str) -> int:
    return int(parsing.among("01234")(written))


NOTICE_LABELS = {
    "issuer": "印发机关",
    "title": "标题",
    "addressee": "主送机关",
    "document_number": "发文字号",
    "red_head": "发文机关标志",
    "contact": "联系人",
    "copy_to": "抄送",
    "printed_by": "印发落款",
}


def _notice_fields(_: Office, __: Any) -> Mapping[str, Field]:
    required = ("issuer", "title", "addressee")
    return {name: Field(label, required=name in required) for name, label in NOTICE_LABELS.items()}


def _notice_texts(settings: NoticeSettings) -> dict[str, str]:
    return {name: getattr(settings, name) for name in NOTICE_LABELS}


def _notice(values: Values, former: NoticeSettings) -> NoticeSettings:
    return former.model_copy(update=dict(values))


def _dates_fields(_: Office, __: Any) -> Mapping[str, Field]:
    return {
        "period": Field("期间", parsing.period_code, required=True),
        "issued_on": Field("印发日期", parsing.day, required=True, kind="date"),
        "rectify_by": Field("整改期限", parsing.day, required=True, kind="date"),
        "remarks": Field("另需写入通报的情况（一行一条）", _lines, blank=()),
    }


def _dates_texts(entry: IssuedNotice) -> dict[str, str]:
    dates = {name: getattr(entry, name) for name in ("period", "issued_on", "rectify_by")}
    return dates | {"remarks": "\n".join(entry.remarks)}


def _lines(written: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, written.splitlines())))


def _dates(values: Values, former: IssuedNotice | None) -> IssuedNotice:
    return IssuedNotice(**values, statements=former.statements if former else ())


SINGLES: Mapping[str, Single] = {
    "units": _plain(units.form, Unit),
    "groups": Single(_group_fields, lambda entry: {"name": entry.name}, lambda values, _: Group(**values)),
    "columns": Single(_column_fields, _column_texts, _column),
    "accounts": _plain(accounts.form, Account),
    "outlets": _plain(outlets.form, Outlet),
    "limits": Single(lambda office, _: limits.form(office).fields, _limit_texts, _limit),
    "local_days": Single(lambda office, _: local_days.form(office).fields, _day_texts, _day),
    "rules": Single(_quota_fields, _texts, lambda values, _: Quotas(**values)),
    "notice": Single(_notice_fields, _notice_texts, _notice),
    "notices": Single(_dates_fields, _dates_texts, _dates),
    "words": _plain(proofreading.words_form, OwnWord),
    "left_words": _plain(proofreading.left_words_form, LeftWord),
    "public_contacts": _plain(proofreading.public_contacts_form, PublicContact),
    "proofreading": Single(
        lambda _, __: proofreading_settings.fields(),
        proofreading_settings.texts,
        lambda values, _: ProofreadingSettings(**values),
    ),
}
"""Register → the form of one of its entries."""
