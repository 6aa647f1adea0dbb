"""The small calendar of a warning: why its last day is the last, and how many working days are left."""

from datetime import date

from gongkai.assessment import registers
from gongkai.assessment.deadline import Path, explain, explain_window, local_reasons
from gongkai.assessment.warnings.warning import EarlyWarning
from gongkai.office.pack import Office


def why(office: Office, warning: EarlyWarning, today: date) -> Path:
    """From receipt or the last post every day of the limit; of a window every day, those left numbered."""
    calendar, reasons = registers.calendar(office), local_reasons(office)
    if warning.limit:
        return explain(warning.since, warning.limit, calendar, reasons)
    return explain_window(warning.since, warning.due, today, calendar, reasons)
