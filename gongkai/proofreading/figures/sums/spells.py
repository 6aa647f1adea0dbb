"""Halves and quarters against their year: 上半年320万元，下半年380万元，全年700万元."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.rounding import slack
from gongkai.proofreading.figures.arithmetic.slips import is_likely
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.items import Item, items
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import as_written
from gongkai.proofreading.hits import Hit, Level

WHOLES = {
    "全年": (("上半年", "下半年"), ("一季度", "二季度", "三季度", "四季度")),
    "上半年": (("一季度", "二季度"),),
    "下半年": (("三季度", "四季度"),),
    "前三季度": (("一季度", "二季度", "三季度"),),
}
"""A stretch of the year and the shorter ones that make it."""
NEAR = Decimal("0.3")
"""Share of the sum within which another whole is taken for a slip."""
_STOCK = re.compile(r"末|底|累计|日均|月均|平均|存|余额|在册|现有")
"""What is not added over time."""


def check(passage: Passage) -> Iterator[Hit]:
    """Years that the halves or quarters of the same sentence do not make."""
    if not any(name in passage.text for name in WHOLES):
        return
    for told in items(passage).values():
        for whole in told:
            for names in _ways(whole):
                parts = [each for name in names for each in told if _is_of(each, name, whole)]
                if len(parts) == len(names) and (problem := _judged(whole, parts)):
                    yield problem


def _ways(whole: Item) -> Sequence[tuple[str, ...]]:
    name = next((name for name in WHOLES if whole.label.startswith(name)), "")
    return WHOLES.get(name, ()) if not _STOCK.search(whole.label) else ()


def _is_of(each: Item, name: str, whole: Item) -> bool:
    """Whether a number is that of a stretch, told of the same thing or of nothing else: 上半年收入, 全年收入."""
    if each.sentence != whole.sentence or not each.label.startswith(name) or each.told.rough:
        return False
    thing = each.label.removeprefix(name)
    return not thing or thing[-2:] in whole.label


def _judged(whole: Item, parts: Sequence[Item]) -> Hit | None:
    told = [each.told for each in (whole, *parts)]
    total = sum((part.value for part in parts), Decimal(0))
    if whole.told.rough or abs(total - whole.value) <= slack([each.step for each in told]):
        return None
    if not is_likely(whole.value, total, whole.told.step, NEAR):
        return None
    quoted = "".join(f"“{each.said}”" for each in told[1:])
    reason = (
        f"{quoted}相加为{as_written(total, *told)}，与“{whole.told.said}”相差"
        f"{as_written(abs(total - whole.value), *told)}"
    )
    return hit(Kind.PARTS, Level.DOUBT, whole.told.amount, reason, *(each.span for each in told))
