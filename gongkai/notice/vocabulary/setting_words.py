"""Words for the notice itself: period, office, scheme, its dates, its annexes."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from gongkai.notice import wording
from gongkai.notice.figures import UnknownWordError
from gongkai.notice.marks import Ledger, Marked
from gongkai.notice.material import Material
from gongkai.notice.plan import Binding
from gongkai.notice.vocabulary.views import Day
from gongkai.office.pack import Office
from gongkai.office.scheme import Scheme
from gongkai.terms import Period, points


def day(ledger: Ledger, when: date, name: str = "") -> Day:
    """A date; bound where it has a `name`, as the dates of the notice do."""
    binding = Binding(f"notice.{name}", when.isoformat()) if name else None
    return Day(ledger, wording.full_date(when), binding, when)


@dataclass(frozen=True)
class PeriodWords(Marked):
    """The period; prints as its label."""

    readable: ClassVar[frozenset[str]] = frozenset({"label", "short", "year", "start", "end"})

    period: Period = field(kw_only=True)

    @property
    def label(self) -> str:
        return self.period.label

    @property
    def short(self) -> str:
        return wording.short_period(self.period)

    @property
    def year(self) -> str:
        return f"{self.period.end.year}年"

    @property
    def start(self) -> Day:
        return day(self.ledger, self.period.start)

    @property
    def end(self) -> Day:
        return day(self.ledger, self.period.end)


@dataclass(frozen=True)
class OfficeWords:
    readable: ClassVar[frozenset[str]] = frozenset({"name", "issuer"})

    office: Office = field(repr=False)

    @property
    def name(self) -> str:
        return self.office.name

    @property
    def issuer(self) -> str:
        return self.office.notice.issuer


@dataclass(frozen=True)
class SchemeWords:
    readable: ClassVar[frozenset[str]] = frozenset({"name", "version", "source", "scored", "base"})

    ledger: Ledger = field(repr=False)
    scheme: Scheme = field(repr=False)

    @property
    def base(self) -> Marked:
        text = f"{points(self.scheme.base):f}"
        return Marked(self.ledger, text, Binding("score.base", text))

    @property
    def name(self) -> str:
        return self.scheme.name

    @property
    def version(self) -> str:
        return self.scheme.version

    @property
    def source(self) -> str:
        return self.scheme.source

    @property
    def scored(self) -> bool:
        return self.scheme.scored


@dataclass(frozen=True)
class AnnexWords:
    material: Material

    def annex(self, table: str, group: str = "") -> Marked:
        """附件1, or 附件3、附件4 where a table has several. Raises UnknownWordError where it has none."""
        settings = self.material.office.notice.annexes
        numbers = [
            str(number)
            for number, annex in enumerate(settings, 1)
            if annex.table == table and (not group or annex.group == group)
        ]
        if not numbers:
            raise UnknownWordError("附件", f"{table}{group}", [annex.table for annex in settings])
        text = wording.listing([f"附件{number}" for number in numbers])
        return Marked(self.material.ledger, text, Binding("annex", "、".join(numbers), item=table))
