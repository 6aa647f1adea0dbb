"""Amounts of money beside a named person: 补助金额、存款、工资, and whatever else is told of one in a sentence."""

import re
from collections.abc import Iterator

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal.characters import DIGIT
from gongkai.proofreading.personal.kinds import Kind, found, said

_AMOUNT = re.compile(
    rf"(?:（[^（）\n]{{0,8}}）)?[ \u3000]?(?:[:：]|为|是|有|共计|合计|总计|共有|共|约|近|仅|计|达|不足|超过|逾|总额)?[ \u3000]?"
    rf"(?:人民币|￥|¥)?([{DIGIT}][{DIGIT},，.．]*+ ?[十百千万亿]*+ ?(?:余|多)?(?:元|套|处|间|平方米|平米|㎡|亩|辆))"
)
_MONEY = re.compile(
    rf"(?<![{DIGIT}.．])(?:[{DIGIT}]{{1,3}}(?:[,，][{DIGIT}]{{3}})+|[{DIGIT}]+)(?:[.．][{DIGIT}]+)? ?[十百千万亿余多]{{0,3}}元$"
)
_LONGEST = 20
_BEFORE_YUAN = frozenset("0123456789０１２３４５６７８９十百千万亿余多 ")
_OF_ALL = re.compile(
    r"(?:每[人户亩个名平]|[人户]均|标准|限额|单价|起付|封顶|最高|最低|超过|不足|资本|投资|投入|资金|拨付|筹集|预算|造价|概算|中标|成交|合同|货值|违法所得|罚[款金]?|罚没|没收|处以"
    rf"|[{DIGIT}两几多余](?:余|多)?[名人户位家次][^，。；\n]{{0,10}})[^，。；\n]{{0,6}}$"
)
"""What stands before an amount that is no private person's: a standard, a project's, a fine, a group's."""
_OWN = re.compile(
    "(?:补[助贴偿发]|救助|资助|赔偿|抚恤|津贴|低保|保障金|养老|退休|抚养|赡养|慰问|工资|薪|收入|存款|贷款|借款|欠|负债|财产|损失|费用|医疗费|医药费"
    "|住院费|治疗费|丧葬费|生活费|护理费|自付|负担|报销|领取|申领|冒领|本金|利息|金额|余额|奖金|奖励|打入|转入|到账)[^，。；\n]{0,8}$"
)
"""What stands before an amount that is received, owned, owed or paid by the one who is spoken of."""
_GROUP = re.compile(rf"(?:[{DIGIT}](?:余|多)?[名户位]|全[年省市县区镇乡])[^，。；\n]{{0,10}}$")
_BY_RULE = re.compile(r"(?:的?标准|[/／]|以[上下内]|[每一](?:[人户年月亩]|平方))")
_AMOUNT_FOUND = said(Kind.PROPERTY, Level.DOUBT, "与姓名并列的个人财产数额，请核对有无公开的依据")
NEAR = 150
"""Characters between the name and the word 补助金额."""
_BEFORE = 16


def amount(text: str, end: int) -> Found | None:
    """The amount after a cue that ends at `end`."""
    written = _AMOUNT.match(text, end)
    if written is None or _is_of_a_group(text, written.start(1)):
        return None
    return found(*written.span(1), _AMOUNT_FOUND)


def _is_of_a_group(text: str, start: int) -> bool:
    return _GROUP.search(text, max(0, start - _BEFORE), start) is not None


def places(text: str, start: int) -> Iterator[int]:
    """Where a 元 stands after `start` that can end an amount, in order."""
    yuan = text.find("元", start + 1)
    while yuan >= 0:
        if text[yuan - 1] in _BEFORE_YUAN:
            yield yuan
        yuan = text.find("元", yuan + 1)


def ending(text: str, yuan: int) -> Found | None:
    """The amount that ends with the 元 at `yuan`, if it can be a private person's."""
    money = _MONEY.search(text, max(0, yuan - _LONGEST), yuan + 1)
    return found(*money.span(), _AMOUNT_FOUND) if money and not _is_public(text, *money.span()) else None


def is_own(text: str, start: int) -> bool:
    """Whether the amount at `start` is said to be received, owned, owed or paid by somebody."""
    return _OWN.search(text, max(0, start - _BEFORE), start) is not None


def _is_public(text: str, start: int, end: int) -> bool:
    return bool(_OF_ALL.search(text, max(0, start - _BEFORE), start) or _BY_RULE.match(text, end))
