"""The kinds of problems: which figure is the sign of one, which figure shows it, and its sentence."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from gongkai.assessment.result import FindingKind
from gongkai.measures.figures import Figure
from gongkai.office.pack import Filing, Office
from gongkai.terms import Period


class Case(NamedTuple):
    """One problem of one unit: the figure that is its sign, the one that shows it, the windows it missed."""

    office: Office
    period: Period
    sign: Figure
    shown: Figure
    missed: Sequence[Figure]


class Problem(NamedTuple):
    """Where the measure `sign` is 1 or more there is a problem; `shown` is the figure a person reads."""

    sign: str
    shown: str
    sentence: Callable[[Case], str]


def _of_due(case: Case) -> str:
    due = "" if case.shown.target is None else f"，应报{case.shown.target}条"
    return f"{case.sign.unit}实报信息{case.shown.value}条{due}"


def _zero(case: Case) -> str:
    due = "" if case.shown.target is None else f"，应报{case.shown.target}条"
    return f"{case.sign.unit}报送信息为0{due}"


def _late_submission(case: Case) -> str:
    return f"{case.sign.unit}迟报信息{case.sign.value}条"


def _column_short(case: Case) -> str:
    windows = "；".join(
        f"{window_label(case.period, one.window)}更新{one.value}条，应更新{one.target}条"
        for one in case.missed
    )
    return f"{case.sign.unit}“{case.sign.item}”栏目更新不达标" + (f"：{windows}" if windows else "")


@cache
def window_label(period: Period, code: str) -> str:
    """10月, 四季度: the year is said only where the period has more than one."""
    label = Period.parse(code).label
    return label.removeprefix(f"{period.start.year}年") if period.start.year == period.end.year else label


def _column_blank(case: Case) -> str:
    return f"{case.sign.unit}“{case.sign.item}”栏目{case.period.label}更新为0"


def _message_late(case: Case) -> str:
    return f"{case.sign.unit}网民留言逾期{case.sign.value}件"


def _order_late(case: Case) -> str:
    return f"{case.sign.unit}12345工单超时{case.sign.value}件"


def _order_redone(case: Case) -> str:
    return f"{case.sign.unit}12345工单返工{case.sign.value}件"


def _lapsed(case: Case) -> str:
    account = f"{case.sign.unit}“{case.sign.item}”账号断更"
    if case.shown.target is None:
        return account
    return f"{account}：原创信息{case.shown.value}条，应发{case.shown.target}条"


def _unapproved(case: Case) -> str:
    if case.sign.item:
        return f"{case.sign.unit}未经报备开设账号“{case.sign.item}”"
    names = [
        f"“{account.key}”"
        for account in case.office.accounts
        if account.unit == case.sign.unit and account.filing is Filing.UNAPPROVED
    ]
    return f"{case.sign.unit}未经报备开设账号{case.sign.value}个" + (f"：{''.join(names)}" if names else "")


PROBLEMS: dict[FindingKind, Problem] = {
    FindingKind.ZERO_SUBMISSION: Problem("submissions.zero", "submissions.submitted", _zero),
    FindingKind.SUBMISSION_SHORT: Problem("submissions.short", "submissions.submitted", _of_due),
    FindingKind.LATE_SUBMISSION: Problem("submissions.late", "submissions.late", _late_submission),
    FindingKind.COLUMN_SHORT: Problem("columns.short", "columns.short", _column_short),
    FindingKind.COLUMN_BLANK: Problem("columns.blank", "columns.total", _column_blank),
    FindingKind.MESSAGE_LATE: Problem("messages.late", "messages.late", _message_late),
    FindingKind.ORDER_LATE: Problem("orders.late", "orders.late", _order_late),
    FindingKind.ORDER_REDONE: Problem("orders.redone", "orders.redone", _order_redone),
    FindingKind.ACCOUNT_LAPSED: Problem("posts.lapsed", "posts.original", _lapsed),
    FindingKind.ACCOUNT_UNAPPROVED: Problem("accounts.unapproved", "accounts.unapproved", _unapproved),
}
