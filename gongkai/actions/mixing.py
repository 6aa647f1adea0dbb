"""One thing must not be counted twice: as a list of events and as a count of the same events."""

from gongkai.measures.facts import SUBJECTS, Fact, Precision
from gongkai.records import facts
from gongkai.records.models import Office
from gongkai.sources.faults import Code, Fault, Severity
from gongkai.terms import Period

Subject = tuple[str, str]  # a unit and what the fact is about (column, account, outlet), "" for the unit


def separate(office: Office, period: Period, kind: str, rows: list[Fact]) -> tuple[list[Fault], list[Fact]]:
    """Faults for rows that count what is there in the other form, and the rows that may stay."""
    if kind == "adjustments":  # each adjustment is an entry of its own
        return [], rows
    forms: dict[Subject, bool] = {}
    for unit, about, precision in facts.forms(office, period.code, kind):
        forms[unit, about] = precision == Precision.DAY
    faults, kept = [], []
    for row in rows:
        is_event = row.precision == Precision.DAY
        if forms.setdefault(subject(kind, row), is_event) is is_event:
            kept.append(row)
        else:
            faults.append(_fault(row, is_event))
    return faults, kept


def subject(kind: str, row: Fact) -> Subject:
    """What a fact counts: its unit, and its column, account or outlet."""
    name = SUBJECTS.get(kind)
    return row.unit, str(getattr(row, name)) if name else ""


def _fault(row: Fact, is_event: bool) -> Fault:
    here, there = ("逐条清单", "汇总数") if is_event else ("汇总数", "逐条清单")
    return Fault(
        code=Code.MIXED_FORMS,
        sheet=row.sheet,
        row=row.row,
        column="",
        value=row.unit,
        reason=f"{row.unit}本期已按{there}导入，再导入{here}会重复计算",
        suggestion=f"保留一种形式：先撤销原批次，再导入{here}",
        severity=Severity.ERROR,
    )
