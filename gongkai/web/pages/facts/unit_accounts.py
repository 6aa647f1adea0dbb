"""The accounts of a unit: originals against what is due."""

from typing import NamedTuple

from gongkai.assessment import registers
from gongkai.assessment.result import Assessment
from gongkai.office.pack import Account, Office
from gongkai.records import factlists, imported
from gongkai.web.gate import OfficeRequest


class AccountLine(NamedTuple):
    """`original` of `quota` posts, each None where nothing is counted or due."""

    key: str
    filing: str
    original: int | None
    quota: int | None
    lapsed: bool
    unread: bool


def rows(request: OfficeRequest, office: Office, content: Assessment | None, unit: str) -> list[AccountLine]:
    """The accounts that existed in the period, in the order of the register."""
    found = [
        one for one in office.accounts if one.unit == unit and registers.account_life(one, request.period)
    ]
    if not found:
        return []
    if content is None:
        return _counted(request, office, found)
    return [_assessed(content, account) for account in found]


def _assessed(content: Assessment, account: Account) -> AccountLine:
    figure = content.figures_by_place.get((account.unit, "posts.original", account.key, ""))
    unread = any(one.kind == "posts" and one.item == account.key for one in content.unread)
    original, quota, met = (figure.value, figure.target, figure.met) if figure else (None, None, None)
    return AccountLine(
        account.key, account.filing.value, original, quota, met is False and not unread, unread
    )


def _counted(request: OfficeRequest, office: Office, found: list[Account]) -> list[AccountLine]:
    """What was imported so far; nobody has lapsed before the period is judged. An account is one account,
    whichever unit posted for it."""
    calendar, imports = registers.calendar(office), imported.into(request.office, request.period.code)
    posts = factlists.of(request.office, request.period, "posts", imports)
    originals = factlists.sums_of(posts, "account", "original")
    return [
        AccountLine(
            account.key,
            account.filing.value,
            originals.get(account.key, 0),
            registers.account_quota(office, account, request.period, calendar),
            lapsed=False,
            unread=False,
        )
        for account in found
    ]
