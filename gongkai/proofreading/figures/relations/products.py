"""Amounts against price and number: 12名，每人3000元，共36000元 · 县道10000元/公里、乡道5000元/公里."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from gongkai.proofreading.figures.arithmetic.slips import is_likely, is_slip
from gongkai.proofreading.figures.arithmetic.spread import Spread, exactly, spread
from gongkai.proofreading.figures.kinds import Kind, hit
from gongkai.proofreading.figures.reading.labels import core
from gongkai.proofreading.figures.reading.passage import Passage
from gongkai.proofreading.figures.reading.spans_of_time import months
from gongkai.proofreading.figures.reading.statements import Statement, as_written
from gongkai.proofreading.hits import Hit, Level

MOST = 40
"""Statements of a sentence that are read."""
MOST_TIMES = 366
"""How often money may be paid: days of a year."""
MONTHS = tuple(range(1, 13))
_PER = (
    "米|立方米|公顷|人|名|户|亩|吨|公里|公斤|件|套|台|场|次|头|只|平方米|千瓦时|盏|株|座|栋|个|篇|条|辆|间|张"
)
_EACH = re.compile(
    rf"每(?:一)?(?P<per>{_PER})(?:（(?P<other>{_PER}|家)）|[/或](?P<or>{_PER}|家))?(?!以)(?P<of>[^，。；、\d]{{0,10}})$"
)
_SLASH = re.compile(rf"^/(?P<per>{_PER})(?P<of>[/·每天日年次期学月]*)")
_OTHER_TIMES = re.compile(r"天|日|年|次|期|周")
_TOTAL = re.compile(
    r"(?:共|合计|总计|计|概算|总额|总价|合同价|中标价|成交价|总造价|总金额|金额|资金|经费|费用|补贴款?|补助款?|奖金|支付|发放|拨付|兑付|应收|实收|应缴|应付|收取|缴纳|需|造价|投资)[^，。；\d]{0,6}$"
)
_PARTLY = re.compile(r"其中|申请|争取|另|剩余|余|尚|先|首付|上年|已")
_LABEL = re.compile(r"^(?:按照?|标准|以|给予|分别)+|(?:按照?|标准|每.*|的)+$")
_ALIKE = {"人": ("人", "名", "位", "人次"), "名": ("名", "人", "位"), "户": ("户", "家"), "家": ("家", "户")}
_OWNERS = frozenset({"户", "家", "名", "人", "个"})
"""What those who are paid are counted by: 5家企业和11名个体工商户, 每户5000元."""
_BESIDE = re.compile(r"[^，。；：（）]{0,12}(?:和|及|与|、)")
MYRIADS = (Decimal(10_000), 1 / Decimal(10_000))
"""元 where 万元 was meant, or the other way round."""


class Price(NamedTuple):
    """Money for each of a unit; `monthly` where it is for each month."""

    money: Statement
    units: tuple[str, ...]
    monthly: bool


def check(passage: Passage) -> Iterator[Hit]:
    """Amounts that no number of the sentence makes with the price that it names."""
    if "每" not in passage.text and "元/" not in passage.text:
        return
    for told in passage.clauses:
        near = told[:MOST]
        prices = [price for each in near if (price := _price(each))]
        money = {price.money.start for price in prices}
        totals = [each for each in near if each.start not in money and _is_total(each)]
        if len(prices) == 1 and totals:
            yield from _one(prices[0], totals, near, _months(passage, told) if prices[0].monthly else 1)
        elif prices and totals and not any(price.monthly for price in prices):
            yield from _several(prices, totals, near)


def _months(passage: Passage, told: Sequence[Statement]) -> int:
    """The one number of months that a clause tells; 0 for none or several."""
    first = told[0].start - len(told[0].gap)
    lengths = {each.length for each in months(passage.text, first, told[-1].end)}
    return lengths.pop() if len(lengths) == 1 else 0


def _price(each: Statement) -> Price | None:
    match = _EACH.search(each.gap[-20:]) or _SLASH.match(each.thing) if each.unit == "元" else None
    if not match or _OTHER_TIMES.search(match["of"]):
        return None
    said = match.groupdict()
    named = [said[one] for one in ("per", "other", "or") if said.get(one)]
    units = tuple(unit for one in named for unit in _ALIKE.get(one, (one,)))
    return Price(each, units, "月" in match["of"])


def _is_total(each: Statement) -> bool:
    said = _TOTAL.search(each.gap) if each.unit == "元" and not each.rough else None
    return said is not None and not _PARTLY.search(each.subject)


def _one(price: Price, totals: Sequence[Statement], near: Sequence[Statement], often: int) -> Iterator[Hit]:
    """One price, paid `often` times; not judged where that is 0."""
    counts = [each for each in near if each.unit in price.units and not each.rough]
    counts.sort(key=lambda each: abs(each.start - price.money.start))
    others = {each.value for each in near if each.unit != "元" and each.value < MOST_TIMES}
    times = MONTHS if price.monthly else (Decimal(1), *others)
    made = {
        each: [spread(each).times(_money(price)).times(exactly(Decimal(n))) for n in times] for each in counts
    }
    if any(_meet(total, one) for total in totals for ways in made.values() for one in ways):
        return
    owners = _owners(price, near)
    if not often or any(_meet(each, _spread_of(owners, price)) for each in totals):
        return
    for paid in [owners] if owners else [[each] for each in counts[:1]]:
        count, total = often * sum((each.value for each in paid), Decimal(0)), totals[0]
        exact = count * price.money.value
        if _is_meant(total, exact, price, count):
            how = "＋".join(each.amount for each in paid)
            how = f"（{how}）" if len(paid) > 1 else how
            how = f"{how}×{price.money.amount}" + (f"×{often}个月" if price.monthly else "")
            yield _disagree(total, exact, how, (price.money, *paid))


def _is_meant(total: Statement, exact: Decimal, price: Price, count: Decimal) -> bool:
    """Whether the amount is a slip away from what was paid, or in a wrong unit; those paid each month may come and
    go, so that there only a slip counts."""
    if price.monthly:
        return is_slip(total.value, exact, total.step)
    near = total.value > price.money.value and _is_near(total, exact, price, count)
    return near or exact / total.value in MYRIADS


def _owners(price: Price, near: Sequence[Statement]) -> list[Statement]:
    """Those who are paid where they are told in one breath and counted by two units."""
    before = [each for each in near if each.end <= price.money.start and not each.rough]
    told: list[Statement] = []
    for each in reversed(before):
        beside = not told or _BESIDE.fullmatch(told[0].gap) is not None
        if each.unit not in _OWNERS or not beside:
            break
        told.insert(0, each)
    paid = len(told) > 1 and len({each.unit for each in told}) > 1 and _OWNERS.issuperset(price.units)
    return told if paid else []


def _spread_of(paid: Sequence[Statement], price: Price) -> Spread:
    return exactly(sum((each.value for each in paid), Decimal(0)) * price.money.value)


def _is_near(total: Statement, exact: Decimal, price: Price, count: Decimal) -> bool:
    """Whether one of the three is a slip of what the two others give, or the amount not far from it."""
    money = price.money
    return is_likely(total.value, exact, total.step) or (
        count > 0 and is_slip(money.value, total.value / count, money.step)
    )


def _several(
    prices: Sequence[Price], totals: Sequence[Statement], near: Sequence[Statement]
) -> Iterator[Hit]:
    """Each price with the number that is called like it; the amount is all of them together."""
    pairs = [(price, count) for price in prices if (count := _called(price, near))]
    if len(pairs) < len(prices):
        return
    made = reduce(Spread.plus, (spread(count).times(_money(price)) for price, count in pairs))
    if any(_meet(total, made) for total in totals):
        return
    exact = sum((count.value * price.money.value for price, count in pairs), Decimal(0))
    for total in totals[:1]:
        if is_likely(total.value, exact, total.step):
            how = "＋".join(f"{count.amount}×{price.money.amount}" for price, count in pairs)
            yield _disagree(
                total, exact, how, [each for price, count in pairs for each in (price.money, count)]
            )


def _called(price: Price, near: Sequence[Statement]) -> Statement | None:
    name = _LABEL.sub("", core(price.money.subject))
    named = [each for each in near if each.unit in price.units and name and core(each.subject).endswith(name)]
    return named[0] if len(named) == 1 else None


def _money(price: Price) -> Spread:
    return exactly(price.money.value)


def _meet(total: Statement, made: Spread) -> bool:
    """Whether the amount may be printed for what was made: rounded, or cut off."""
    half = total.step / 2
    said = Spread(total.value - half, total.value + half * 2) if total.step != 1 else spread(total)
    return said.low <= made.high and made.low <= said.high


def _disagree(total: Statement, exact: Decimal, how: str, sides: Sequence[Statement]) -> Hit:
    reason = f"按标准计算为{as_written(exact, total)}（{how}），与所写“{total.said}”不符"
    return hit(Kind.PRODUCT, Level.DOUBT, total.amount, reason, total.span, *(each.span for each in sides))
