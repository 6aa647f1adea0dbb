"""Names inside a pack: what must stand once, and what must stand in a register.

The checks read the raw tables, so they find their faults in the same pass as those of shape.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from gongkai.office import proofreading
from gongkai.office.faults import Location, PackFault, Table, entry_name, key_path, suggestion
from gongkai.office.paths import Place, tables, texts, words

Finding = tuple[Location, str, str]
"""Where, what was found, what was expected."""

ONCE = {
    "groups[]": "分组",
    "columns[].name": "栏目",
    "notices[].period": "期间",
    "proofreading.words[].wrong": "错误写法",
    "proofreading.left_words[].wrong": "停用的词条",
    "proofreading.public_contacts[].value": "联系方式",
    "dimensions[].name": "维度",
    "items[].key": "指标",
}
"""Path → what it names; no two of a kind share a name."""

UNITS = (
    "columns[].duties[].units[]",
    "columns[].exemptions[].unit",
    "accounts[].unit",
    "notices[].statements[].unit",
)
GROUPS = ("units[].group", "notice.annexes[].group")
SCHEME_GROUPS = ("items[].groups[]", "dimensions[].groups[]", "scalings[].groups[]")


@dataclass(frozen=True)
class Register:
    """The names that a reference may take: what they name, where they are registered."""

    kind: str
    place: str
    names: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)


def office_faults(raw: Table, file: str) -> list[PackFault]:
    """Faults of names in office.toml."""
    found = [
        *_repeated(raw),
        *_unit_names(raw),
        *_outlet_names(raw),
        *_accounts(raw),
        *_column_units(raw),
        *_unknown(raw, UNITS, Register("单位", "units", words(raw, "units[].name"), _aliases(raw))),
        *_unknown(raw, GROUPS, Register("分组", "groups", words(raw, "groups[]"))),
        *proofreading.faults(raw),
    ]
    return _placed(raw, file, found)


def scheme_faults(raw: Table, office: Table, file: str) -> list[PackFault]:
    """Faults of names in scheme.toml; `office` is the raw office.toml, empty when it could not be read."""
    dimensions = Register("维度", "dimensions", words(raw, "dimensions[].name"))
    found = [*_repeated(raw), *_unknown(raw, ["items[].dimension"], dimensions)]
    if office:
        groups = Register("分组", "office.toml 的 groups", words(office, "groups[]"))
        found += _unknown(raw, SCHEME_GROUPS, groups)
    return _placed(raw, file, found)


def _placed(raw: Table, file: str, found: Iterable[Finding]) -> list[PackFault]:
    return [
        PackFault(file, key_path(location), problem, expected, entry_name(raw, location))
        for location, problem, expected in found
    ]


def _repeated(raw: Table) -> Iterator[Finding]:
    for path, kind in ONCE.items():
        yield from _twice(texts(raw, path), kind)


def _unit_names(raw: Table) -> Iterator[Finding]:
    """A name, full name or alias that another unit, or the same one, already goes by."""
    names = dict(texts(raw, "units[].name"))
    full_names = [
        (location, text)
        for location, text in texts(raw, "units[].full_name")
        if text and names.get((*location[:-1], "name")) != text
    ]
    places = [*names.items(), *full_names, *texts(raw, "units[].aliases[]")]
    yield from _twice(places, "单位名称", "一个名称只能指一个单位，且只写一次")


def _aliases(raw: Table) -> dict[str, str]:
    """Full name or alias → the unit's name."""
    return {
        other: name
        for _, unit in tables(raw, "units")
        for name in words(unit, "name")
        for other in (*words(unit, "full_name"), *words(unit, "aliases[]"))
    }


def _outlet_names(raw: Table) -> Iterator[Finding]:
    yield from _twice([*texts(raw, "outlets[].name"), *texts(raw, "outlets[].aliases[]")], "渠道")


def _accounts(raw: Table) -> Iterator[Finding]:
    places = [
        ((*location, "name"), "·".join((*words(account, "name"), *words(account, "platform"))))
        for location, account in tables(raw, "accounts")
    ]
    yield from _twice(places, "账号", "同一平台上的同一账号只登记一次")


def _column_units(raw: Table) -> Iterator[Finding]:
    """A unit twice in one column, and an exemption for a unit that does not keep the column."""
    for inside, column in tables(raw, "columns"):
        duties = [((*inside, *place), unit) for place, unit in texts(column, "duties[].units[]")]
        yield from _twice(duties, "本栏目的保障单位")
        keepers = dict.fromkeys(unit for _, unit in duties)
        for place, unit in texts(column, "exemptions[].unit"):
            if unit not in keepers:
                yield (*inside, *place), f"“{unit}”不保障本栏目", f"应为以下之一：{'、'.join(keepers)}"


def _twice(places: Iterable[Place], kind: str, rule: str = "") -> Iterator[Finding]:
    """Each text that stood before, with the place where it first stood."""
    first: dict[str, Location] = {}
    for location, text in places:
        if text in first:
            yield location, f"{kind}“{text}”重复，已见于 {key_path(first[text])}", rule
        first.setdefault(text, location)


def _unknown(raw: Table, paths: Iterable[str], register: Register) -> Iterator[Finding]:
    """Each text that is not in the register; "" refers to nothing."""
    for path in paths:
        for location, text in texts(raw, path):
            if not text or text in register.names:
                continue
            if name := register.aliases.get(text):
                yield location, f"“{text}”是“{name}”的别名", f"此处应写登记的名称“{name}”"
            else:
                found = f"{register.kind}“{text}”没有登记在 {register.place} 中"
                yield location, found, suggestion(text, register.names, "请先登记，或改为已登记的名称")
