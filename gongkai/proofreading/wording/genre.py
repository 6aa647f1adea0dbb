"""What a text is for, told by its own headings."""

from gongkai.proofreading.lexicon.entry import Genre

_ELEMENTS = (
    "申请材料", "申报材料", "办理材料", "所需材料", "受理条件", "办理条件", "申请条件", "办理流程", "办理程序", "办理依据", "设定依据",
    "办理时限", "法定办结时限", "承诺办结时限", "承诺时限", "法定时限", "办理地点", "办理时间", "办事指南", "服务指南", "受理机构",
    "实施机关", "实施主体", "收费标准", "收费依据", "监督投诉", "咨询电话", "咨询方式", "结果送达", "事项类型", "事项名称", "服务对象",
)  # fmt: skip
ENOUGH = 5
"""So many different elements of a service guide make a text one (国办 站点检查 names about a dozen)."""


def told(text: str) -> Genre:
    """GUIDE for a text with the elements of a service guide; else GENERAL."""
    head = text[:200_000]
    return Genre.GUIDE if sum(element in head for element in _ELEMENTS) >= ENOUGH else Genre.GENERAL
