"""Open ends of lists in a service guide (办事指南): 身份证、户口簿等。"""

import re

from gongkai.proofreading.hits import Found, Group, Level

_OPEN = re.compile(r"、[^、，。；;：\n]{1,20}(等)(?=[。；;）\n]|$)")


def find(text: str) -> list[Found]:
    """等 at the end of a list, where nothing says how many there are (政府网站与政务新媒体检查指标)."""
    reason = "办事指南应逐项列明，不用“等”字兜底"
    source = "政府网站与政务新媒体检查指标"
    return [
        Found(each.start(1), each.end(1), Group.WORDING, "兜底表述", Level.DOUBT, reason, "", source)
        for each in _OPEN.finditer(text)
    ]
