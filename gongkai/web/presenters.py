"""Flattening what actions return into the primitives that screens print."""

from collections.abc import Iterator
from typing import Any

from gongkai.actions.ingest import Preview
from gongkai.measures.figures import Figure
from gongkai.measures.registry import MEASURES
from gongkai.records.models import Batch
from gongkai.sources.faults import Fault
from gongkai.terms import Rate


def fault_rows(seen: Preview) -> Iterator[tuple[str, str, str, str, str]]:
    """(level, place, value, reason, suggestion) of every fault, errors first."""
    warnings = [fault for fault in seen.reading.faults if not fault.is_error]
    for fault in (*seen.faults, *warnings):
        yield "错误" if fault.is_error else "提示", fault.place, fault.value, fault.reason, fault.suggestion


def preview_json(file: str, seen: Preview, batch: Batch | None) -> dict[str, Any]:
    """A preview as JSON."""
    return {
        "file": file,
        "batch": batch.pk if batch else None,
        "refused": seen.refused,
        "counts": {kind: change.counts() for kind, change in seen.differences.items()},
        "faults": [fault_json(fault) for fault in (*seen.faults, *_warnings(seen))],
        "questions": [
            {"text": question.text, "candidates": [c.unit for c in question.candidates]}
            for question in seen.reading.questions
        ],
    }


def _warnings(seen: Preview) -> list[Fault]:
    return [fault for fault in seen.reading.faults if not fault.is_error]


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
