"""A period in an address."""

from gongkai.terms import Period, TermError


class PeriodConverter:
    """/2021Q4/ ↔ Period; anything else is no page."""

    regex = "[^/]+"

    def to_python(self, text: str) -> Period:
        try:
            period = Period.parse(text)
        except TermError as error:
            raise ValueError(text) from error
        if period.code != text:
            raise ValueError(text)  # one address for one page
        return period

    def to_url(self, value: Period | str) -> str:
        return value if isinstance(value, str) else value.code
