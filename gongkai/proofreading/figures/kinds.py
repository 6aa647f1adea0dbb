"""The kinds of finding of the cross-check, and how one is made."""

from enum import StrEnum

from gongkai.proofreading.hits import Group, Hit, Level, Span

SOURCE = "勾稽核对"


class Kind(StrEnum):
    PARTS = "分项与总数"
    OUTCOMES = "办理数量"
    BALANCE = "结余与净增"
    RATE = "比率"
    SHARE = "占比"
    CHANGE = "增减变化"
    AVERAGE = "平均数"
    PRODUCT = "标准与金额"
    CONVERSION = "计量单位"
    ENUMERATION = "列举个数"
    TWICE = "重复列举"
    DATE = "日期"
    DEADLINE = "时限"
    REPEATED = "前后不一"
    TERM = "时限口径"
    UNIT_NAME = "单位名称"
    RANK = "名次"
    COLUMN_TOTAL = "表内合计"
    ROW_TOTAL = "表内行合计"
    RELATION = "表内关系"
    TABLE_RATE = "表内比率"
    SERIAL = "序号"
    DUPLICATE = "重复行"
    ANNEX = "正文与附表"
    ANNEX_NUMBER = "附件序号"
    HEADERS = "表头不一"


def hit(kind: Kind, level: Level, found: str, reason: str, *spans: Span, suggestion: str = "") -> Hit:
    """A finding of the cross-check; the first span is where it stands."""
    return Hit(Group.FIGURES, kind, level, tuple(dict.fromkeys(spans)), found, reason, suggestion, SOURCE)
