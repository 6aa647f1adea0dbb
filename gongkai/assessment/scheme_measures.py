"""A scheme against the measures there are: names, and rules that ask of a measure what it does not have."""

from collections.abc import Iterator, Mapping

from gongkai.assessment.completion import DUTIES
from gongkai.assessment.scheme_logic import Fault
from gongkai.measures.registry import Measure
from gongkai.office.faults import suggestion
from gongkai.office.pack import Office
from gongkai.office.scheme import Event, Item, Manual, Ratio, Shortfall, Veto

Measures = Mapping[str, Measure]


def faults(office: Office, measures: Measures) -> Iterator[Fault]:
    """Every place where a measure is named that does not exist or does not fit."""
    scheme = office.scheme
    for place, item in enumerate(scheme.items):
        if item.measure and not isinstance(item.rule, Manual):
            yield from _item(office, f"items[{place}]", item, measures)
    for place, veto in enumerate(scheme.vetoes):
        yield from _veto(office, f"vetoes[{place}]", veto, measures)
    yield from _lists(office, measures)


def _item(office: Office, key: str, item: Item, measures: Measures) -> Iterator[Fault]:
    measure = measures.get(item.measure)
    if measure is None:
        yield _unknown(f"{key}.measure", item.measure, measures, item.key)
        return
    if problem := _misfit(item, measure):
        yield Fault(f"{key}.rule", *problem, item.key)
    elif not item.each and not measure.additive and not isinstance(item.rule, Shortfall | Ratio):
        yield from _not_additive(f"{key}.measure", measure, item.key)
    yield from _on(office, f"{key}.on", item.on, measure, item.key)


def _misfit(item: Item, measure: Measure) -> tuple[str, str] | None:
    """Why the rule cannot be applied to the measure, and what to do; None where it can."""
    name = f"“{measure.key}”（{measure.label}）"
    if measure.is_rate and isinstance(item.rule, Shortfall | Event):
        return f"{name}是比率，不能按件或按缺额计分", "请改用 band、flat 或 ratio"
    if isinstance(item.rule, Shortfall) and not _has_target(measure):
        return f"{name}没有应完成数，不能按缺额计分", f"有应完成数的指标：{_targeted()}"
    if isinstance(item.rule, Ratio) and not measure.is_rate and not _has_target(measure):
        return f"{name}既不是比率，也没有应完成数，不能按比例计分", f"请改用比率，或：{_targeted()}"
    return None


def _has_target(measure: Measure) -> bool:
    return measure.key in DUTIES.values()


def _targeted() -> str:
    return "、".join(measure for measure in DUTIES.values() if not measure.endswith("rate"))


def _not_additive(key: str, measure: Measure, of: str) -> Iterator[Fault]:
    if not measure.is_rate:
        found = f"“{measure.key}”（{measure.label}）各项不能相加"
        yield Fault(key, found, "请写 each = true 逐项计算，或换用可相加的指标", of)


def _veto(office: Office, key: str, veto: Veto, measures: Measures) -> Iterator[Fault]:
    measure = measures.get(veto.measure)
    if measure is None:
        yield _unknown(f"{key}.measure", veto.measure, measures, veto.reason)
        return
    if measure.is_rate:
        found = f"“{measure.key}”（{measure.label}）是比率，不能作否决条件"
        yield Fault(f"{key}.measure", found, "请改用件数、条数一类的指标", veto.reason)
    elif not measure.additive:
        yield from _not_additive(f"{key}.measure", measure, veto.reason)
    yield from _on(office, f"{key}.on", veto.on, measure, veto.reason)


def _lists(office: Office, measures: Measures) -> Iterator[Fault]:
    lists = office.scheme.lists
    measure = measures.get(lists.measure)
    if measure is None:
        yield _unknown("lists.measure", lists.measure, measures, "")
    elif not measure.additive and not measure.is_rate:
        found = f"“{measure.key}”（{measure.label}）各项不能相加，不能据以排出名单"
        yield Fault("lists.measure", found, "请换用可相加的指标或比率")


def _on(office: Office, key: str, on: str, measure: Measure, of: str) -> Iterator[Fault]:
    """An item the measure is narrowed to: it must be one the registers have; types of orders are free."""
    if not on:
        return
    registers = {
        "column": [column.name for column in office.columns],
        "account": [account.key for account in office.accounts],
        "outlet": [outlet.name for outlet in office.outlets],
    }
    if not measure.item:
        found = f"“{measure.key}”（{measure.label}）按单位统计，不分项，不能写 on"
        yield Fault(key, found, "请删去 on", of)
    elif measure.item in registers and on not in registers[measure.item]:
        known = registers[measure.item]
        yield Fault(key, f"名册中没有“{on}”", suggestion(on, known, "请按登记的名称填写"), of)


def _unknown(key: str, measure: str, measures: Measures, of: str) -> Fault:
    expected = suggestion(measure, list(measures), "指标名称见 docs/architecture.md 的指标表")
    return Fault(key, f"没有指标“{measure}”", expected, of)
