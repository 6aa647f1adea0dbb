"""Flattening what actions return into the primitives that screens print."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from gongkai.actions.comparing import Preview
from gongkai.assessment.result import Unread
from gongkai.measures.facts import KIND_LABELS
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.records.models import Batch
from gongkai.records.readers import Place
from gongkai.sources.faults import Fault, grouped
from gongkai.terms import Period, Rate
from gongkai.web.fact_words import field_label, value_text

ROWS_SHOWN = 3
_SIGN_IN_NAME = re.compile(r"（[!-~]+）$")


def person_name(by: str) -> str:
    """经办某（weibin-jingban） → 经办某: who acted, as colleagues say it; the audit shows both."""
    return _SIGN_IN_NAME.sub("", by)


def fault_rows(seen: Preview) -> Iterator[tuple[str, str, str, str, str]]:
    """(level, place, value, reason, suggestion), errors first; what is said many times stands once."""
    for alike in grouped((*seen.faults, *seen.warnings)):
        fault = alike.fault
        more = f" 等{alike.times}处" if alike.times > 1 else ""
        level = "须改正" if fault.is_error else "请核对"
        yield level, fault.place + more, fault.value, fault.reason, fault.suggestion


def change_rows(seen: Preview) -> Iterator[tuple[str, str, str, str]]:
    """(kind, key, what stands, what comes) of each fact that would be updated, only what differs."""
    for kind, difference in seen.differences.items():
        for change in difference.changed:
            before, after = (
                "，".join(f"{field_label(name)} {value_text(value)}" for name, value in values.items())
                for values in (change.before, change.after)
            )
            yield KIND_LABELS[kind], change.new.key, before, after


def preview_json(file: str, seen: Preview | None, batch: Batch | None, error: str = "") -> dict[str, Any]:
    """A preview as JSON: the same keys always; `error` is why there is none."""
    return {
        "file": file,
        "batch": batch.pk if batch else None,
        "refused": seen is None or seen.refused,
        "error": error,
        "counts": {kind: change.counts() for kind, change in seen.differences.items()} if seen else {},
        "faults": [fault_json(fault) for fault in (*seen.faults, *seen.warnings)] if seen else [],
        "questions": [
            {
                "text": question.text,
                "candidates": [choice._asdict() for choice in question.candidates],
                "places": [place._asdict() for place in question.places],
            }
            for question in (seen.reading.questions if seen else ())
        ],
    }


def fault_json(fault: Fault) -> dict[str, Any]:
    """A fault as JSON."""
    names = ("code", "sheet", "row", "column", "value", "reason", "suggestion")
    return {name: getattr(fault, name) for name in names} | {"severity": fault.severity.value}


def figure_text(figure: Figure) -> str:
    """A figure as printed: a count, or a rate with its parts."""
    if figure.value is not None:
        return str(figure.value)
    rate = Rate(figure.numerator or 0, figure.denominator or 0)
    return f"{rate}（{rate.numerator}/{rate.denominator}）"


def figure_json(figure: Figure) -> dict[str, Any]:
    """A figure as JSON, with its label."""
    return {**figure._asdict(), "label": MEASURES[figure.measure].label}


def by_kind(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    """Kind → its figures, kinds and measures in the order of the registry, each item's together."""
    found = list(figures)
    measures = {measure: place for place, measure in enumerate(MEASURES)}
    items = {item: place for place, item in enumerate(dict.fromkeys(["", *(one.item for one in found)]))}
    grouped: dict[str, list[Figure]] = {}
    for figure in sorted(found, key=lambda one: (items[one.item], measures[one.measure])):
        grouped.setdefault(MEASURES[figure.measure].kind, []).append(figure)
    kinds = dict.fromkeys(measure.kind for measure in MEASURES.values())
    return {kind: grouped[kind] for kind in kinds if kind in grouped}


def meanings(figures: Iterable[Figure]) -> list[str]:
    """Each measure among the figures with what it means, once."""
    found = dict.fromkeys(figure.measure for figure in figures)
    return [f"{MEASURES[measure].label}——{MEASURES[measure].meaning}" for measure in found]


def unread_text(unread: Iterable[Unread]) -> str:
    """How many duties were judged without data, by kind; "" for none."""
    counts = Counter(KIND_LABELS[duty.kind] for duty in unread)
    listed = "、".join(f"{label} {count} 项" for label, count in counts.items())
    return (
        f"没有读到数据、现按零计的任务：{listed}。请导入后重新考核，否则印发时须逐类说明理由"
        if counts
        else ""
    )


def figure_rows(
    figures: list[Figure], behind: Callable[[Figure], Iterable[Place]], unread: Iterable[Unread] = ()
) -> Iterator[tuple[object, ...]]:
    """A row a measure and item, its windows side by side; an item and its sources are named once. `unread`
    are the unit's duties without data, of whose figures that is said instead."""
    missing = {(duty.kind, duty.item): missing_text(duty) for duty in unread}
    named: set[tuple[str, str]] = set()
    for (item, _, wanted), group in groupby(figures, key=lambda one: (one.item, one.measure, one.target)):
        found = list(group)
        read = places([place for one in found for place in behind(one)])
        lacking = missing.get((MEASURES[found[0].measure].kind, item), "")
        source = "；".join(filter(None, (read, lacking)))
        repeated = (item, source) in named
        named.add((item, source))
        yield (
            item if not repeated else "",
            MEASURES[found[0].measure].label,
            "，".join(f"{window_text(one.window)}{figure_text(one)}" for one in found),
            wanted,
            "，".join("是" if one.met else "否" for one in found if one.met is not None),
            source if not repeated else "",
        )


def missing_text(duty: Unread) -> str:
    """未导入, or 12月未导入."""
    return "、".join(Period.parse(month).label.partition("年")[2] for month in duty.months) + "未导入"


def window_text(window: str) -> str:
    """2021-10 → “10月：”; "" for the whole period."""
    return f"{Period.parse(window).label.partition('年')[2]}：" if window else ""


def places(found: Iterable[Place]) -> str:
    """Where facts were read, file and sheet once, rows in order."""
    rows: dict[str, list[int]] = {}
    for place in found:
        rows.setdefault(f"{place.file} {place.sheet}", []).append(place.row)
    return "；".join(f"{sheet} {row_numbers(sorted(set(numbers)))}" for sheet, numbers in rows.items())


def row_numbers(rows: list[int]) -> str:
    """第8行, 第5、6、7行, 第5、6、7行等15行."""
    shown = "、".join(map(str, rows[:ROWS_SHOWN]))
    return f"第{shown}行" + (f"等{len(rows)}行" if len(rows) > ROWS_SHOWN else "")
