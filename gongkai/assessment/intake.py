"""What an assessment refuses to start from: every reason in one pass, in words for the clerk."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gongkai.assessment import scheme_check
from gongkai.assessment.applies import items_of, manual_item
from gongkai.assessment.result import Assessment, AssessmentError
from gongkai.measures.facts import Adjustment
from gongkai.measures.figures import Figure
from gongkai.office.pack import Office
from gongkai.terms import Period

POINTS = re.compile(r"[+-]?\d{1,4}(\.\d{1,2})?", re.ASCII)


def check(
    office: Office,
    period: Period,
    figures: Sequence[Figure],
    adjustments: Sequence[Adjustment],
    previous: Assessment | None,
) -> None:
    """Raise AssessmentError where something given would be lost, counted twice or set beside the wrong period."""
    found = [
        *_scheme(office, period),
        *_figures(office, figures),
        *(fault for adjustment in adjustments for fault in _adjustment(office, adjustment)),
        *_previous(office, period, previous),
    ]
    if found:
        raise AssessmentError(found)


def _scheme(office: Office, period: Period) -> Iterator[str]:
    scheme = office.scheme
    yield from (str(fault) for fault in scheme_check.contradictions(office))
    if scheme.valid_from and scheme.valid_from > period.end.isoformat():
        yield f"考核办法“{scheme.name}”自{scheme.valid_from}起施行，不能用于{period.label}，请选用当时有效的办法"
    if scheme.valid_to and scheme.valid_to < period.start.isoformat():
        yield f"考核办法“{scheme.name}”已于{scheme.valid_to}失效，不能用于{period.label}，请选用当时有效的办法"


def _figures(office: Office, figures: Sequence[Figure]) -> Iterator[str]:
    units = dict.fromkeys(figure.unit for figure in figures)
    yield from (
        f"数据中的单位“{unit}”不在单位名册，请先核对单位名称"
        for unit in units
        if unit not in office.unit_order
    )
    places = Counter((figure.unit, figure.measure, figure.item, figure.window) for figure in figures)
    for place, count in places.items():
        if count > 1:
            yield f"指标重复：{'·'.join(filter(None, place))} 出现{count}次，会重复计分"


def _adjustment(office: Office, adjustment: Adjustment) -> Iterator[str]:
    entry = f"{adjustment.unit}的人工加减分“{adjustment.item}”"
    unit = office.units[office.unit_order[adjustment.unit]] if adjustment.unit in office.unit_order else None
    if unit is None:
        yield f"{entry}：单位不在单位名册，请先核对单位名称"
    elif not unit.ranked:
        yield f"{entry}：该单位不参加考核排名，不能加减分"
    elif manual_item(office.scheme, unit.group, adjustment.item) is None:
        yield f"{entry}：{_why_not(office, unit.group, adjustment.item)}"
    if not POINTS.fullmatch(adjustment.points):
        yield f"{entry}：分值“{adjustment.points}”无法识别，应为不超过四位整数、至多两位小数的数字，如 2、-0.5"


def _why_not(office: Office, group: str, text: str) -> str:
    """Why an adjustment finds no manual item: the name is unknown, the group another, or the item is computed."""
    named = [item for item in office.scheme.items if text in (item.key, item.label)]
    if not named:
        known = "、".join(item.key for item in office.scheme.items if item.rule.kind == "manual")
        return f"考核办法中没有这一指标，可人工记分的指标有：{known or '无'}"
    if all(item.rule.kind != "manual" for item in named):
        return "该指标由系统按数据计算，不能人工记分"
    if len([item for item in items_of(office.scheme, group) if item in named]) > 1:
        return f"名称对应多个指标，请改填指标编号：{'、'.join(item.key for item in named)}"
    return f"该指标不适用于“{group}”组"


def _previous(office: Office, period: Period, previous: Assessment | None) -> Iterator[str]:
    if previous is None:
        return
    if previous.office != office.key:
        yield f"上期考核属于“{previous.office}”，不能与“{office.key}”比较"
    if Period.parse(previous.period).end >= period.start:
        yield f"上期考核的期间{previous.period}不在{period.code}之前，不能比较升降"
