"""Citizens' data that stands in a sheet: shown to nobody beyond what a clerk needs to know a column again."""

import re
from collections.abc import Iterable

HIDDEN = "（已隐去）"
ABOUT_PEOPLE = (
    *("姓名", "诉求人", "来电人", "来信人", "投诉人", "举报人", "反映人", "联系人", "当事人", "申请人"),
    *("电话", "手机", "联系方式", "身份证", "证件号", "住址", "地址", "邮箱", "银行", "卡号", "出生"),
    *("诉求内容", "来信内容", "留言内容", "工单内容", "诉求描述", "问题描述", "事项描述", "办理经过"),
)
"""Words of a header under which a citizen is spoken of."""

_IDENTITY = re.compile(r"(?<!\d)(\d\d)\d{4}(?:19|20)\d\d[01]\d[0-3]\d\d(\d\d[\dXx])(?![\dXx])")
_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)")
_CARD = re.compile(r"(?<!\d)\d{12,15}(\d{4})(?!\d)")


def samples(header: str, values: Iterable[str]) -> list[str]:
    """Values of a column as they may be shown: none of a column about people, the others masked."""
    shown = list(values)
    if any(word in header for word in ABOUT_PEOPLE):
        return [HIDDEN] if shown else []
    return [masked(value) for value in shown]


def masked(text: str) -> str:
    """Mobile, identity and card numbers cut to their ends: 138****1234."""
    text = _IDENTITY.sub(r"\1*************\2", text)
    text = _MOBILE.sub(r"\1****\2", text)
    return _CARD.sub(r"************\1", text)
