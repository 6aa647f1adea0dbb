"""Where the warnings of a period are."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse

from gongkai.terms import Period

NAMED_BY = ("kind", "unit", "subject", "window")
"""The fields that tell a warning from every other of its period."""


def why(office: str, period: Period, warning: Mapping[str, object]) -> str:
    """The page that shows why a warning's last day is the last; the fields of an `EarlyWarning` by name."""
    said = {name: warning[name] for name in NAMED_BY if warning[name]}
    return f"{reverse('warning', args=[office, period])}?{urlencode(said)}"


def warnings(office: str, period: Period, unit: str = "") -> str:
    """The list of all warnings, or of a unit's."""
    query = f"?{urlencode({'unit': unit})}" if unit else ""
    return f"{reverse('warnings', args=[office, period])}{query}"
