"""Amounts of money beside a named person: 补助金额、存款、工资."""

import re

from gongkai.proofreading.hits import Found, Level
from gongkai.proofreading.personal.characters import DIGIT
from gongkai.proofreading.personal.kinds import Kind, found, said

_AMOUNT = re.compile(
    rf"(?:（[^（）\n]{{0,8}}）)?[ \u3000]?(?:[:：]|为|是|有|共计|合计|总计|共有|共|约|近|仅|计|达|不足|超过|逾|总额)?[ \u3000]?"
    rf"(?:人民币|￥|¥)?([{DIGIT}][{DIGIT},，.．]*+ ?[十百千万亿]*+ ?(?:余|多)?(?:元|套|处|间|平方米|平米|㎡|亩|辆))"
)
_AMOUNT_FOUND = said(Kind.PROPERTY, Level.DOUBT, "与姓名并列的个人财产数额，请核对有无公开的依据")
NEAR = 150
"""Characters between the name and the word 补助金额."""


def amount(text: str, end: int) -> Found | None:
    """The amount after a cue that ends at `end`."""
    written = _AMOUNT.match(text, end)
    if written is None:
        return None
    return found(*written.span(1), _AMOUNT_FOUND)
