"""What the standards prefer but much printed prose does otherwise: told only to an office that asks for it."""

import re

from gongkai.proofreading.hits import Level
from gongkai.proofreading.wording.rule import HAN, Rule


def _rule(pattern: str, reason: str, suggestion: str, source: str) -> Rule:
    return Rule("行文规范", Level.HINT, re.compile(pattern, re.MULTILINE), reason, suggestion, source)


_USE, _LAYOUT = "GB/T 15834—2011", "GB/T 9704—2012"
_KINDS = "通知|通报|公告|通告|意见|请示|报告|批复|函"
RULES = (
    _rule(r"”、“", "并列的引号之间通常不用顿号", "”“", _USE),
    _rule(rf"\"([{HAN}][^\"\n]{{0,60}})\"", "中文语句中宜使用弯引号", r"“\1”", _USE),
    _rule(r"第[一二三四五六七八九十](?P<at>、)", "“第一”等序次语后用逗号", "，", _USE),
    _rule(rf"^[ \u3000]*[0-9]{{1,2}}(?P<at>、)(?=[{HAN}])", "阿拉伯数字序号后用下脚点", ".", _LAYOUT),
    _rule(
        r"^[一二三四五六七八九十]{1,3}、[^，。；：、\n]{2,24}(?P<at>。)$",
        "标题末尾不用句号",
        "",
        _LAYOUT,
    ),
    _rule(rf"^关于[^，。；：\n]{{4,60}}的(?:{_KINDS})(?P<at>。)$", "标题末尾不用句号", "", _LAYOUT),
)
"""Preferences of the standards, each a hint."""
