"""An office's working days, read without its registers."""

from datetime import date

from gongkai.assessment import registers
from gongkai.office.pack import Rules
from gongkai.records.models import Office
from gongkai.workdays import Calendar


def rules(office: Office) -> Rules:
    """Quotas, time limits and local days as the office has set them."""
    return Rules.model_validate(office.settings.get("rules", {}))


def of(office: Office) -> Calendar:
    """The statutory calendar with the office's own days laid over it."""
    return registers.calendar_by(rules(office))


def reasons(office: Office) -> dict[date, str]:
    """Why the office works or rests on days of its own."""
    return {date.fromisoformat(day.day): day.reason for day in rules(office).local_days if day.reason}
