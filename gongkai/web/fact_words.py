"""The fields and values of facts, as a clerk calls them."""

from gongkai.measures.facts import Outcome, Precision

FIELD_LABELS = {
    "unit": "单位",
    "day": "日期",
    "precision": "日期精度",
    "quantity": "数量",
    "title": "标题",
    "late": "迟报",
    "outlet": "渠道",
    "column": "栏目",
    "number": "编号",
    "type": "类型",
    "due": "办理期限",
    "closed": "办结日期",
    "outcome": "办理结果",
    "redone": "返工",
    "returned": "退单",
    "satisfied": "满意",
    "dissatisfied": "不满意",
    "account": "账号",
    "original": "原创",
    "item": "指标",
    "points": "分值",
    "reason": "事由",
    "person": "经办人",
    "evidence": "佐证",
}
VALUE_LABELS = {
    Outcome.OPEN: "在办",
    Outcome.ON_TIME: "按期办结",
    Outcome.LATE: "超时办结",
    Outcome.LATE_OPEN: "超时未办结",
    Outcome.WITHDRAWN: "自主撤单",
    Precision.DAY: "到日",
    Precision.MONTH: "到月",
    Precision.PERIOD: "整期",
    "None": "（空）",
    "": "（空）",
}


def field_label(name: str) -> str:
    """quantity → 数量; a name that is not listed stays as it is."""
    return FIELD_LABELS.get(name, name)


def value_text(value: object) -> str:
    """on_time → 按期办结; （空） where there is nothing; anything else as it is."""
    return VALUE_LABELS.get(str(value), str(value))
