"""A wrong word that is only spoken of: 不得出现“台湾政府”等表述, “按排”应改为“安排”."""

import re

_FORBIDDEN = re.compile(
    r"(?:不得|不能|不要|不应|不再|不可|不宜|禁止|严禁|避免|杜绝|禁用|停用|慎用|误[写用作将成]|错[写用])[^，。；！？“”\n]{0,12}"
    r"(?:“[^“”\n]{1,20}”[、和或及与]?)*“[^“”\n]{0,20}$"
)
_SPOKEN_OF = re.compile(
    r"[^“”\n]{0,20}”(?:[、和或及与]?“[^“”\n]{1,20}”)*"
    r"(?:等|这[类种样个些])?(?:不规范|不当|不准确|错误|类似|敏感)?的?"
    r"(?:表述|说法|称谓|称呼|用语|用词|字样|写法|提法|词语|错别字|误写|误|错|应改|应为|改为|更正|修改为|不规范|系笔误)"
)

BACK = 60
"""Characters before and after the word in which the sentence tells that it is spoken of."""


def cited(text: str, start: int, end: int) -> bool:
    """True if text[start:end] stands in quotation marks where a sentence forbids or corrects a word."""
    opening = text.rfind("“", max(0, start - BACK), start)
    if opening < 0 or "”" in text[opening:start]:
        return False
    return bool(
        _FORBIDDEN.search(text, max(0, start - BACK), start) or _SPOKEN_OF.match(text, end, end + BACK)
    )
