"""How a message or work order ended, from the words of its state and from its dates."""

from datetime import date

from gongkai.measures.facts import Outcome
from gongkai.sources.cells import plain
from gongkai.sources.faults import Code
from gongkai.sources.report import Report

WORDS: dict[Outcome, str] = {
    Outcome.ON_TIME: "按期办结 按时办结 限期内办结 期限内办结 按期 按时 按时办理",
    Outcome.LATE: "超时办结 超期办结 逾期办结 延期未批办结 超时 超期 逾期",
    Outcome.LATE_OPEN: "逾期未办 逾期未办结 超时未办结 超期未办结 超时未办 超期未办 逾期未回复",
    Outcome.OPEN: "办理中 在办 未办结 待办 处理中 正在办理 待签收 已签收 待回复 未回复 延期办理",
    Outcome.WITHDRAWN: "自主撤单 撤单 已撤单 撤回 已撤回 诉求人撤单 市民撤单",
    Outcome.BY_DATES: "办结 已办结 办理完毕 已完成 完成 已回复 已办理 已答复 归档 已归档",
}
HEADERS = (
    *("办理结果", "处理结果", "处置结果", "办结结果", "反馈结果", "办理状态", "处理状态", "处置状态"),
    *("工单状态", "信件状态", "留言状态", "办结状态", "当前状态", "流程状态", "办理情况", "处理情况"),
    *("处置情况", "办结情况", "状态"),
)
"""How clerks head the column that says how it ended."""
_OUTCOMES = {word: outcome for outcome, words in WORDS.items() for word in words.split()}
TOLD = frozenset(_OUTCOMES)
"""Every word that names an outcome."""
_STILL_OPEN = (Outcome.OPEN, Outcome.LATE_OPEN)


def of(state: str | None, received: date, due: date | None, closed: date | None, report: Report) -> Outcome:
    """The outcome that `state` names; without one, or where it only says that it is closed, the dates decide.

    What cannot be true is reported: closed before received, closed without a day, open with a closing day.
    """
    if closed is not None and closed < received:
        report.error(
            "closed",
            Code.CLOSED_BEFORE_RECEIVED,
            f"办结日期早于受理日期 {received}",
            "请核对两个日期",
        )
    if due is not None and due < received:
        report.error("due", Code.DUE_BEFORE_RECEIVED, f"办理期限早于受理日期 {received}", "请核对两个日期")
    if not state:
        return Outcome.BY_DATES
    outcome = _OUTCOMES.get(state)
    if outcome is None:
        outcome = _OUTCOMES.get(plain(state))
    if outcome is None:
        report.error(
            "state",
            Code.STATE_UNKNOWN,
            "不是能识别的办理状态",
            "请改用：按期办结、超时办结、已办结、办理中、逾期未办结、自主撤单",
        )
        return Outcome.BY_DATES
    _compare(outcome, due, closed, report)
    return outcome


def _compare(outcome: Outcome, due: date | None, closed: date | None, report: Report) -> None:
    if outcome is Outcome.BY_DATES and closed is None:
        report.error("state", Code.CLOSED_WITHOUT_DAY, "已办结但没有办结日期", "请补填办结日期")
    elif outcome in _STILL_OPEN and closed is not None:
        report.error(
            "state", Code.STATE_CONTRADICTS, f"状态为未办结，却有办结日期 {closed}", "请核对状态和日期"
        )
    elif due is not None and closed is not None:
        late = closed > due
        if (late and outcome is Outcome.ON_TIME) or (not late and outcome is Outcome.LATE):
            reason = f"与日期不一致：办理期限 {due}，办结日期 {closed}"
            report.warning("state", Code.STATE_CONTRADICTS, reason, "按表中状态计；如有误请改正后重新导入")
