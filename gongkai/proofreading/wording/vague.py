"""Open ends in a service guide (办事指南): 身份证、户口簿等。 一般10个工作日。"""

import re

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.wording.rule import Rule

KIND = "兜底表述"
SOURCE = "政府网站与政务新媒体检查指标"
_RULES = (
    Rule(
        KIND,
        Level.DOUBT,
        re.compile(r"、[^、，。；;：\n]{1,20}(?P<at>等)(?=[。；;）\n]|$)"),
        "办事指南应逐项列明，不用“等”字兜底",
        "",
        SOURCE,
    ),
    Rule(
        KIND,
        Level.DOUBT,
        re.compile(r"\|[ \u3000]*(?P<at>若干|适量|视情况|视情|按需)[份件]?[ \u3000]*(?=\||\n|$)"),
        "办事指南应写明份数",
        "",
        SOURCE,
    ),
    Rule(
        KIND,
        Level.DOUBT,
        re.compile(
            r"(?:一般|通常|大约|原则上)(?:为|需|在)?[0-9一二三四五六七八九十]+个?(?:工作日|自然日|日|天|月)"
        ),
        "办理时限应当写确定的天数",
        "",
        SOURCE,
    ),
)


def find(text: str) -> list[Found]:
    """等 at the end of a list where nothing says how many there are, and time limits that bind nobody."""
    return [each for rule in _RULES for each in rule.find(text, 0, len(text))]
