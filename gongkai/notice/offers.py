"""What an editor offers to put into the wording of one notice, line of business by line of business.

Words that only a loop can use (each finding, each account) are left to `docs/words.md`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.assessment.result import Completion, FindingKind
from gongkai.measures.facts import KIND_LABELS
from gongkai.measures.registry import MEASURES, Measure
from gongkai.notice.material import Material
from gongkai.office.pack import Filing

_BEST = 5
_NAMED_ITEMS = ("outlet", "type")
"""What a measure may be narrowed to by name here: there are few outlets and types, but many columns."""
_WORDS = re.compile(r"\{\{.*?\}\}")


class Offer(NamedTuple):
    """An expression as it stands between {{ and }}, what it is, and where it is offered."""

    expression: str
    label: str
    group: str


def offers(material: Material) -> list[Offer]:
    """Every expression that has something to do with this office and assessment, in the order of a notice."""
    sections = (_settings, _measures, _lists, _findings, _registers, _annexes, _scores)
    return [offer for section in sections for offer in section(material)]


def _settings(material: Material) -> Iterator[Offer]:
    group = "通报和期间"
    yield Offer("period.label", "期间", group)
    yield Offer("period.short", "期间，不带年份", group)
    yield Offer("period.year", "年份", group)
    yield Offer("period.start", "期间第一天", group)
    yield Offer("period.end", "期间最后一天", group)
    yield Offer("issued_on", "印发日期", group)
    yield Offer("issued_on.short", "印发日期，不带年份", group)
    yield Offer("rectify_by", "整改期限", group)
    yield Offer("rectify_by.short", "整改期限，不带年份", group)
    yield Offer("office.name", "地区名称", group)
    yield Offer("office.issuer", "发文机关", group)
    yield Offer("scheme.name", "考核办法名称", group)
    yield Offer("scheme.version", "考核办法年度", group)
    yield Offer("scheme.source", "考核办法依据", group)
    if material.office.scheme.scored:
        yield Offer("scheme.base", "基准分", group)


def _measures(material: Material) -> Iterator[Offer]:
    """The measures of which there are figures, in all and by group."""
    groups = material.office.groups if len(material.office.groups) > 1 else ()
    for key, measure in MEASURES.items():
        if key in material.assessment.figures_by_measure:
            yield from _of_measure(measure, "", material)
            for group in groups:
                yield from _of_measure(measure, group, material)
            yield from _of_everyone(measure, material)


def _of_measure(measure: Measure, group: str, material: Material) -> Iterator[Offer]:
    """What may be asked of everyone and of a group: a rate, a total, who met every target."""
    line = KIND_LABELS.get(measure.kind, KIND_LABELS["posts"])
    scope = f", group={_text(group)}" if group else ""
    whose = f"（{group}）" if group else ""
    key = _text(measure.key)
    if measure.is_rate:
        yield Offer(f"rate({key}{scope})", f"{measure.label}{whose}", line)
    elif measure.additive:
        yield Offer(f"total({key}{scope})", f"{measure.label}，各单位合计{whose}", line)
    if any(figure.met is not None for figure in material.assessment.figures_by_measure[measure.key]):
        yield Offer(f"reached({key}{scope}).named", f"{measure.label}全部达到要求的单位{whose}", line)


def _of_everyone(measure: Measure, material: Material) -> Iterator[Offer]:
    """What is asked of everyone: who has any, who has most, one item of it, the change since last period."""
    line, key = KIND_LABELS.get(measure.kind, KIND_LABELS["posts"]), _text(measure.key)
    if measure.additive:
        yield Offer(f"units({key}).named", f"{measure.label}大于0的单位", line)
        yield Offer(f"best({key}, {_BEST})", f"{measure.label}最多的单位，不超过{_BEST}家", line)
    for item in _items(measure, material):
        yield Offer(f"total({key}, item={_text(item)})", f"{measure.label}，{item}", line)
    if any(one.measure == measure.key for one in material.assessment.movements):
        yield Offer(f"change({key}, {_text(measure.counter)})", f"{measure.label}，与上期比较", line)


def _items(measure: Measure, material: Material) -> list[str]:
    figures = material.assessment.figures_by_measure[measure.key] if measure.item in _NAMED_ITEMS else []
    return list(dict.fromkeys(figure.item for figure in figures))


def _lists(material: Material) -> Iterator[Offer]:
    group, result = "名单", material.assessment
    for name, label, lists in (
        ("commended", "表扬名单", result.commended),
        ("criticised", "批评名单", result.criticised),
    ):
        yield Offer(f"{name}()", label, group)
        yield from (Offer(f"{name}({_text(one)})", f"{label}（{one}）", group) for one in lists)
    for kind in dict.fromkeys(one.kind for one in result.completion):
        for state in Completion:
            label = f"{KIND_LABELS[kind]}{state.value}的单位"
            yield Offer(f"completed({_text(KIND_LABELS[kind])}, {_text(state.value)}).named", label, group)


def _findings(material: Material) -> Iterator[Offer]:
    for kind in dict.fromkeys(one.kind for one in material.assessment.findings):
        word = f"findings({_text(kind.value)})"
        yield Offer(f"{word}.count", f"{kind.value}，个数", "存在问题")
        yield Offer(f"{word}.units.count", f"{kind.value}，单位家数", "存在问题")
        yield Offer(f"{word}.units.named", f"{kind.value}的单位", "存在问题")


def _registers(_: Material) -> Iterator[Offer]:
    yield Offer("columns.count", "责任栏目个数", "台账和规定")
    yield Offer("columns.duties", "栏目与单位的组合数", "台账和规定")
    yield Offer("columns.units.count", "保障单位家数", "台账和规定")
    yield Offer("columns.units.named", "保障单位", "台账和规定")
    for state in (*(filing.value for filing in Filing), FindingKind.ACCOUNT_LAPSED.value):
        word = f"accounts({_text(state)})"
        yield Offer(f"{word}.count", f"{state}账号个数", "台账和规定")
        yield Offer(f"{word}.units.count", f"{state}账号的单位家数", "台账和规定")
        yield Offer(f"{word}.units.named", f"{state}账号的单位", "台账和规定")
    yield Offer("rules.posting", "原创信息更新频次", "台账和规定")
    yield Offer("rules.quota", "每季度应报条数", "台账和规定")
    yield Offer("rules.message_days", "留言办理时限", "台账和规定")
    yield Offer("rules.denominator", "按期办结率的分母", "台账和规定")


def _annexes(material: Material) -> Iterator[Offer]:
    for annex in material.office.notice.annexes:
        scope = f", group={_text(annex.group)}" if annex.group else ""
        title = _WORDS.sub("", annex.title).replace("\n", "")
        yield Offer(f"annex({_text(annex.table)}{scope})", title, "附件")


def _scores(material: Material) -> Iterator[Offer]:
    cards = material.assessment.scorecards
    for group in dict.fromkeys(card.group for card in cards):
        yield Offer(f"ranked({_text(group)}).count", f"{group}参加排名的家数", "得分和名次")
        yield Offer(f"ranked({_text(group)})", f"{group}按名次先后", "得分和名次")
    for card in cards:
        yield Offer(f"score({_text(card.unit)})", f"{card.unit}的得分", "得分和名次")
        yield Offer(f"rank({_text(card.unit)})", f"{card.unit}的名次", "得分和名次")


def _text(text: str) -> str:
    """A text as the template language writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
