"""An amount in 万元 that was meant in 元: 会议费28000万元，培训费1.6万元."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement
from gongkai.proofreading.hits import Hit, Level

MYRIAD = Decimal(10_000)
BEYOND = Decimal(1000)
"""How many times the greatest beside it an amount must be to be none of its kind."""
ALIKE = Decimal(50)
"""How many times the amounts beside it what was meant may be, or the other way round."""
_OF_ONE = re.compile(r"均|每|单[价件位]|标准")
"""Money of one person or thing, which is no expense beside those of all."""
_EXPENSE = re.compile(r"(?:费用?|经费|津贴|补贴)(?:预算|支出|决算|支付|共|合计|为|安排|下降|增加|约)*$")


def check(passage: Passage) -> Iterator[Hit]:
    """Expenses a thousand times the others of the sentence, which in 元 would be like them."""
    for start, end in passage.sentences if "费" in passage.text else ():
        told = passage.statements(start, end)
        costs = [each for each in told if _is_expense(each)]
        for each in costs:
            others = [one for one in costs if one is not each]
            if others and "万" in each.amount and _is_beyond(each, others):
                yield _doubt(each, others[-1])


def _is_expense(each: Statement) -> bool:
    named = _EXPENSE.search(each.subject) and not _OF_ONE.search(each.subject)
    return each.unit == "元" and each.value > 0 and bool(named)


def _is_beyond(each: Statement, others: Sequence[Statement]) -> bool:
    meant = each.value / MYRIAD
    most, least = (way(one.value for one in others) for way in (max, min))
    return each.value > BEYOND * most and least / ALIKE <= meant <= most * ALIKE


def _doubt(each: Statement, other: Statement) -> Hit:
    right = each.amount.replace("万", "")
    reason = f"“{each.said}”是“{other.said}”的{int(each.value / other.value)}倍，计量单位可能应为“元”"
    return hit(Kind.CONVERSION, Level.DOUBT, each.amount, reason, each.span, other.span, suggestion=right)
