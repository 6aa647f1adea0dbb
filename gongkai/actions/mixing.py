"""One thing must not be counted twice: event by event, by the month, and for the whole period."""

from collections.abc import Callable
from operator import attrgetter

from gongkai.measures.facts import SUBJECTS, Fact, Precision
from gongkai.records import facts
from gongkai.records.models import Office
from gongkai.sources.faults import Code, Fault, Severity
from gongkai.terms import Period

Subject = tuple[str, str]  # a unit and what the fact is about (column, account, outlet), "" for the unit

FORMS = {Precision.DAY: "逐条清单", Precision.MONTH: "按月汇总数", Precision.PERIOD: "全期汇总数"}


def separate(office: Office, period: Period, kind: str, rows: list[Fact]) -> tuple[list[Fault], list[Fact]]:
    """Faults for rows that count what is there in another form, and the rows that may stay."""
    if kind == "adjustments":  # each adjustment is an entry of its own
        return [], rows
    forms: dict[Subject, str] = {}
    faults, kept = [], []
    subject = _subject(kind)
    for row in rows:
        about = subject(row)
        if about not in forms:
            forms[about] = facts.precision(office, period.code, kind, *about) or row.precision
        if forms[about] == row.precision:
            kept.append(row)
        else:
            faults.append(_fault(row, forms[about]))
    return faults, kept


def _subject(kind: str) -> Callable[[Fact], Subject]:
    """What a fact counts: its unit, and its column, account or outlet."""
    if kind in SUBJECTS:
        return attrgetter("unit", SUBJECTS[kind])
    return lambda row: (row.unit, "")


def _fault(row: Fact, form: str) -> Fault:
    here, there = FORMS[Precision(row.precision)], FORMS[Precision(form)]
    return Fault(
        code=Code.MIXED_FORMS,
        sheet=row.sheet,
        row=row.row,
        column="",
        value=row.unit,
        reason=f"{row.unit}本期已有{there}，再导入{here}会重复计算",
        suggestion=f"只保留一种形式：如要改用{here}，请先撤销原批次",
        severity=Severity.ERROR,
    )
