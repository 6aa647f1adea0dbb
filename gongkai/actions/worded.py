"""A wording on the pack of an assessment: what a version of a notice says in place of the pack's own words."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from gongkai.office import pack
from gongkai.records.models import NoticeVersion
from gongkai.terms import Period

TO_RECTIFY = timedelta(days=7)
"""Proposed where the pack names no dates; the two published notices gave three days and seven."""


class IssueError(ValueError):
    """The notice cannot be issued; the message says why."""


@dataclass(frozen=True)
class Wording:
    """The words of a notice that people write: template (notice.md), title, document number and its dates."""

    template: str
    title: str
    document_number: str
    issued_on: date
    rectify_by: date

    @classmethod
    def of_pack(cls, office: pack.Office, period: Period) -> Self:
        """As the pack has it. Raises IssueError where it has no dates for the period."""
        dates = _dates(office, period)
        if dates is None:
            raise IssueError(
                f"工作包没有写明 {period.code} 通报的日期：请在 office.toml 的 notices 中补一项"
                "（period、issued_on、rectify_by），重新载入并重新考核"
            )
        return cls(
            template=office.template,
            title=office.notice.title,
            document_number=office.notice.document_number,
            issued_on=date.fromisoformat(dates.issued_on),
            rectify_by=date.fromisoformat(dates.rectify_by),
        )

    @classmethod
    def proposed(cls, office: pack.Office, period: Period, today: date) -> Self:
        """As the pack has it; without dates there, today's and a deadline that a person looks over."""
        if _dates(office, period) is not None:
            return cls.of_pack(office, period)
        return cls(
            template=office.template,
            title=office.notice.title,
            document_number=office.notice.document_number,
            issued_on=today,
            rectify_by=today + TO_RECTIFY,
        )

    @classmethod
    def of_version(cls, version: NoticeVersion) -> Self:
        """As a version has it."""
        names = ("template", "title", "document_number", "issued_on", "rectify_by")
        return cls(**{name: getattr(version, name) for name in names})

    def on(self, office: pack.Office, period: Period) -> pack.Office:
        """The office with these words and dates of the period's notice in place of its own."""
        settings = office.notice.model_copy(
            update={"title": self.title, "document_number": self.document_number}
        )
        notices = tuple(one for one in office.notices if one.period != period.code)
        notices = (*notices, self.dates(office, period))
        words = {"template": self.template, "notice": settings, "notices": notices}
        return pack.Office(**{**dict(office), **words})

    def dates(self, office: pack.Office, period: Period) -> pack.IssuedNotice:
        """What is known of the period's notice, with these dates."""
        known = _dates(office, period)
        return pack.IssuedNotice(
            period=period.code,
            issued_on=str(self.issued_on),
            rectify_by=str(self.rectify_by),
            remarks=known.remarks if known else (),
            statements=known.statements if known else (),
        )


def _dates(office: pack.Office, period: Period) -> pack.IssuedNotice | None:
    return next((notice for notice in office.notices if notice.period == period.code), None)
