"""What a list of facts shows: the columns, filters and searched fields of each kind."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gongkai.actions.masking import masked
from gongkai.measures.facts import FACTS, SUBJECTS, Outcome, Precision
from gongkai.records.factlists import CASES, CLOSED, COUNTED, UNCLOSED
from gongkai.terms import Period
from gongkai.web.fact_words import FIELD_LABELS, VALUE_LABELS
from gongkai.web.listing import Cell, Column, Row

RESULT_LABELS = {
    **{outcome.value: VALUE_LABELS[outcome] for outcome in Outcome if outcome},
    CLOSED: "已办结",
    UNCLOSED: "未办结",
}
RESULT_MARKS = {
    Outcome.ON_TIME.value: "ok",
    Outcome.LATE.value: "late",
    Outcome.LATE_OPEN.value: "late",
    UNCLOSED: "due",
    Outcome.OPEN.value: "due",
}
DAY_LABELS = {"messages": "受理日期", "orders": "受理日期"}
WORDS = {"title", "number", "reason", "person", "evidence", "item"}
"""Fields of free text, shown masked; a search looks into these, the unit and the subject."""
LEFT_OUT = {"precision", "key", "sheet", "row", "outcome"}
"""Said by other columns, or nothing a person asks for."""

Link = Callable[[str], str]
"""Unit or batch → the address of its page."""


def fields(kind: str) -> tuple[str, ...]:
    """What is read of each fact of a kind."""
    result = ("result",) if kind in CASES else ()
    return (*(name for name in FACTS[kind]._fields if name != "key"), *result, "batch_id")


def columns(
    kind: str, files: Mapping[int, str], unit_address: Link, batch_address: Callable[[int], str]
) -> list[Column]:
    """The columns of a kind in the order of its fields, then where each fact was read."""
    names = [name for name in FACTS[kind]._fields if name not in LEFT_OUT]
    shown = [_column(kind, name, unit_address) for name in names]
    if kind in CASES:
        shown.insert(names.index("closed") + 1, Column("result", "办理情况", cell=_result))
    return [*shown, Column("sheet", "来源", cell=_source(files, batch_address), sortable=False)]


def _column(kind: str, name: str, unit_address: Link) -> Column:
    label = FIELD_LABELS[name]
    if name == "unit":
        return Column(name, label, cell=lambda row: Cell(row["unit"], unit_address(row["unit"])))
    if name == "day":
        return Column(name, DAY_LABELS.get(kind, label), "date", cell=_day)
    if name in COUNTED[kind] or name == "points":
        return Column(name, label, "number", sortable=name != "points")
    if name in WORDS:
        return Column(name, label, cell=lambda row: Cell(masked(row[name] or "")))
    return Column(name, label, "date" if name in ("due", "closed") else "text")


def _day(row: Row) -> Cell:
    """2021-10-08; of a count the month, or that it is of the whole period."""
    if row["precision"] == Precision.MONTH:
        return Cell(f"{row['day']:%Y-%m}", title="按月填报的数量")
    if row["precision"] == Precision.PERIOD:
        return Cell("全期", title="整个期间的数量")
    return Cell(row["day"])


def _result(row: Row) -> Cell:
    result = row["result"]
    return Cell(RESULT_LABELS[result], mark=RESULT_MARKS.get(result, ""))


def _source(files: Mapping[int, str], batch_address: Callable[[int], str]) -> Callable[[Row], Cell]:
    def cell(row: Row) -> Cell:
        batch = row["batch_id"]
        return Cell(f"{row['sheet']} 第{row['row']}行", batch_address(batch), title=files.get(batch, ""))

    return cell


def searched(kind: str) -> list[str]:
    """The fields a search looks into."""
    subject = SUBJECTS.get(kind)
    return ["unit", *([subject] if subject else []), *(name for name in FACTS[kind]._fields if name in WORDS)]


def months(period: Period) -> Sequence[tuple[str, str]]:
    """The months of a period to choose from: 2021-10 → 10月."""
    return [(month.code, month.label.partition("年")[2]) for month in period.months()]


def results(found: Sequence[str]) -> Sequence[tuple[str, str]]:
    """The results among the facts to choose from, in the order of their labels."""
    return [(result, label) for result, label in RESULT_LABELS.items() if result in found]


def total_of(kind: str) -> Callable[[Any], Mapping[str, object]]:
    """The sums under the columns of a kind."""
    return lambda rows: {name: rows.tally()[name] for name in COUNTED[kind]}
