"""A preview as it is kept with an upload: plain values, no longer than a page can show, citizens' data masked.

`digest` stands for all that writing would do: as long as it is the same, what is written is what was seen.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from gongkai.actions import masking
from gongkai.actions.comparing import Difference, Preview
from gongkai.measures.facts import Fact
from gongkai.records import facts
from gongkai.sources.faults import Alike, Code, Fault, Question, grouped
from gongkai.sources.layouts import LayoutColumn, SheetLayout
from gongkai.sources.reading import Reading, SheetReading

COLUMNS_SHOWN = 300
FAULTS_SHOWN = 100
CHANGES_SHOWN = 50
ROWS_SHOWN = 8
PLACES_SHOWN = 3
LONGEST_TEXT = 80
LONGEST_NAME = 60
"""Characters beyond which what stands in a unit's place is no name."""
NEVER_ABOUT_PEOPLE = ("number", "unit", "day", "due", "closed", "outcome")
"""Fields that are shown whatever their header says."""

Seen = dict[str, Any]


def of(compared: Preview) -> Seen:
    """The preview as plain values."""
    found = compared.reading
    left_out = compared.left_out
    return {
        "sheets": [_sheet(sheet) for sheet in found.sheets],
        "questions": [_question(question) for question in found.questions],
        "counts": {kind: change.counts() for kind, change in compared.differences.items()},
        "errors": len(compared.faults),
        "warnings": len(compared.warnings),
        "left_out": _rows_left_out(left_out, found),
        "faults": list(_faults(grouped(compared.faults))),
        "hints": list(_faults(grouped(compared.warnings))),
        "changes": list(islice(_changes(compared.differences), CHANGES_SHOWN)),
        "rows": {kind: _rows(change.added) for kind, change in compared.differences.items() if change.added},
        "empty": compared.empty,
        "digest": digest(compared),
    }


def digest(compared: Preview) -> str:
    """SHA-256 of what would be written and what would be left out."""
    said = hashlib.sha256()
    for kind, change in compared.differences.items():
        said.update(repr((kind, change.counts())).encode())
        for fact in chain(change.added, *(each[:2] for each in change.changed)):
            said.update(repr(tuple(fact)).encode())
    said.update(repr((sorted(compared.reading.names.items()), compared.left_out)).encode())
    return said.hexdigest()


def unknown_units(seen: Seen) -> list[dict[str, Any]]:
    """The names that no unit comes near, as questions: a person may know which is meant."""
    return [
        {"text": fault["value"], "candidates": [], "times": fault["times"], "places": [fault["place"]]}
        for fault in seen.get("faults", ())
        if fault["code"] == Code.UNIT_UNKNOWN and 0 < len(fault["value"]) <= LONGEST_NAME
    ]


def open_questions(seen: Seen, left_out: Iterable[str]) -> list[dict[str, Any]]:
    """The names that nobody has answered for, nor left out."""
    without = set(left_out)
    return [question for question in seen.get("questions", ()) if question["text"] not in without]


def layout(sheet: Mapping[str, Any]) -> SheetLayout:
    """The layout that was kept; samples masked as they are."""
    columns = (
        LayoutColumn(
            each["index"], tuple(each["path"]), each["field"], each["meaning"], tuple(each["samples"])
        )
        for each in sheet["columns"]
    )
    names = (
        "sheet",
        "kind",
        "form",
        "first_row",
        "header_row",
        "signature",
        "adjustable",
        "reason",
        "mapped",
    )
    return SheetLayout(**{name: sheet[name] for name in names}, columns=tuple(columns))


def kept(found: SheetLayout) -> dict[str, Any]:
    """A layout as plain values."""
    return {
        "sheet": found.sheet,
        "kind": found.kind,
        "form": found.form,
        "first_row": found.first_row,
        "header_row": found.header_row,
        "signature": found.signature,
        "adjustable": found.adjustable,
        "reason": found.reason,
        "mapped": found.mapped,
        "width": len(found.columns),
        "columns": [_column(column) for column in found.columns[:COLUMNS_SHOWN]],
    }


def _sheet(found: SheetReading) -> dict[str, Any]:
    return kept(found.layout) | {"rows": len(found.facts), "set_aside": len(found.set_aside)}


def _column(column: LayoutColumn) -> dict[str, Any]:
    header = "" if column.field in NEVER_ABOUT_PEOPLE else column.header
    return {
        "index": column.index,
        "letter": column.letter,
        "path": list(column.path),
        "header": column.header,
        "field": column.field,
        "meaning": column.meaning,
        "samples": masking.samples(header, column.samples),
    }


def _question(question: Question) -> dict[str, Any]:
    places = [Fault(*place, *[""] * 5).place for place in question.places[:PLACES_SHOWN]]  # type: ignore[arg-type]
    return {
        "text": masking.masked(question.text),
        "candidates": [choice.unit for choice in question.candidates],
        "times": len(question.places),
        "places": places,
    }


def _faults(alike: Iterable[Alike]) -> Iterator[dict[str, Any]]:
    for each in islice(alike, FAULTS_SHOWN):
        fault = each.fault
        said = {name: getattr(fault, name) for name in ("code", "sheet", "suggestion", "place")}
        yield {
            **said,
            "reason": masking.masked(fault.reason),
            "value": masking.masked(fault.value),
            "times": each.times,
        }


def _rows_left_out(faults: Iterable[Fault], found: Reading) -> int:
    """How many rows would not be written; of a fault of a whole sheet, all that were read of it."""
    places = {(fault.sheet, fault.row) for fault in faults}
    whole = {sheet for sheet, row in places if not row}
    single = sum(1 for sheet, row in places if row and sheet not in whole)
    return single + sum(
        len({fact.row for fact in each.facts}) for each in found.sheets if each.sheet in whole
    )


def _changes(differences: Mapping[str, Difference]) -> Iterator[dict[str, Any]]:
    for kind, difference in differences.items():
        for change in difference.changed:
            yield {
                "kind": kind,
                "unit": change.new.unit,
                "key": _cut(masking.masked(change.new.key)),
                "before": _fields(change.before),
                "after": _fields(change.after),
                "place": f"{change.new.sheet} 第{change.new.row}行",
            }


def _rows(added: list[Fact]) -> list[dict[str, Any]]:
    return [_fields(facts.as_json(fact)) for fact in added[:ROWS_SHOWN]]


def _fields(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in values.items()}


def _value(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return _cut(masking.masked(value))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
