"""Where the warnings of a period are."""

from urllib.parse import urlencode

from django.urls import reverse

from gongkai.assessment.warnings.warning import EarlyWarning
from gongkai.terms import Period

NAMED_BY = ("kind", "unit", "subject", "window")
"""The fields that tell a warning from every other of its period."""


def why(office: str, period: Period, one: EarlyWarning) -> str:
    """The page that shows why a warning's last day is the last."""
    said = {name: getattr(one, name) for name in NAMED_BY if getattr(one, name)}
    return f"{reverse('warning', args=[office, period])}?{urlencode(said)}"


def warnings(office: str, period: Period, unit: str = "") -> str:
    """The list of all warnings, or of a unit's."""
    query = f"?{urlencode({'unit': unit})}" if unit else ""
    return f"{reverse('warnings', args=[office, period])}{query}"
