"""What a text is for, told by its own headings."""

import re
from collections.abc import Iterable

from gongkai.proofreading.automaton import Automaton, Match
from gongkai.proofreading.lexicon.entry import Genre

_LIST_OF_ELEMENTS = """
    材料 申请材料 申报材料 办理材料 提交材料 所需材料 材料清单 受理条件 办理条件 申请条件 申办条件 申领条件
    流程 程序 办理流程 办理程序 申请流程 申请程序 办事流程 办事程序 法律依据 办理依据 设定依据
    时限 办结时限 办理时限 法定时限 承诺时限 法定办结时限 法定办理时限 承诺办结时限 承诺办理时限
    办理地点 办理时间 办理形式 办理窗口 办理方式 受理机构 受理机关 受理部门 受理主体 实施机构 实施机关 实施部门
    实施主体 办理机构 办理机关 办理部门 办理主体 收费 收费标准 收费依据 收费情况 是否收费
    监督投诉 监督投诉电话 监督投诉方式 监督投诉渠道 咨询电话 咨询方式 联系电话 联系方式 结果送达
    事项类型 事项名称 事项编码 服务对象 办件类型 通办范围"""
ELEMENTS = Automaton(_LIST_OF_ELEMENTS.split())
"""What the elements of a service guide are headed with, to be looked for together with other words."""

_BEFORE = frozenset("\n。；;，、.．：:）)|】 \u3000")
_AFTER = re.compile(r"[】]?\s?(?:[：:|]|[ \u3000]*+(?:\n|$))")
_TITLE = re.compile(r"[#\s]*[^\n]{0,40}(?:办事|服务|办理|申办|申请|申报)(?:指南|须知)[ \u3000]*(?:\n|$)")
ENOUGH = 3
"""So many different elements of a service guide make a text one."""


def told(text: str, matches: Iterable[Match]) -> Genre:
    """GUIDE for a text with a title or elements of a service guide (what 国办 site inspections ask of one);
    `matches` are those of `ELEMENTS` in the text."""
    headings = {
        word
        for word, start, end in matches
        if (start == 0 or text[start - 1] in _BEFORE) and _AFTER.match(text, end)
    }
    return Genre.GUIDE if len(headings) >= ENOUGH or _TITLE.match(text) else Genre.GENERAL
