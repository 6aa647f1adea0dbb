"""Words for the registers and rules: accounts, columns, rules."""

from dataclasses import dataclass, field
from typing import ClassVar

from gongkai.assessment.result import FindingKind
from gongkai.notice import wording
from gongkai.notice.figures import Scope, UnknownWordError
from gongkai.notice.marks import Count, Ledger, Marked
from gongkai.notice.material import Material
from gongkai.notice.plan import Binding
from gongkai.notice.vocabulary.views import Accounts, AccountView, Units, counted
from gongkai.office.pack import Account, Filing, Rules, StatedTerm
from gongkai.terms import Frequency

LAPSED = FindingKind.ACCOUNT_LAPSED.value
_STATES = (*(filing.value for filing in Filing), LAPSED)


@dataclass(frozen=True)
class AccountWords:
    material: Material

    def accounts(self, state: str) -> Accounts:
        """The accounts in a filing state (已备案…), or those that lapsed (断更), in register order."""
        if state not in _STATES:
            raise UnknownWordError("账号状态", state, _STATES)
        chosen = [account for account in self.material.office.accounts if self._is(account, state)]
        units = self.material.in_order(account.unit for account in chosen)
        ledger = self.material.ledger
        measure = "posts.lapsed" if state == LAPSED else StatedTerm.ACCOUNTS.value
        item = "" if state == LAPSED else state
        return Accounts(
            counted(ledger, len(chosen), Binding(measure, str(len(chosen)), (), item)),
            Units.of(ledger, units, StatedTerm.ACCOUNT_UNITS.value, state),
            tuple(self._view(account) for account in chosen),
        )

    def _is(self, account: Account, state: str) -> bool:
        if state == LAPSED:
            figure = self.material.figures.one("posts.lapsed", account.unit, account.key)
            return figure is not None and bool(figure.value)
        return account.filing.value == state

    def _view(self, account: Account) -> AccountView:
        figure = self.material.figures.one("posts.original", account.unit, account.key)
        quota = (figure.target if figure else None) or 0
        return AccountView(
            self.material.ledger,
            account,
            self._count("posts.published", account),
            self._count("posts.original", account),
            counted(
                self.material.ledger,
                quota,
                Binding("target.posts.original", str(quota), (account.unit,), account.key),
            ),
        )

    def _count(self, measure: str, account: Account) -> Count:
        number = self.material.figures.total(measure, Scope([account.unit], account.key))
        return counted(
            self.material.ledger, number, Binding(measure, str(number), (account.unit,), account.key)
        )


@dataclass(frozen=True)
class Columns:
    """The register of columns with a responsible unit."""

    readable: ClassVar[frozenset[str]] = frozenset({"count", "duties", "units"})

    count: Count
    duties: Count
    units: Units


def columns(material: Material) -> Columns:
    """How many columns, how many pairs of column and unit, and the units."""
    pairs = [
        (column.name, unit)
        for column in material.office.columns
        for duty in column.duties
        for unit in duty.units
    ]
    names = {name for name, _ in pairs}
    return Columns(
        counted(material.ledger, len(names), Binding(StatedTerm.COLUMNS.value, str(len(names)))),
        counted(material.ledger, len(set(pairs)), Binding(StatedTerm.DUTIES.value, str(len(set(pairs))))),
        Units.of(material.ledger, material.in_order(unit for _, unit in pairs), "register.column_units"),
    )


@dataclass(frozen=True)
class RuleWords:
    """The rules as the notice says them: time limits and frequencies bound to the pack."""

    readable: ClassVar[frozenset[str]] = frozenset({"posting", "quota", "message_days", "denominator"})

    ledger: Ledger = field(repr=False)
    rules: Rules

    @property
    def posting(self) -> Marked:
        """每5个工作日至少1条."""
        text = wording.duty(Frequency.parse(self.rules.posting))
        return Marked(self.ledger, text, Binding(StatedTerm.POSTING.value, self.rules.posting))

    @property
    def quota(self) -> Count:
        """Submissions due in a quarter; 0 where there is no such duty."""
        quota = self.rules.submissions.quota if self.rules.submissions else 0
        return counted(self.ledger, quota, Binding("rules.quota", str(quota)))

    @property
    def message_days(self) -> Marked:
        """The time limit for messages without one of their own type: 5个工作日; empty where there is none."""
        for limit in self.rules.message_limits:
            if not limit.type:
                text = f"{limit.days}个{limit.span.value}"
                return Marked(
                    self.ledger, text, Binding("rules.message_days", f"{limit.days}{limit.span.value}")
                )
        return Marked(self.ledger, "")

    @property
    def denominator(self) -> Marked:
        text = self.rules.orders.denominator.value
        return Marked(self.ledger, text, Binding("rules.denominator", text))
