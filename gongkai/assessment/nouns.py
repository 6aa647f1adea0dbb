"""What each measure counts, in the words of a sentence that explains a point."""

from typing import NamedTuple

from gongkai.measures.registry import MEASURES


class Noun(NamedTuple):
    """`counted` names what is counted, `counter` is its measure word (迟报信息 2 条), % for a rate;
    `happened` is the whole fact where a figure of 1 only says that something is so (栏目更新为0)."""

    counted: str
    counter: str
    happened: str = ""


SPOKEN = {
    "submissions.submitted": "报送信息",
    "submissions.quota": "应报信息",
    "submissions.short": "欠报信息",
    "submissions.late": "迟报信息",
    "adoptions.adopted": "采用信息",
    "adoptions.own": "网站采用信息",
    "columns.updates": "栏目更新",
    "columns.total": "栏目更新",
    "columns.window": "栏目更新",
    "columns.short": "栏目更新不达标时段",
    "messages.handled": "承办留言",
    "messages.closed": "办结留言",
    "messages.due": "应办结留言",
    "messages.on_time": "按期办结留言",
    "messages.late": "留言逾期",
    "messages.on_time_rate": "留言按期办结率",
    "orders.handled": "承办工单",
    "orders.due": "应办结工单",
    "orders.on_time": "按期办结",
    "orders.late": "超时办结",
    "orders.redone": "返工",
    "orders.by_type": "承办工单",
    "orders.on_time_rate": "工单按期办结率",
    "orders.handled_rate": "工单按期办结率（按承办件）",
    "orders.satisfaction_rate": "工单满意率",
    "posts.published": "发布信息",
    "posts.original": "原创信息",
    "posts.lapsed": "断更账号",
    "accounts.unapproved": "未经报备开设账号",
}
"""Measure → its name inside a sentence, where the label, made for a table's header, does not stand alone."""

HAPPENED = {
    "submissions.zero": "信息零报送",
    "columns.blank": "栏目更新为0",
    "posts.lapsed": "账号断更",
}


def noun(measure: str) -> Noun:
    """The words of a measure. Raises KeyError for one that does not exist."""
    known = MEASURES[measure]
    return Noun(SPOKEN.get(measure, known.label), known.counter, HAPPENED.get(measure, ""))
