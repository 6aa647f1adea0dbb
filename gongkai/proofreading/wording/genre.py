"""What a text is for, told by its own headings."""

import re

from gongkai.proofreading.lexicon.entry import Genre

_ELEMENTS = (
    "(?:申请|申报|办理|提交|所需)?材料|材料清单|(?:受理|办理|申请|申办|申领)条件|(?:办理|申请|办事)?(?:流程|程序)|(?:办理|设定|法律)依据|"
    "(?:法定|承诺)?(?:办结|办理)?时限|办理(?:地点|时间|形式|窗口|方式)|(?:受理|实施|办理)(?:机构|机关|部门|主体)|收费(?:标准|依据|情况)?|是否收费|"
    "监督投诉(?:电话|方式|渠道)?|(?:咨询|联系)(?:电话|方式)|结果送达|事项(?:类型|名称|编码)|服务对象|办件类型|通办范围"
)  # fmt: skip
_HEADING = re.compile(
    rf"(?:^|[\n。；;，、.．：:）)|】 \u3000])(?P<element>{_ELEMENTS})[】]?\s?(?:[：:|]|[ \u3000]*(?:\n|$))"
)
_TITLE = re.compile(r"[#\s]*[^\n]{0,40}(?:办事|服务|办理|申办|申请|申报)(?:指南|须知)[ \u3000]*(?:\n|$)")
ENOUGH = 3
"""So many different elements of a service guide make a text one."""


def told(text: str) -> Genre:
    """GUIDE for a text with a title or elements of a service guide (what 国办 site inspections ask of one)."""
    elements = {each["element"] for each in _HEADING.finditer(text[:200_000])}
    return Genre.GUIDE if _TITLE.match(text) or len(elements) >= ENOUGH else Genre.GENERAL
