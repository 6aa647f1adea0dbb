"""Citizens' data that stands in a sheet or in what people write: shown to nobody beyond what an office needs.

What is stored stays as it was handed in; what pages, lists and files say of it is cut here.
"""

import re
from collections.abc import Iterable

from gongkai.proofreading.masking import DEFAULT, Profile, mask_all
from gongkai.proofreading.personal.cues import CUES

HIDDEN = "（已隐去）"
ABOUT_PEOPLE = (
    *("姓名", "诉求人", "来电人", "来信人", "投诉人", "举报人", "反映人", "联系人", "当事人", "申请人"),
    *("电话", "手机", "联系方式", "身份证", "证件号", "住址", "地址", "邮箱", "银行", "卡号", "出生"),
    *("诉求内容", "来信内容", "留言内容", "工单内容", "诉求描述", "问题描述", "事项描述", "办理经过"),
)
"""Words of a header under which a citizen is spoken of."""

_WORTH_A_LOOK = re.compile(r"\d[^\n]{0,2}?\d[^\n]{0,2}?\d[^\n]{0,2}?\d[^\n]{0,2}?\d|@|＠")
"""Five digits close together, or a mailbox; all else is known by a cue."""


def samples(header: str, values: Iterable[str]) -> list[str]:
    """Values of a column as they may be shown: none of a column about people, the others masked."""
    shown = list(values)
    if any(word in header for word in ABOUT_PEOPLE):
        return [HIDDEN] if shown else []
    return [masked(value) for value in shown]


def masked(text: str, profile: Profile = DEFAULT) -> str:
    """A text with citizens' data cut: 138****1234. Most texts hold none and cost a glance."""
    if _WORTH_A_LOOK.search(text) or next(iter(CUES.find(text)), None):
        return mask_all(text, profile)
    return text
