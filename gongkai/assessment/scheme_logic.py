"""A scheme against itself and the register of groups: what it declares twice, not at all, or the wrong way round."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gongkai.assessment.applies import items_of
from gongkai.office.faults import suggestion
from gongkai.office.pack import Office
from gongkai.office.scheme import Band, Flat, Item, Manual, Ratio, Scheme


class Fault(NamedTuple):
    """A fault at `key` of the scheme: what was found, what to do, and the item it lies in."""

    key: str
    found: str
    expected: str = ""
    of: str = ""


def faults(office: Office) -> Iterator[Fault]:
    """Every contradiction, in the order of the file."""
    scheme = office.scheme
    yield from _dates(scheme)
    yield from _unscored(scheme)
    yield from _twice("dimensions", "name", "维度", [one.name for one in scheme.dimensions])
    yield from _twice("items", "key", "指标", [one.key for one in scheme.items])
    yield from _groups(office)
    for place, item in enumerate(scheme.items):
        yield from _item(scheme, place, item)
    yield from _ambiguous(office)
    yield from _vetoes(scheme)
    yield from _scalings(scheme)


def _dates(scheme: Scheme) -> Iterator[Fault]:
    if scheme.valid_from and scheme.valid_to and scheme.valid_from > scheme.valid_to:
        found = f"施行日期{scheme.valid_from}晚于失效日期{scheme.valid_to}"
        yield Fault("valid_from", found, "请核对两个日期")


def _unscored(scheme: Scheme) -> Iterator[Fault]:
    """Parts of a score where there are no items to score by."""
    if scheme.scored:
        return
    for key, label, given in (
        ("base", "基准分", scheme.base),
        ("dimensions", "维度", scheme.dimensions),
        ("vetoes", "单项否决", scheme.vetoes),
        ("scalings", "折算", scheme.scalings),
    ):
        if given:
            yield Fault(key, f"写了{label}，但没有任何计分指标（items）", "不计分的办法不需要这一项")


def _twice(table: str, key: str, kind: str, names: Sequence[str]) -> Iterator[Fault]:
    for place, name in enumerate(names):
        if name in names[:place]:
            found = f"{kind}“{name}”重复，已见于 {table}[{names.index(name)}].{key}"
            yield Fault(f"{table}[{place}].{key}", found, "请改名或删去一处", name)


def _groups(office: Office) -> Iterator[Fault]:
    known = tuple(dict.fromkeys([*office.groups, *(unit.group for unit in office.units)]))
    scheme = office.scheme
    tables: tuple[tuple[str, Iterable[tuple[str, tuple[str, ...]]]], ...] = (
        ("dimensions", [(one.name, one.groups) for one in scheme.dimensions]),
        ("items", [(one.key, one.groups) for one in scheme.items]),
        ("scalings", [("", one.groups) for one in scheme.scalings]),
    )
    for table, entries in tables:
        for place, (of, groups) in enumerate(entries):
            for number, group in enumerate(groups):
                if group not in known:
                    key, found = f"{table}[{place}].groups[{number}]", f"没有分组“{group}”"
                    yield Fault(key, found, suggestion(group, known, f"应为以下之一：{'、'.join(known)}"), of)


def _item(scheme: Scheme, place: int, item: Item) -> Iterator[Fault]:
    key = f"items[{place}]"
    yield from (
        Fault(f"{key}.{one.key}", one.found, one.expected, item.key) for one in _item_faults(scheme, item)
    )


def _item_faults(scheme: Scheme, item: Item) -> Iterator[Fault]:
    dimensions = {one.name: one for one in scheme.dimensions}
    if item.dimension not in dimensions:
        expected = suggestion(item.dimension, list(dimensions), "请先在 dimensions 中写明")
        yield Fault("dimension", f"没有维度“{item.dimension}”", expected)
    elif item.groups and (open_to := dimensions[item.dimension].groups) and not {*item.groups} & {*open_to}:
        found = f"指标所在组（{'、'.join(item.groups)}）都不在维度“{item.dimension}”的组（{'、'.join(open_to)}）之内"
        yield Fault("groups", found, "该指标永远不会用到")
    if item.floor is not None and item.cap is not None and item.floor > item.cap:
        yield Fault("floor", f"下限{item.floor}大于上限{item.cap}", "下限应不大于上限")
    yield from _measure_given(item)
    yield from _rule(item)


def _measure_given(item: Item) -> Iterator[Fault]:
    if isinstance(item.rule, Manual) and (item.measure or item.on):
        yield Fault("measure", "人工记分的指标不能再写 measure 或 on", "请删去，或改用按数据计分的规则")
    if not isinstance(item.rule, Manual) and not item.measure:
        yield Fault("measure", f"规则“{item.rule.kind}”要有数据，但没有写 measure", "请写明取哪个指标的数据")


def _rule(item: Item) -> Iterator[Fault]:
    match item.rule:
        case Band(steps=steps):
            for bound, count in Counter(step.at_least for step in steps).items():
                if count > 1:
                    yield Fault("rule.steps", f"分档界限{bound}写了{count}次", "每个界限只写一次")
        case Flat(at_least=lower, at_most=upper) if lower is not None and upper is not None and lower > upper:
            yield Fault("rule.at_least", f"区间下界{lower}大于上界{upper}", "没有数值能落在其中，请核对")
        case Ratio(full=full) if full <= 0:
            yield Fault("rule.full", f"满分{full}不大于0", "应为正数")


def _ambiguous(office: Office) -> Iterator[Fault]:
    """Manual items of one group that an adjustment could not tell apart by their label."""
    named: set[str] = set()
    for group in dict.fromkeys(unit.group for unit in office.units):
        manual = [item for item in items_of(office.scheme, group) if isinstance(item.rule, Manual)]
        labels = Counter(item.label for item in manual)
        named |= {label for label, count in labels.items() if count > 1}
    for place, item in enumerate(office.scheme.items):
        if item.label in named and isinstance(item.rule, Manual):
            found = f"同一组有多个人工记分指标名为“{item.label}”"
            yield Fault(f"items[{place}].label", found, "请改名，以免加减分记错指标", item.key)


def _vetoes(scheme: Scheme) -> Iterator[Fault]:
    for place, veto in enumerate(scheme.vetoes):
        if veto.at_least < 1:
            found = f"否决界限为{veto.at_least}，没有发生也会否决"
            yield Fault(f"vetoes[{place}].at_least", found, "应不小于1", veto.reason)


def _scalings(scheme: Scheme) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for place, scaling in enumerate(scheme.scalings):
        key = f"scalings[{place}]"
        if not scaling.groups:
            yield Fault(f"{key}.groups", "没有写明折算哪些组", "请写明组名")
        if scaling.numerator <= 0 or scaling.denominator <= 0:
            found = f"折算比例{scaling.numerator}/{scaling.denominator}不是正数"
            yield Fault(key, found, "如 75 分制折算百分制，写 numerator = 4、denominator = 3")
        for group in scaling.groups:
            if seen.setdefault(group, place) != place:
                found = f"组“{group}”已在 scalings[{seen[group]}] 中折算"
                yield Fault(f"{key}.groups", found, "一个组只折算一次")
