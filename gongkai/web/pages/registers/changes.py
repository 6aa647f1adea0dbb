"""Changes in words: which field of an entry was what, and is what now."""

from collections.abc import Mapping
from typing import Any

from gongkai.measures.facts import KIND_LABELS
from gongkai.proofreading.layout.rules import RULES
from gongkai.records.register_history import Told
from gongkai.sources.registers.single import NOTICE_LABELS, text

Change = tuple[str, str, str]
"""Label, before, after."""
NOTHING = "（空）"
WORDS: Mapping[str, str] = {**KIND_LABELS, **{rule.key: rule.name for rule in RULES}}
"""What is kept by its key, as people call it."""

LABELS: Mapping[str, str] = {
    "name": "名称",
    "full_name": "全称",
    "kind": "类别",
    "group": "分组",
    "ranked": "参加考核",
    "aliases": "别名",
    "note": "备注",
    "category": "类别",
    "duties": "保障单位和频次",
    "exemptions": "免更新",
    "platform": "平台",
    "unit": "责任单位",
    "holder": "开设主体",
    "filing": "备案",
    "posting": "更新要求",
    "opened": "开设日期",
    "cancelled": "注销日期",
    "level": "级别",
    "limit": "时限",
    "day": "日期",
    "working": "上班",
    "reason": "事由",
    "quota": "每季度应报条数",
    "denominator": "按期办结率的分母",
    "places": "小数位数",
    "rounding": "尾数",
    "period": "期间",
    "issued_on": "印发日期",
    "rectify_by": "整改期限",
    "remarks": "另需写入的情况",
    "statements": "已公布的数字",
    "annexes": "附件",
    "wrong": "错误写法",
    "right": "建议写法",
    "exceptions": "例外",
    "value": "联系方式",
    "mask": "脱敏方式",
    "title_fonts": "标题字体",
    "body_fonts": "正文字体",
    "top_margin": "上边距",
    "left_margin": "左边距",
    "bottom_margin": "下边距",
    "right_margin": "右边距",
    "pitch": "行距",
    "unchecked": "不检查的格式",
    "place": "位次",
    "carried": "随之改名的数据",
    **NOTICE_LABELS,
}


def told(change: Told, register: str) -> dict[str, Any]:
    """A line of the history of an entry."""
    return {
        "at": change.at,
        "by": change.by,
        "label": change.label,
        "changes": between(change.old, change.new) if change.old and change.new else [],
        "text": change.new if isinstance(change.new, str) else "",
    }


def between(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """What differs between two forms of an entry, as the audit keeps them."""
    fields = dict.fromkeys((*old, *new))
    return [
        (LABELS.get(field, field), shown(old.get(field)), shown(new.get(field)))
        for field in fields
        if old.get(field) != new.get(field)
    ]


def shown(value: Any) -> str:
    """A value in words: （空） for nothing."""
    return _shown(value) or NOTHING


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "，".join(filter(None, (_part(field, inner) for field, inner in value.items())))
    if isinstance(value, list | tuple):
        between_each = "；" if any(isinstance(each, dict) for each in value) else "、"
        return between_each.join(map(_shown, value))
    return WORDS.get(value, value) if isinstance(value, str) else text(value)


def _part(field: str, value: Any) -> str:
    if field in KIND_LABELS:
        return f"{KIND_LABELS[field]} {value} 条"
    return _shown(value)
