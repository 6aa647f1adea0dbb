"""Accounts on their way: asked for, passed up the levels, filed and then registered; found without approval,
told, cancelled, recorded. Each step is checked and on record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gongkai.actions import editing
from gongkai.actions.register import RegisterError
from gongkai.office import pack
from gongkai.office.editing import registers
from gongkai.office.editing.registers import NoEntry
from gongkai.records import account_cases, offices
from gongkai.records.audit import Who, record
from gongkai.records.models import AccountCase, AccountCaseStep, Office, StoredFile
from gongkai.workflows import accounts, rights, unapproved_accounts
from gongkai.workflows.account_purposes import Purpose, machine
from gongkai.workflows.rights import Action, Actor, Forbidden
from gongkai.workflows.roles import UNIT_ROLES
from gongkai.workflows.states import Transition
from gongkai.workflows.worded import Worded

EXPLAINED = ("refuse", "dismiss")
"""Steps that want a reason."""
BEGUN = "begin"
BEGUN_LABELS = {purpose: f"申请{purpose.label}" for purpose in Purpose} | {Purpose.UNAPPROVED: "登记发现"}


class CaseError(RegisterError):
    """A case that cannot be begun, or a step that cannot be taken; `field` of the form it is about."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class CaseMoved(CaseError):
    """Somebody else took a step after the page was shown."""


@dataclass(frozen=True)
class Wanted:
    """A case to begin. `account` is the key of the account to be changed or cancelled; name, platform and
    holder what it is to be, or what was found."""

    purpose: Purpose
    unit: str
    account: str = ""
    name: str = ""
    platform: str = ""
    holder: str = ""
    reason: str = ""
    evidence: StoredFile | None = None


@transaction.atomic
def begin(office: Office, wanted: Wanted, *, actor: Actor, by: Who, at: datetime) -> AccountCase:
    """Ask for an account to be opened, changed or cancelled, or register one found without approval.

    Raises Forbidden, CaseError, EditError.
    """
    found = wanted.purpose is Purpose.UNAPPROVED
    rights.check_can(actor, Action.ACCOUNTS_RECORD if found else Action.ACCOUNTS_ASK, wanted.unit)
    offices.lock(office)
    names = _checked(office, wanted)
    last = account_cases.of(office).aggregate(last=Max("number"))["last"] or 0
    case = AccountCase.objects.create(
        office=office,
        number=last + 1,
        purpose=wanted.purpose,
        unit=wanted.unit,
        account=wanted.account,
        **names,
        reason=wanted.reason.strip(),
        evidence=wanted.evidence,
        state=machine(wanted.purpose).start,
        begun_at=at,
        begun_by=by.name,
        moved_at=at,
    )
    if found:
        _register_found(office, case, by=by, at=at)
    _note(case, BEGUN, case.reason, by=by, at=at)
    record("account_case.begin", _object(case), by=by, at=at, new=_told(case))
    return case


@transaction.atomic
def step(
    office: Office,
    number: int,
    event: str,
    *,
    text: str = "",
    version: int,
    actor: Actor,
    by: Who,
    at: datetime,
) -> AccountCase:
    """Take a step with a case; once it is through, the register of accounts says so.

    Raises CaseMoved, CaseError, WrongMove, Forbidden, EditError.
    """
    offices.lock(office)
    case = account_cases.of(office).get(number=number)
    if case.version != version:
        raise _moved(case)
    move = check_can(case, event, actor=actor)
    if event in EXPLAINED and not text.strip():
        raise CaseError(f"{move.event.label}须写明理由", "text")
    old = _told(case)
    _register(office, case, move.target, by=by, at=at)
    case.state, case.version, case.moved_at = move.target, case.version + 1, at
    case.save(update_fields=["state", "version", "moved_at", "account"])
    _note(case, event, text.strip(), by=by, at=at)
    new = _told(case) | ({"text": text.strip()} if text.strip() else {})
    record(f"account_case.{event}", _object(case), by=by, at=at, old=old, new=new)
    return case


def check_can(case: AccountCase, event: str, *, actor: Actor) -> Transition:
    """The step, if the actor may take it now. Raises WrongMove, Forbidden."""
    table = machine(case.purpose)
    table.check_can(case.state, event, actor.roles)
    move = next(move for move in table.moves(case.state, actor.roles) if move.event == event)
    if actor.roles & move.by <= UNIT_ROLES and actor.unit != case.unit:
        raise Forbidden(f"{move.event.label}限于本单位，不能代{case.unit}办理")
    return move


def _checked(office: Office, wanted: Wanted) -> dict[str, str]:
    """Name, platform and holder of the account. Raises CaseError for what cannot be asked."""
    whole = offices.load(office)
    if wanted.unit not in whole.unit_order:
        raise CaseError(f"单位名册中没有“{wanted.unit}”", "unit")
    if not wanted.reason.strip():
        raise CaseError("请写明理由或情况", "reason")
    names = {name: getattr(wanted, name).strip() for name in ("name", "platform", "holder")}
    if wanted.purpose in (Purpose.CHANGE, Purpose.CANCEL):
        names = _of_account(whole, wanted, names)
    for name, label in (("name", "账号名称"), ("platform", "平台")):
        if not names[name]:
            raise CaseError(f"请填写{label}", name)
    key = f"{names['name']}·{names['platform']}"
    if key != wanted.account and (other := whole.accounts_by_key.get(key)) and _in_the_way(wanted, other):
        raise CaseError(f"账号名册中已有“{key}”（{other.unit}，{other.filing.value}）", "name")
    _check_single(office, wanted, key)
    return names


def _of_account(whole: pack.Office, wanted: Wanted, names: Mapping[str, str]) -> dict[str, str]:
    """What was asked, with what stands in the register for what was left blank."""
    account = whole.accounts_by_key.get(wanted.account)
    if account is None or account.unit != wanted.unit:
        raise CaseError(f"“{wanted.unit}”名下没有账号“{wanted.account}”，请从名册中选择", "account")
    if account.filing is pack.Filing.CANCELLED:
        raise CaseError(f"账号“{wanted.account}”已注销", "account")
    stands = {"name": account.name, "platform": account.platform, "holder": account.holder}
    if wanted.purpose is Purpose.CANCEL:
        return stands
    wants = {name: names[name] or stands[name] for name in stands}
    if wants == stands:
        raise CaseError("没有写明变更后的名称、平台或开设主体", "name")
    return wants


def _in_the_way(wanted: Wanted, other: pack.Account) -> bool:
    """Whether an account of the same key forbids the case: an unapproved one may well be listed already."""
    return wanted.purpose is not Purpose.UNAPPROVED or other.filing is not pack.Filing.UNAPPROVED


def _check_single(office: Office, wanted: Wanted, key: str) -> None:
    """An account has one case at a time."""
    for case in account_cases.of(office, wanted.unit).exclude(state__in=account_cases.ENDED):
        if {case.account, f"{case.name}·{case.platform}"} & {wanted.account or key, key}:
            raise CaseError(
                f"该账号的{Purpose(case.purpose).label}正在办理（第 {case.number} 件），不必重复登记"
            )


def _register_found(office: Office, case: AccountCase, *, by: Who, at: datetime) -> None:
    key = f"{case.name}·{case.platform}"
    if key not in offices.load(office).accounts_by_key:
        account = pack.Account(
            name=case.name,
            platform=case.platform,
            unit=case.unit,
            holder=case.holder or case.unit,
            filing=pack.Filing.UNAPPROVED,
            posting=False,
        )
        editing.add(office, "accounts", account, by=by, at=at)
    case.account = key
    case.save(update_fields=["account"])


def _register(office: Office, case: AccountCase, target: Worded, *, by: Who, at: datetime) -> None:
    """What a step that ends a case changes in the register of accounts."""
    today = timezone.localdate(at).isoformat()
    if target is unapproved_accounts.State.RECORDED:
        _rewrite(office, case, {"cancelled": today}, by=by, at=at)
    elif target is unapproved_accounts.State.DISMISSED:
        _take_out(office, case, by=by, at=at)
    elif target is accounts.State.FILED:
        _register_filed(office, case, today, by=by, at=at)


def _register_filed(office: Office, case: AccountCase, today: str, *, by: Who, at: datetime) -> None:
    names = {name: getattr(case, name) for name in ("name", "platform", "holder")}
    if case.purpose == Purpose.OPEN:
        opened = pack.Account(**names | {"holder": case.holder or case.unit}, unit=case.unit, opened=today)
        editing.add(office, "accounts", opened, by=by, at=at)
        case.account = opened.key
    elif case.purpose == Purpose.CHANGE:
        _rewrite(office, case, names, by=by, at=at)
        case.account = f"{case.name}·{case.platform}"
    else:
        _rewrite(office, case, {"filing": pack.Filing.CANCELLED, "cancelled": today}, by=by, at=at)


def _rewrite(office: Office, case: AccountCase, values: dict[str, Any], *, by: Who, at: datetime) -> None:
    def change(account: pack.Account) -> pack.Account:
        return account.model_copy(update=values)

    editing.rewrite(office, "accounts", case.account, change, by=by, at=at)


def _take_out(office: Office, case: AccountCase, *, by: Who, at: datetime) -> None:
    try:
        account = registers.find(offices.load(office), "accounts", case.account)
    except NoEntry:
        return
    if account.filing is pack.Filing.UNAPPROVED:
        version = registers.version(account)
        editing.remove(office, "accounts", case.account, version=version, by=by, at=at)


def _moved(case: AccountCase) -> CaseMoved:
    last = case.steps.last()
    assert last  # a case begins with a step
    label = step_label(case.purpose, last.event)
    when = f"{timezone.localtime(last.at):%Y-%m-%d %H:%M}"
    return CaseMoved(f"您打开这一页之后，{last.by}已于 {when} 办理“{label}”，请核对现在的状态")


def step_label(purpose: str, event: str) -> str:
    """What a step is called."""
    if event == BEGUN:
        return BEGUN_LABELS[Purpose(purpose)]
    return next(move.event.label for move in machine(purpose).transitions if move.event == event)


def _note(case: AccountCase, event: str, text: str, *, by: Who, at: datetime) -> None:
    AccountCaseStep.objects.create(case=case, at=at, by=by.name, event=event, state=case.state, text=text)


def _object(case: AccountCase) -> str:
    return f"{case.office.key}/account_case/{case.number}"


def _told(case: AccountCase) -> dict[str, Any]:
    fields = ("purpose", "unit", "account", "name", "platform", "holder", "reason", "state")
    return {field: str(getattr(case, field)) for field in fields}
