"""Registers as lists: the columns of each, and its entries as rows of plain values."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from gongkai.measures.facts import KIND_LABELS
from gongkai.office import pack
from gongkai.office.editing import registers
from gongkai.office.editing.registers import REGISTERS
from gongkai.sources.registers import single
from gongkai.terms import Period
from gongkai.web.listing import Cell, Column, Filter, Row

OFFICE_ONLY = frozenset({"notice", "notices", "proofreading"})
"""Registers that are no business of the units'."""
HINTS: Mapping[str, str] = {
    "units": "通报和考核中的单位、所在分组，以及导入时认得的别名。表中顺序即名单顺序。",
    "groups": "单位分组排名所用的组；改名后，单位、考核办法和附件中的组名随之改动。",
    "columns": "政府网站栏目、类别、保障单位和更新频次。",
    "accounts": "政务新媒体账号、平台、责任单位、备案情况。",
    "outlets": "采用信息的网站、媒体和上级机关。",
    "limits": "留言和工单的办理时限；清单中写明期限的，以清单为准。",
    "local_days": "本地与国家放假调休安排不同的日子。",
    "rules": "信息报送应报数、账号更新频次、按期办结率口径。",
    "notice": "印发机关、主送机关、发文字号等通报的固定内容。",
    "notices": "各期通报的印发日期、整改期限。",
    "words": "系统自带的词库之外，另外要查的词；同一写法以这里为准。",
    "left_words": "系统自带的词库中，不需要提示的词条。",
    "public_contacts": "对外公布的电话、邮箱、地址、账号；校对时不作为个人信息，脱敏副本中保留。",
    "proofreading": "脱敏方式，公文格式中与国家标准不同的要求。",
}


def address(name: str, office: str, register: str, key: str, **more: str) -> str:
    """The address of a page about an entry."""
    return f"{reverse(name, args=(office, register))}?{urlencode({'entry': key, **more})}"


def concerns(register: str, entry: Any, unit: str) -> bool:
    """Whether an entry is of a unit, or of no unit at all."""
    if register == "units":
        return bool(entry.name == unit)
    if register == "columns":
        return any(unit in duty.units for duty in entry.duties)
    return register != "accounts" or entry.unit == unit


def entries(office: pack.Office, register: str, unit: str) -> list[tuple[int, Any]]:
    """(place, entry) of all that a person bound to `unit` may see, "" for everybody else."""
    found = enumerate(REGISTERS[register].entries(office), 1)
    return [(place, entry) for place, entry in found if not unit or concerns(register, entry, unit)]


def row(register: str, place: int, entry: Any, office: str) -> dict[str, Any]:
    """An entry as plain values."""
    key = REGISTERS[register].key(entry)
    return {
        **_VALUES[register](entry),
        "key": key,
        "place": place,
        "href": address("register_entry", office, register, key),
    }


def columns(register: str) -> list[Column]:
    """The columns of a register's list; the first leads to the entry."""
    (key, label), *rest = _COLUMNS[register]
    first = Column(key, label, cell=lambda row: Cell(row[key], row["href"]))
    return [first, *(_column(key, label) for key, label in rest)]


def filters(register: str, rows: Iterable[Row]) -> list[Filter]:
    """What the list may be narrowed by: the values that occur."""
    listed = list(rows)
    labels = dict(_COLUMNS[register])
    return [
        Filter(
            key, labels[key], [(value, value) for value in dict.fromkeys(row[key] for row in listed) if value]
        )
        for key in _FILTERS.get(register, ())
    ]


def searched(register: str) -> tuple[str, ...]:
    """The keys that a search looks into."""
    return tuple(key for key, _ in _COLUMNS[register] if key not in ("days", "count"))


def details(register: str, entry: Any, office: pack.Office) -> list[tuple[str, str]]:
    """(label, value) of all that an entry says, for those who only read."""
    made = single.SINGLES[register]
    texts = made.texts(entry)
    return [
        (field.header, texts[name]) for name, field in made.fields(office, entry).items() if texts.get(name)
    ]


def _column(key: str, label: str) -> Column:
    return Column(key, label, "number" if key in ("days", "count") else "text")


def _yes(value: bool) -> str:
    return "是" if value else "否"


def _unit(unit: pack.Unit) -> dict[str, Any]:
    return {
        "name": unit.name,
        "full_name": unit.full_name,
        "kind": unit.kind.value,
        "group": unit.group,
        "ranked": _yes(unit.ranked),
        "aliases": "、".join(unit.aliases),
        "note": unit.note,
    }


def _column_values(column: pack.Column) -> dict[str, Any]:
    duties = (f"{'、'.join(duty.units)}（{duty.frequency}）" for duty in column.duties)
    return {
        "name": column.name,
        "category": column.category.value,
        "duties": "；".join(duties),
        "count": len(column.exemptions) or None,
        "note": column.note,
    }


def _account(account: pack.Account) -> dict[str, Any]:
    return {
        "name": account.name,
        "platform": account.platform,
        "unit": account.unit,
        "holder": account.holder,
        "filing": account.filing.value,
        "posting": _yes(account.posting),
        "opened": account.opened,
        "cancelled": account.cancelled,
    }


def _limit(entry: registers.Limit) -> dict[str, Any]:
    return {
        "kind": KIND_LABELS[entry.kind],
        "type": entry.limit.type or "（其余各类）",
        "days": entry.limit.days,
        "span": entry.limit.span.value,
    }


def _notice(notice: pack.IssuedNotice) -> dict[str, Any]:
    label = Period.parse(notice.period).label
    return {
        "period": label,
        "issued_on": notice.issued_on,
        "rectify_by": notice.rectify_by,
        "remarks": "；".join(notice.remarks),
    }


_VALUES: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    "units": _unit,
    "groups": lambda group: {"name": group.name},
    "columns": _column_values,
    "accounts": _account,
    "outlets": lambda outlet: {
        "name": outlet.name,
        "level": outlet.level,
        "aliases": "、".join(outlet.aliases),
    },
    "limits": _limit,
    "local_days": lambda day: {
        "day": day.day,
        "working": "上班" if day.working else "休息",
        "reason": day.reason,
    },
    "notices": _notice,
    "words": lambda word: {
        "wrong": word.wrong,
        "right": word.right,
        "level": word.level.value,
        "exceptions": "、".join(word.exceptions),
        "note": word.note,
    },
    "left_words": lambda word: {"wrong": word.wrong, "note": word.note},
    "public_contacts": lambda contact: {"value": contact.value, "note": contact.note},
}
_COLUMNS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "units": (
        ("name", "单位"),
        ("full_name", "全称"),
        ("kind", "类别"),
        ("group", "分组"),
        ("ranked", "参加考核"),
        ("aliases", "别名"),
        ("note", "备注"),
    ),
    "groups": (("name", "分组"),),
    "columns": (
        ("name", "栏目"),
        ("category", "类别"),
        ("duties", "保障单位和频次"),
        ("count", "免更新"),
        ("note", "备注"),
    ),
    "accounts": (
        ("name", "账号"),
        ("platform", "平台"),
        ("unit", "责任单位"),
        ("holder", "开设主体"),
        ("filing", "备案"),
        ("posting", "有更新要求"),
        ("opened", "开设日期"),
        ("cancelled", "注销日期"),
    ),
    "outlets": (("name", "渠道"), ("level", "级别"), ("aliases", "别名")),
    "limits": (("kind", "业务"), ("type", "诉求类型"), ("days", "天数"), ("span", "计算方式")),
    "local_days": (("day", "日期"), ("working", "上班或休息"), ("reason", "事由")),
    "notices": (
        ("period", "期间"),
        ("issued_on", "印发日期"),
        ("rectify_by", "整改期限"),
        ("remarks", "另需写入的情况"),
    ),
    "words": (
        ("wrong", "错误写法"),
        ("right", "建议写法"),
        ("level", "级别"),
        ("exceptions", "例外"),
        ("note", "备注"),
    ),
    "left_words": (("wrong", "词条"), ("note", "停用理由")),
    "public_contacts": (("value", "联系方式"), ("note", "说明")),
}
_FILTERS: Mapping[str, tuple[str, ...]] = {
    "units": ("group", "kind", "ranked"),
    "columns": ("category",),
    "accounts": ("platform", "filing", "unit"),
    "outlets": ("level",),
    "limits": ("kind",),
    "words": ("level",),
}
