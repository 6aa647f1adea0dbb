"""Amounts at a price for each thing that a sentence before has counted: 服务站131个。每站3600元，共47.16万元."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.proofreading.figures.arithmetic.slips import is_slip
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.figures.relations.rates import before
from gongkai.proofreading.hits import Hit, Level

KEPT = 24
"""Statements of earlier paragraphs that are remembered."""
TIMES = tuple(Decimal(each) / 2 for each in range(1, 25))
"""How often the price may be paid: half a year to twelve months."""
_EACH = re.compile(r"每(?P<of>[一-龥][^，。；：（）\d]{0,13})$")
_OTHER_TIMES = re.compile(r"每[天日次周学]|人次|期")
_CLASSES = "个所座家处"
_SHORT = frozenset("站村校园班组队点")
"""Things that are named by one character."""
_TOTAL = re.compile(r"(?:共|合计|总计|应|需|拟|下达|安排|拨付|发放|兑现)[^，。；\d]{0,12}$")
_PARTLY = re.compile(r"其中|另|剩余|余|尚|先|首|上年|去年|已|上半年|下半年|结余|节约|配套|自筹|累计")
_ALIKE = {"人": ("人", "名", "位"), "名": ("名", "人", "位"), "户": ("户", "家"), "家": ("家", "户")}


class ProductsApart:
    """What the sentences and paragraphs before have counted."""

    def __init__(self) -> None:
        self._earlier: deque[Statement] = deque(maxlen=KEPT)

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Amounts that another count than the one named makes with the price, or that are a slip away from it."""
        for told in passage.clauses if "每" in passage.text else ():
            prices = [(each, match["of"]) for each in told if (match := _price(each))]
            totals = [each for each in told if prices and each.start > prices[0][0].start and _is_total(each)]
            if len(prices) == 1 and len(totals) == 1:
                near = [*self._earlier, *before(passage, prices[0][0].start), *told]
                yield from _judged(*prices[0], totals[0], near)
        self._earlier.extend(passage.told[-KEPT:])


def _price(each: Statement) -> re.Match[str] | None:
    match = _EACH.search(each.gap[-20:]) if each.unit == "元" and not each.rough else None
    return match if match and not _OTHER_TIMES.search(match[0]) else None


def _is_total(each: Statement) -> bool:
    said = each.unit == "元" and not each.rough and _TOTAL.search(each.gap)
    return bool(said) and not _PARTLY.search(each.gap)


def _judged(price: Statement, of: str, total: Statement, near: Sequence[Statement]) -> Iterator[Hit]:
    counts = [each for each in near if each.unit not in ("元", "%", "个百分点") and not each.rough]
    named = list(dict.fromkeys(each for each in counts if _counts(each, of)))
    if not named or total.value <= price.value:
        return
    if any(_makes(total, price, each.value * times) for each in named for times in TIMES):
        return
    last = named[-1]
    exact = last.value * price.value
    other = next((each for each in counts if each not in named and _makes(total, price, each.value)), None)
    if other or is_slip(total.value, exact, total.step):
        reason = f"“{last.said}”按每{of}{price.amount}为{as_written(exact, total)}，与所写“{total.said}”不符"
        reason += f"（{total.amount}是按“{other.said}”计算的）" if other else ""
        yield hit(Kind.PRODUCT, Level.DOUBT, total.amount, reason, total.span, last.span, price.span)


def _counts(each: Statement, of: str) -> bool:
    """Whether a number counts those that get the price: 45户 · 服务站131个 · 131个站点."""
    if of[0] != "个" and each.unit in _ALIKE.get(of[0], (of[0],)):
        return True
    noun = of[1:] if of[0] in _CLASSES else of
    names = [noun[:size] for size in range(1 if noun[:1] in _SHORT else 2, 5)]
    named = any(each.thing.startswith(name) or each.subject.endswith(name) for name in names)
    return each.unit in _CLASSES and (named or each.thing.endswith(names[0]))


def _makes(total: Statement, price: Statement, count: Decimal) -> bool:
    return abs(total.value - count * price.value) <= (total.step if total.step != 1 else 0)
